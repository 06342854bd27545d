package uk.candour.linkage;

import static uk.candour.linkage.PersonLevels.*;

import java.util.List;

/// Compares two descriptions of people, and says how likely such agreement is by chance.
///
/// Where a level speaks of particular values, the chance is worked out for them. For the same name
/// it is the name's share of people. For a slip the thought is this: a form that nobody bears is
/// sure to be a slip of the name beside it and worth as much as that name; a form that many bear is
/// a name of its own, and the pair is most likely two people. So the chance is the share of the
/// commoner name times how often slips happen, plus the share of the rarer as a name of its own
/// over the chance that a slip lands on just that form.
final class PersonComparisons implements Comparisons {

  private static final double SLIPS = 0.04;
  private static final double SLIP_LANDS = 1 / 150.0;
  private static final double LIKENESS_LANDS = 1 / 600.0;
  private static final double SWAPS = 0.02;
  private static final double NICKNAME_LANDS = 0.3;
  private static final double NUMBER_BY_CHANCE = 0.000001;
  private static final int ROW = 8;

  private final Descriptions people;
  private final Frequencies frequencies;
  private final NameVariety variety;
  private final NamePair name;
  private final ContactPair contact;
  private final HomePair home;
  private final int[] rows;

  PersonComparisons(Descriptions people, Frequencies frequencies) {
    this(people, frequencies, rows(people, frequencies));
  }

  private PersonComparisons(Descriptions people, Frequencies frequencies, int[] rows) {
    this.people = people;
    this.frequencies = frequencies;
    this.rows = rows;
    this.variety = frequencies.variety();
    this.name = new NamePair(people);
    this.contact = new ContactPair(people, frequencies);
    this.home = new HomePair(people);
  }

  /// What the first comparisons look at, side by side, so that a description costs one look into
  /// memory: forename, surname, middle name, evidence of birth, first and last day of birth, and
  /// what is recorded.
  private static int[] rows(Descriptions people, Frequencies frequencies) {
    int[] rows = new int[Math.multiplyExact(people.size, ROW)];
    for (int d = 0; d < people.size; d++) {
      int at = d * ROW;
      rows[at] = people.forename[d];
      rows[at + 1] = people.surname[d];
      rows[at + 2] = people.middle[d];
      rows[at + 3] = frequencies.births.evidence(people.born[d]);
      rows[at + 4] = people.bornFrom[d];
      rows[at + 5] = people.bornTo[d];
      rows[at + 6] = recorded(people, d);
      rows[at + 7] = people.born[d];
    }
    return rows;
  }

  @Override
  public Comparisons another() {
    return new PersonComparisons(people, frequencies, rows);
  }

