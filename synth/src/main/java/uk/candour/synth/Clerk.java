package uk.candour.synth;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// How somebody in an office writes a person down, with the errors of their trade.
final class Clerk {

  /// How often things go wrong at an agency, each as a share of the people written down.
  ///
  /// @param petForm the short form of a forename stands for it
  /// @param spelling another spelling of the forename or the surname
  /// @param typo a slip of the keyboard in one of them
  /// @param swapped forename and surname in each other's place
  /// @param otherSurname the maiden name, or the second name that a community often bears last
  /// @param noBirth no date of birth
  /// @param placeholder 01/01/1900, which the agency uses for unknown
  /// @param yearOnly the year of birth alone, or the year and month
  /// @param dayMonth day and month in each other's place
  /// @param wrongDigit a day or a year one too high or too low, or the first of January
  /// @param oldAddress an address they have left
  /// @param noAddress no address
  record Habits(
      double petForm,
      double spelling,
      double typo,
      double swapped,
      double otherSurname,
      double noBirth,
      double placeholder,
      double yearOnly,
      double dayMonth,
      double wrongDigit,
      double oldAddress,
      double noAddress) {

    /// A register that is checked.
    static final Habits CAREFUL =
        new Habits(.01, .02, .01, .004, .03, .02, .01, .005, .008, .01, .06, .04);

    /// An office with forms.
    static final Habits USUAL =
        new Habits(.05, .05, .025, .012, .05, .05, .02, .015, .012, .015, .1, .08);

    /// Notes made in a hurry.
    static final Habits HASTY =
        new Habits(.14, .08, .04, .015, .06, .14, .03, .04, .015, .02, .12, .2);
  }

  private static final DateTimeFormatter YEAR_MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

  private final Names names;

  Clerk(Names names) {
    this.names = names;
  }

  /// Writes a person down on a day.
  ///
  /// @param dates the way the agency writes dates
  Written write(Person person, int day, Habits habits, DateTimeFormatter dates, Chance chance) {
    String forename = person.forename();
    String surname = person.surname();
    if (chance.yes(habits.otherSurname())) {
      surname = otherSurname(person);
    }
    double slip = chance.unit();
    if (slip < habits.petForm()) {
      List<String> forms = names.petForms(forename);
      forename = forms.isEmpty() ? forename : chance.pick(forms);
    } else if ((slip -= habits.petForm()) < habits.spelling()) {
      if (chance.yes(0.5)) {
        forename = otherSpelling(forename, chance);
      } else {
        surname = otherSpelling(surname, chance);
      }
    } else if ((slip -= habits.spelling()) < habits.typo()) {
      if (chance.yes(0.5)) {
        forename = mistyped(forename, chance);
      } else {
        surname = mistyped(surname, chance);
      }
    } else if ((slip - habits.typo()) < habits.swapped()) {
      String first = forename;
      forename = surname;
      surname = first;
    }
    String address = "";
    String postcode = "";
    if (!chance.yes(habits.noAddress())) {
      Person.Home home =
          chance.yes(habits.oldAddress()) ? person.homes().getFirst() : person.home(day);
      address = home.street();
      postcode = chance.yes(0.1) ? "" : home.postcode();
    }
    String phone =
        !person.phones().isEmpty() && chance.yes(0.5) ? chance.pick(person.phones()) : "";
    return new Written(
        forename,
        chance.yes(0.25) ? person.middle() : "",
        surname,
        chance.yes(0.15) ? person.street() : "",
        born(person, day, habits, dates, chance),
        address,
        postcode,
        phone);
  }

  private static String otherSurname(Person person) {
    if (!person.otherSurname().isEmpty()) {
      return person.otherSurname();
    }
    boolean seconds =
        person.community() == Community.PAKISTANI
            || person.community() == Community.INDIAN
            || person.community() == Community.BANGLADESHI;
    return seconds && !person.middle().isEmpty() ? person.middle() : person.surname();
  }

  private static String born(
      Person person, int day, Habits habits, DateTimeFormatter dates, Chance chance) {
    LocalDate born = Days.date(person.born());
    double slip = chance.unit();
    if (slip < habits.noBirth()) {
      return "";
    }
    if ((slip -= habits.noBirth()) < habits.placeholder()) {
      return LocalDate.of(1900, 1, 1).format(dates);
    }
    if ((slip -= habits.placeholder()) < habits.yearOnly()) {
      return chance.yes(0.7) ? String.valueOf(born.getYear()) : born.format(YEAR_MONTH);
    }
    if ((slip -= habits.yearOnly()) < habits.dayMonth()) {
      return (born.getDayOfMonth() <= 12
              ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue())
              : born)
          .format(dates);
    }
    if ((slip - habits.dayMonth()) < habits.wrongDigit()) {
      LocalDate wrong =
          switch (chance.below(3)) {
            case 0 -> born.plusDays(1);
            case 1 -> born.plusYears(chance.yes(0.5) ? 1 : -1);
            default -> born.withDayOfYear(1);
          };
      return (wrong.toEpochDay() < day ? wrong : born).format(dates);
    }
    return born.format(dates);
  }

  String petForm(Person person, Chance chance) {
    List<String> forms = names.petForms(person.forename());
    return forms.isEmpty() ? person.forename() : chance.pick(forms);
  }

  private String otherSpelling(String name, Chance chance) {
    List<String> spellings = names.spellings(name);
    return spellings.isEmpty() ? plain(name) : chance.pick(spellings);
  }

  private static String mistyped(String name, Chance chance) {
    if (name.length() < 4) {
      return name;
    }
    int at = chance.between(1, name.length() - 2);
    return switch (chance.below(4)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
      case 2 ->
          name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
      default -> name.substring(0, at) + "aeiou".charAt(chance.below(5)) + name.substring(at + 1);
    };
  }

  /// A name without its accents: `Łukasz` becomes `Lukasz`.
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('ł', 'l')
        .replace('Ł', 'L');
  }

  /// The text as far as a character set can hold it: what it cannot hold loses its accents.
  static String encodable(String text, CharsetEncoder encoder) {
    return encoder.canEncode(text) ? text : plain(text);
  }

  /// The date as people write it, months in English.
  static DateTimeFormatter dates(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK);
  }
}
