package uk.candour.linkage;

import java.util.function.IntUnaryOperator;

/// All that linkage sees of the people to be linked: names, dates, places and numbers, as columns.
///
/// What is not here cannot be used: no ethnicity, no nationality, no free text, no role, no
/// concern.
///
/// Dates are ints packed as `year << 9 | month << 5 | day`, month or day zero where not known, the
/// whole zero where not recorded.
///
/// @param size how many records there are, numbered from 0
/// @param born the date of birth
/// @param ageFrom the least age in whole years on [#ageAt], -1 where not recorded
/// @param ageTo the greatest age, equal to the least for a single age
/// @param ageAt the date that the age speaks of
/// @param sex 1 female, 2 male, 3 other, 0 not recorded
/// @param identifiers each as `scheme:value`: two different values of one scheme, each valid, are
///   two people for the schemes that name a person for life (`nhs`, `upn`, `pnc`)
/// @param source the number of the source that holds the record
/// @param row the row that mentions the person: two records of one row are two people
public record PersonColumns(
    int size,
    Column forename,
    Column middle,
    Column surname,
    ListColumn aliases,
    IntUnaryOperator born,
    IntUnaryOperator ageFrom,
    IntUnaryOperator ageTo,
    IntUnaryOperator ageAt,
    IntUnaryOperator sex,
    Column address,
    Column postcode,
    Column area,
    Column school,
    ListColumn identifiers,
    ListColumn phones,
    ListColumn emails,
    ListColumn handles,
    IntUnaryOperator source,
    IntUnaryOperator row) {}
