package uk.candour.linkage;

import java.util.List;

/// The comparisons of two descriptions of people and their levels, with what is believed of each
/// before any record is seen.
///
/// The starting beliefs follow the weights that government linkages publish (HMPPS person match:
/// full name exact about 17 bits, date of birth 14, postcode 7 to 15 by rarity, a police number 22;
/// NHS England: nicknames, swapped day and month, two of three date parts). Training moves m from
/// here; u is counted. The family column describes two children of one home.
final class PersonLevels {

  static final int FORENAME = 0;
  static final int SURNAME = 1;
  static final int MIDDLE = 2;
  static final int ALIAS = 3;
  static final int BORN = 4;
  static final int SEX = 5;
  static final int HOME = 6;
  static final int AREA = 7;
  static final int SCHOOL = 8;
  static final int IDENTIFIER = 9;
  static final int PHONE = 10;
  static final int EMAIL = 11;
  static final int HANDLE = 12;

  static final int SAME = 1;
  static final int SPELLING = 2;

  static final int NICKNAME = 3;
  static final int FORENAME_CLOSE = 4;
  static final int FORENAME_PART = 5;
  static final int FORENAME_OTHER = 6;
  static final int FORENAME_INITIAL = 7;
  static final int FORENAME_ALIKE = 8;
  static final int FORENAME_PLACE = 9;
  static final int FORENAME_DIFFERENT = 10;

  static final int SURNAME_CLOSE = 3;
  static final int SURNAME_PART = 4;
  static final int SURNAME_OTHER = 5;
  static final int SURNAME_ALIKE = 6;
  static final int SURNAME_PLACE = 7;
  static final int SURNAME_INITIAL = 8;
  static final int SURNAME_DIFFERENT = 9;

  static final int MIDDLE_INITIAL = 3;
  static final int MIDDLE_DIFFERENT = 4;

  static final int ALIAS_IS_NAME = 2;
  static final int ALIAS_DIFFERENT = 3;

  static final int BORN_SWAPPED = 2;
  static final int BORN_SLIP = 3;
  static final int BORN_TWO_PARTS = 4;
  static final int BORN_MONTH = 5;
  static final int BORN_YEAR = 6;
  static final int BORN_AGE = 7;
  static final int BORN_AGE_NEAR = 8;
  static final int BORN_YEAR_SLIP = 9;
  static final int BORN_NEAR = 10;
  static final int BORN_DIFFERENT = 11;

  static final int HOME_POSTCODE = 2;
  static final int HOME_CLOSE = 3;
  static final int HOME_SECTOR = 4;
  static final int HOME_DISTRICT = 5;
  static final int HOME_DIFFERENT = 6;

  static final int CLOSE = 2;
  static final int DIFFERENT = 3;

  static final int IDENTIFIER_UNCHECKED = 2;
  static final int IDENTIFIER_SLIP = 3;
  static final int IDENTIFIER_DIFFERENT = 4;

  static final int EMAIL_USER = 2;
  static final int EMAIL_CLOSE = 3;
  static final int EMAIL_DIFFERENT = 4;

  static final List<String> NAMES =
      List.of(
          "forename",
          "surname",
          "middle name",
          "alias",
          "date of birth",
          "sex",
          "home",
          "area",
          "school",
          "identifier",
          "phone",
          "e-mail",
          "handle");

  static final List<List<Level>> LEVELS =
      List.of(
          List.of(
              Level.of("the same", 0.66, 0.012),
              Level.of("another spelling of one name", 0.04, 0.002),
              Level.of("a nickname of the other", 0.07, 0.002),
              Level.of("a slip away", 0.06, 0.004),
              Level.of("part of the other", 0.02, 0.003),
              Level.of("another name of the same person", 0.02, 0.003),
              Level.of("initial of the other", 0.03, 0.01),
              Level.of("sounds or looks alike", 0.03, 0.01),
              Level.of("written in the other name's place", 0.02, 0.0003),
              Level.of("different", 0.05, 0.95)),
          List.of(
              new Level("the same", 0.78, 0.004, 0.8),
              new Level("another spelling of one name", 0.03, 0.0008, 0.03),
              new Level("a slip away", 0.06, 0.002, 0.04),
              new Level("part of the other", 0.03, 0.001, 0.03),
              Level.of("another name of the same person", 0.01, 0.001),
              Level.of("sounds or looks alike", 0.02, 0.008),
              Level.of("written in the other name's place", 0.01, 0.0003),
              Level.of("initial of the other", 0.01, 0.01),
              new Level("different", 0.05, 0.97, 0.1)),
          List.of(
              Level.of("the same", 0.65, 0.02),
              Level.of("a slip or a nickname away, or part of the other", 0.1, 0.01),
              Level.of("initial of the other", 0.15, 0.06),
              Level.of("different", 0.1, 0.9)),
          List.of(
              Level.of("in common", 0.5, 0.003),
              Level.of("the name of the other", 0.1, 0.003),
              Level.of("different", 0.4, 0.98)),
          List.of(
              new Level("the same day", 0.72, 0.0002, 0.02),
              new Level("day and month swapped", 0.02, 0.0002, 0.0004),
              new Level("one digit away", 0.06, 0.004, 0.01),
              new Level("two of day, month and year", 0.03, 0.008, 0.012),
              Level.of("the same month", 0.02, 0.005),
              Level.of("the same year", 0.03, 0.06),
              Level.of("the age fits", 0.05, 0.1),
              Level.of("the age is a year off", 0.02, 0.1),
              Level.of("years one digit away", 0.01, 0.05),
              new Level("within a year", 0.015, 0.09, 0.08),
              new Level("different", 0.03, 0.85, 0.87)),
          List.of(Level.of("the same", 0.97, 0.5), Level.of("different", 0.03, 0.5)),
          List.of(
              new Level("the same address", 0.5, 0.0004, 0.75),
              new Level("the same postcode", 0.12, 0.001, 0.08),
              new Level("a slip away", 0.05, 0.001, 0.02),
              new Level("the same postcode sector", 0.03, 0.01, 0.01),
              new Level("the same postcode district", 0.07, 0.08, 0.03),
              new Level("different", 0.23, 0.9, 0.11)),
          List.of(
              new Level("the same", 0.7, 0.1, 0.7),
              new Level("a slip away", 0.03, 0.005, 0.02),
              new Level("different", 0.27, 0.9, 0.28)),
          List.of(
              new Level("the same", 0.65, 0.07, 0.35),
              new Level("much alike", 0.05, 0.01, 0.02),
              new Level("different", 0.3, 0.92, 0.63)),
          List.of(
              Level.of("the same number", 0.9, 0.000001),
              Level.of("the same, not a valid number", 0.03, 0.0001),
              new Level("one slip away", 0.03, 0.00002, 0.05),
              Level.of("different", 0.04, 0.9998)),
          List.of(
              new Level("in common", 0.6, 0.0005, 0.35), new Level("different", 0.4, 0.9995, 0.65)),
          List.of(
              new Level("the same", 0.6, 0.0003, 0.05),
              new Level("the same before the @", 0.05, 0.0003, 0.01),
              new Level("a slip or two away", 0.08, 0.001, 0.01),
              new Level("different", 0.27, 0.998, 0.93)),
          List.of(
              new Level("in common", 0.6, 0.0003, 0.02),
              new Level("a slip away", 0.05, 0.001, 0.01),
              new Level("different", 0.35, 0.998, 0.97)));

  private PersonLevels() {}
}