  @Override
  public int size() {
    return people.size;
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public List<Level> levels(int comparison) {
    return LEVELS.get(comparison);
  }

  @Override
  public long first(int a, int b) {
    int atA = a * ROW;
    int atB = b * ROW;
    name.compare(
        a,
        b,
        rows[atA],
        rows[atA + 1],
        rows[atB],
        rows[atB + 1],
        rows[atA + 6] & rows[atB + 6],
        rows[atA + 6] | rows[atB + 6]);
    return at(FORENAME, name.forename)
        | at(SURNAME, name.surname)
        | at(MIDDLE, name.middle)
        | at(ALIAS, name.alias)
        | at(BORN, born(atA, atB));
  }

  @Override
  public long rest(int a, int b, long first) {
    int both = possible(a, b);
    long pattern = first | at(SEX, sex(a, b));
    int homeLevel = has(both, HOME) ? home.home(a, b) : 0;
    pattern |= at(HOME, homeLevel);
    if (has(both, AREA) && (homeLevel == 0 || homeLevel > HOME_POSTCODE)) {
      pattern |= at(AREA, home.place(people.area[a], people.area[b]));
    }
    if (has(both, SCHOOL)) {
      pattern |= at(SCHOOL, home.place(people.school[a], people.school[b]));
    }
    if (has(both, IDENTIFIER)) {
      pattern |= at(IDENTIFIER, contact.identifier(a, b));
    }
    if (has(both, PHONE)) {
      pattern |= at(PHONE, contact.phone(a, b));
    }
    if (has(both, EMAIL)) {
      pattern |= at(EMAIL, contact.email(a, b));
    }
    return has(both, HANDLE) ? pattern | at(HANDLE, contact.handle(a, b)) : pattern;
  }

  @Override
  public int possible(int a, int b) {
    return rows[a * ROW + 6] & rows[b * ROW + 6] & ~((1 << MIDDLE) | (1 << ALIAS));
  }

  private static boolean has(int comparisons, int comparison) {
    return ((comparisons >>> comparison) & 1) != 0;
  }

  /// The comparisons beyond forename, surname and birth that a description has something for, a bit
  /// each.
  private static int recorded(Descriptions people, int d) {
    int bits = people.sex[d] != 0 ? 1 << SEX : 0;
    bits |= people.middle[d] != 0 ? 1 << MIDDLE : 0;
    bits |= people.aliases.count(d) > 0 ? 1 << ALIAS : 0;
    bits |= people.address[d] != 0 || people.postcode[d] != 0 ? 1 << HOME : 0;
    bits |= people.area[d] != 0 ? 1 << AREA : 0;
    bits |= people.school[d] != 0 ? 1 << SCHOOL : 0;
    bits |= people.identifiers.count(d) > 0 ? 1 << IDENTIFIER : 0;
    bits |= people.phones.count(d) > 0 ? 1 << PHONE : 0;
    bits |= people.emails.count(d) > 0 ? 1 << EMAIL : 0;
    bits |= people.handles.count(d) > 0 ? 1 << HANDLE : 0;
    return bits;
  }

  private static long at(int comparison, int level) {
    return (long) level << (4 * comparison);
  }

  private int sex(int a, int b) {
    int sexA = people.sex[a];
    int sexB = people.sex[b];
    if (sexA == 0 || sexB == 0 || sexA > 2 || sexB > 2) {
      return 0;
    }
    return sexA == sexB ? SAME : 2;
  }

  private int born(int atA, int atB) {
    int dateA = rows[atA + 3];
    int dateB = rows[atB + 3];
    if (dateA != 0 && dateB != 0) {
      return Days.isFull(dateA) && Days.isFull(dateB)
          ? fullDates(dateA, dateB)
          : partialDates(rows[atA + 7], rows[atB + 7], dateA, dateB);
    }
    if (rows[atA + 4] == Descriptions.NO_DAY
        || rows[atB + 4] == Descriptions.NO_DAY
        || (dateA == 0 && rows[atA + 7] != 0)
        || (dateB == 0 && rows[atB + 7] != 0)) {
      return 0;
    }
    return ages(rows[atA + 4], rows[atA + 5], rows[atB + 4], rows[atB + 5]);
  }

  private static int fullDates(int dateA, int dateB) {
    if (dateA == dateB) {
      return SAME;
    }
    if (Days.areSwapped(dateA, dateB)) {
      return BORN_SWAPPED;
    }
    if (Days.areOneSlipApart(dateA, dateB)) {
      return BORN_SLIP;
    }
    if (Days.partsInCommon(dateA, dateB) == 2) {
      return BORN_TWO_PARTS;
    }
    return Math.abs(Days.monthsFromZero(dateA) - Days.monthsFromZero(dateB)) <= 12
        ? BORN_NEAR
        : BORN_DIFFERENT;
  }

  /// Dates of which one speaks for its month or year alone, either because no more was recorded or
  /// because its day is a common filler.
  private static int partialDates(int bornA, int bornB, int dateA, int dateB) {
    int yearA = Days.year(dateA);
    int yearB = Days.year(dateB);
    if (yearA != yearB) {
      return Days.isSlip(yearA, yearB) && Math.abs(yearA - yearB) > 1
          ? BORN_YEAR_SLIP
          : Math.abs(yearA - yearB) == 1 ? BORN_NEAR : BORN_DIFFERENT;
    }
    if (Days.month(dateA) != 0 && Days.month(dateB) != 0) {
      return Days.month(dateA) == Days.month(dateB) ? BORN_MONTH : BORN_NEAR;
    }
    return bornA == bornB && Days.isFull(bornA) ? BORN_MONTH : BORN_YEAR;
  }

  private static int ages(int fromA, int toA, int fromB, int toB) {
    int apart = Math.max(fromA - toB, fromB - toA);
    return apart <= 0
        ? BORN_AGE
        : apart <= 366 ? BORN_AGE_NEAR : apart <= 2 * 366 ? BORN_NEAR : BORN_DIFFERENT;
  }

  @Override
  public double chance(int comparison, int level, int a, int b) {
    return switch (comparison) {
      case FORENAME -> forenameChance(level, a, b);
      case SURNAME -> surnameChance(level, a, b);
      case MIDDLE ->
          level == SAME
              ? Math.max(frequencies.middle(people.middle[a]), frequencies.middle(people.middle[b]))
              : 0;
      case ALIAS -> level == SAME ? frequencies.alias(name.sharedAlias(a, b)) : 0;
      case BORN -> level == SAME ? frequencies.births.share(people.born[a]) : 0;
      case HOME -> homeChance(level, a);
      case AREA -> level == SAME ? frequencies.area(people.area[a]) : 0;
      case SCHOOL -> level == SAME ? frequencies.school(people.school[a]) : 0;
      case IDENTIFIER -> level == SAME ? NUMBER_BY_CHANCE : 0;
      case PHONE -> level == SAME ? frequencies.phone(contact.shared(people.phones, a, b)) : 0;
      case EMAIL -> level == SAME ? frequencies.email(contact.shared(people.emails, a, b)) : 0;
      case HANDLE -> level == SAME ? frequencies.handle(contact.shared(people.handles, a, b)) : 0;
      default -> 0;
    };
  }

  @Override
  public double leastChance(int comparison, int level) {
    return switch (comparison) {
      case HOME -> level <= HOME_POSTCODE ? frequencies.oneHome() : 1;
      case AREA, SCHOOL -> level == SAME ? frequencies.onePlace() : 1;
      case PHONE, EMAIL, HANDLE -> level == SAME ? frequencies.oneContact() : 1;
      case IDENTIFIER -> level == SAME ? NUMBER_BY_CHANCE : 1;
      default -> 1;
    };
  }

  private double homeChance(int level, int a) {
    return switch (level) {
      case SAME -> frequencies.address(people.address[a]);
      case HOME_POSTCODE -> frequencies.postcode(people.postcode[a]);
      default -> 0;
    };
  }

  private double forenameChance(int level, int a, int b) {
    int nameA = people.forename[a];
    int nameB = people.forename[b];
    double shareA = nameA == 0 ? 0 : frequencies.forename(nameA);
    double shareB = nameB == 0 ? 0 : frequencies.forename(nameB);
    double common = Math.max(shareA, shareB);
    double rare = Math.min(shareA, shareB);
    double one = frequencies.oneForename();
    return switch (level) {
      case SAME -> shareA;
      case SPELLING -> variety.forenameSpellings() * frequencies.forenameSpelling(nameA);
      case NICKNAME ->
          Math.min(
              1, variety.nicknames() * frequencies.forenameWord(nameA, nameB) / NICKNAME_LANDS);
      case FORENAME_CLOSE -> slip(common, rare, areKnown(nameA, nameB) ? 0 : one, SLIP_LANDS);
      case FORENAME_PART -> variety.forenameWords() * frequencies.forenameWord(nameA, nameB);
      case FORENAME_OTHER -> variety.otherNames() * common;
      case FORENAME_INITIAL -> variety.forenameInitials() * frequencies.forenameInitial(nameA);
      case FORENAME_ALIKE -> slip(common, rare, areKnown(nameA, nameB) ? 0 : one, LIKENESS_LANDS);
      case FORENAME_PLACE -> placeChance(a, b, shareA, shareB);
      default -> 0;
    };
  }

  /// Forename and surname swapped, or a lone name that is the other's forename.
  private double placeChance(int a, int b, double shareA, double shareB) {
    if (people.surname[a] == 0 || people.surname[b] == 0) {
      return variety.loneNames() * (people.forename[a] == 0 ? shareB : shareA);
    }
    double forename =
        Math.max(frequencies.forename(people.forename[a]), frequencies.forename(people.surname[b]));
    double surname =
        Math.max(frequencies.surname(people.surname[a]), frequencies.surname(people.forename[b]));
    double otherForename =
        Math.max(frequencies.forename(people.forename[b]), frequencies.forename(people.surname[a]));
    double otherSurname =
        Math.max(frequencies.surname(people.surname[b]), frequencies.surname(people.forename[a]));
    double oneWay = forename * surname;
    double otherWay = otherForename * otherSurname;
    return SWAPS * Math.max(oneWay, otherWay) + Math.min(oneWay, otherWay);
  }

  private double surnameChance(int level, int a, int b) {
    int nameA = people.surname[a];
    int nameB = people.surname[b];
    double shareA = nameA == 0 ? 0 : frequencies.surname(nameA);
    double shareB = nameB == 0 ? 0 : frequencies.surname(nameB);
    double common = Math.max(shareA, shareB);
    double rare = Math.min(shareA, shareB);
    double one = frequencies.oneSurname();
    return switch (level) {
      case SAME -> shareA;
      case SPELLING -> variety.surnameSpellings() * frequencies.surnameSpelling(nameA);
      case SURNAME_CLOSE -> slip(common, rare, one, SLIP_LANDS);
      case SURNAME_PART -> variety.surnameWords() * frequencies.surnameWord(nameA, nameB);
      case SURNAME_OTHER -> variety.otherNames() * common;
      case SURNAME_ALIKE -> slip(common, rare, one, LIKENESS_LANDS);
      case SURNAME_PLACE -> variety.loneNames() * (nameA == 0 ? shareB : shareA);
      case SURNAME_INITIAL -> variety.surnameInitials() * frequencies.surnameInitial(nameA);
      default -> 0;
    };
  }

  /// Whether both are names of their own, whoever bears them here.
  private boolean areKnown(int nameA, int nameB) {
    return people.names.isKnown(nameA) && people.names.isKnown(nameB);
  }

  /// @param one the share that one bearer makes: a form that one or two bear may be a slip; 0 where
  ///   both are known to be names
  private static double slip(double common, double rare, double one, double lands) {
    double ownName = Math.max(0.1 * one, rare - 2 * one);
    return Math.min(1, SLIPS * common + ownName / lands);
  }

  /// The full name is worth no more than telling one of its bearers from the others: where people
  /// of several dates of birth bear it, forename and surname go together more often than apart.
  @Override
  public double correction(long pattern, int a, int b, double prior, double[] bits) {
    int forename = Comparisons.level(pattern, FORENAME);
    int surname = Comparisons.level(pattern, SURNAME);
    if (forename == 0 || forename > SPELLING || surname == 0 || surname > SPELLING) {
      return 0;
    }
    int bearers = Math.max(frequencies.namesakes(a), frequencies.namesakes(b));
    if (bearers < 2) {
      return 0;
    }
    double most = -prior - Math.log(bearers - 1.0) / Math.log(2);
    return Math.min(0, most - bits[FORENAME] - bits[SURNAME]);
  }

  @Override
  public Refusal refusal(long pattern, int a, int b) {
    int number = Comparisons.level(pattern, IDENTIFIER);
    boolean sameNumber = number == SAME;
    if (!sameNumber && contact.haveDifferentLifeNumbers(a, b)) {
      return Refusal.IDENTIFIERS;
    }
    if (sameNumber) {
      return Refusal.NONE;
    }
    if (areTwins(pattern, a, b)) {
      return Refusal.TWINS;
    }
    return hasNameInCommon(pattern) ? Refusal.NONE : Refusal.NO_NAME;
  }

  /// Twins and siblings close in age: one surname, one birth or nearly, one home or school, and
  /// forenames that are two names. Two forenames alike (Hassan and Hussain) are two names when each
  /// is borne by several people or known as a name.
  private boolean areTwins(long pattern, int a, int b) {
    int surname = Comparisons.level(pattern, SURNAME);
    int born = Comparisons.level(pattern, BORN);
    int homeLevel = Comparisons.level(pattern, HOME);
    boolean oneHome =
        homeLevel == SAME
            || homeLevel == HOME_POSTCODE
            || Comparisons.level(pattern, SCHOOL) == SAME;
    return surname >= SAME
        && surname <= SURNAME_PART
        && born >= SAME
        && born <= BORN_TWO_PARTS
        && oneHome
        && areTwoForenames(Comparisons.level(pattern, FORENAME), a, b);
  }

  boolean areTwoForenames(int level, int a, int b) {
    if (level == FORENAME_DIFFERENT) {
      return true;
    }
    double rare =
        level == 0 || people.forename[a] == 0 || people.forename[b] == 0
            ? 0
            : Math.min(
                frequencies.forename(people.forename[a]), frequencies.forename(people.forename[b]));
    double one = frequencies.oneForename();
    boolean bothKnown = rare > 0 && areKnown(people.forename[a], people.forename[b]);
    return (level == FORENAME_ALIKE && (bothKnown || rare >= 3 * one))
        || (level == FORENAME_CLOSE && (bothKnown || rare >= 5 * one));
  }

  private static boolean hasNameInCommon(long pattern) {
    int forename = Comparisons.level(pattern, FORENAME);
    int surname = Comparisons.level(pattern, SURNAME);
    int alias = Comparisons.level(pattern, ALIAS);
    boolean ownContact =
        Comparisons.level(pattern, EMAIL) == SAME
            || Comparisons.level(pattern, HANDLE) == SAME
            || (isContactClose(pattern) && isBornClose(pattern));
    return (forename != 0 && forename != FORENAME_DIFFERENT && forename != FORENAME_INITIAL)
        || (surname != 0 && surname != SURNAME_DIFFERENT && surname != SURNAME_INITIAL)
        || (alias != 0 && alias != ALIAS_DIFFERENT)
        || ownContact
        || Comparisons.level(pattern, IDENTIFIER) == IDENTIFIER_UNCHECKED
        || Comparisons.level(pattern, IDENTIFIER) == IDENTIFIER_SLIP;
  }

  private static boolean isContactClose(long pattern) {
    int email = Comparisons.level(pattern, EMAIL);
    return email == EMAIL_USER
        || email == EMAIL_CLOSE
        || Comparisons.level(pattern, HANDLE) == CLOSE;
  }

  private static boolean isBornClose(long pattern) {
    int born = Comparisons.level(pattern, BORN);
    return born >= SAME && born <= BORN_TWO_PARTS;
  }

  Descriptions people() {
    return people;
  }
}
