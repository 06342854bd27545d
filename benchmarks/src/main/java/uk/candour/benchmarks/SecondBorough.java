package uk.candour.benchmarks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// A borough that linkage was not made on: people, how agencies write them down, and who they truly
/// are.
///
/// It was written from what is published of names and identifiers in such records, without sight of
/// the linkage or of the product's own example borough, and linkage is never tuned on it: what it
/// scores here is what it may score elsewhere. Places and people are invented; NHS numbers are in
/// the range set apart for tests.
///
/// Families have names of one origin, an address and a telephone, brothers and sisters, sometimes
/// twins. Ten agencies each keep other fields, and each errs in its own measure. The same seed
/// gives the same rows.
final class SecondBorough {

  private static final List<String> STREETS =
      List.of(
          "Mill",
          "Church",
          "Station",
          "Park",
          "Victoria",
          "Albert",
          "Canal",
          "Foundry",
          "Chapel",
          "Sycamore",
          "Hawthorn",
          "Ridge",
          "Quarry",
          "Bramley",
          "Tannery",
          "Wharf",
          "Orchard",
          "Beech",
          "Colliery",
          "Market",
          "Spring",
          "Weir",
          "Bridge",
          "Abbey",
          "Fold",
          "Kiln");
  private static final List<String> WAYS = List.of("Street", "Road", "Lane", "Close", "Avenue");
  private static final List<String> DISTRICTS =
      List.of("Northbeck", "Oldfold", "Wharfside", "Highmoor", "Eastgate", "Ridley");
  private static final List<String> SCHOOLS =
      List.of(
          "Northbeck High", "Oldfold Academy", "St Aidan's", "Ridley Comprehensive", "Moor End");
  private static final List<String> STREET_NAMES =
      List.of(
          "Taz", "Shabs", "Big T", "Smiley", "Biggie", "Jonesy", "Ace", "Pops", "Skinny", "Zee",
          "Mo", "Spud", "Kaz", "Flash", "Teddy", "Rocky", "Ash", "Sparky");
  private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
  private static final String PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";
  private static final int FEMALE = 1;
  private static final int MALE = 2;

  /// The ten agencies, with what each writes of a person.
  private enum Agency {
    POLICE_CRIME,
    POLICE_INTELLIGENCE,
    MISSING_REPORTS,
    SOCIAL_CARE,
    HEALTH,
    SCHOOL,
    YOUTH_PROJECT,
    CARE_HOME,
    VOLUNTARY,
    COURT
  }

  private record Home(String address, String postcode, String area, String telephone) {}

  private static final class Person {
    private int number;
    private NameOrigin origin = NameOrigin.WHITE_BRITISH;
    private boolean suspect;
    private boolean female;
    private String forename = "";
    private String middle = "";
    private String surname = "";
    private String otherSurname = "";
    private List<String> aliases = List.of();
    private LocalDate born = LocalDate.EPOCH;
    private List<Home> homes = List.of();
    private String school = "";
    private String nhs = "";
    private String upn = "";
    private String pnc = "";
    private String laNumber = "";
    private List<String> mobiles = List.of();
    private String handle = "";
    private double activity;
  }

  private final Random random;
  private final Clerk clerk;
  private final List<Person> children = new ArrayList<>();
  private final List<Person> suspects = new ArrayList<>();
  private final List<BoroughRow> rows = new ArrayList<>();
  private final int[] nextRow = new int[Agency.values().length];
  private final Set<String> given = new HashSet<>();
  private final String workersPhone;
  private int numbered;

  private SecondBorough(long seed) {
    random = new Random(seed);
    clerk = new Clerk(random);
    workersPhone = mobile();
  }

  /// About so many mentions, of about one child for nine of them and one suspect for thirty.
  static List<BoroughRow> rows(int mentions, long seed) {
    SecondBorough borough = new SecondBorough(seed);
    while (borough.children.size() < mentions / 9) {
      borough.addFamily();
    }
    while (borough.suspects.size() < mentions / 30) {
      borough.addSuspect();
    }
    while (borough.rows.size() < mentions) {
      borough.addEvent();
    }
    return List.copyOf(borough.rows);
  }

  // People.

  private NameOrigin origin() {
    double left = random.nextDouble();
    for (NameOrigin origin : NameOrigin.values()) {
      left -= origin.share();
      if (left < 0) {
        return origin;
      }
    }
    return NameOrigin.WHITE_BRITISH;
  }

  /// Brothers and sisters under one roof; a few are twins, a few carry the name of another parent.
  private void addFamily() {
    NameOrigin origin = origin();
    String surname = clerk.common(origin.surnames());
    Home home = home(origin);
    int size = clerk.happens(0.35) ? 2 + random.nextInt(3) : 1;
    LocalDate born = LocalDate.of(1982, 1, 1).plusDays(random.nextInt(365 * 17));
    for (int child = 0; child < size && born.getYear() < 2004; child++) {
      Person person = person(origin, surname);
      person.born = born;
      person.homes = homes(origin, home);
      person.school = clerk.any(SCHOOLS);
      person.upn = clerk.happens(0.9) ? upn() : "";
      while (hasNamesake(person, size)) {
        person.forename = clerk.common(origin.forenames(person.female));
      }
      children.add(person);
      boolean twin = child + 1 < size && clerk.happens(0.08);
      born = twin ? born : born.plusDays(320 + random.nextInt(1200));
    }
  }

  private boolean hasNamesake(Person person, int family) {
    for (int back = 1; back <= Math.min(family, children.size()); back++) {
      Person other = children.get(children.size() - back);
      if (other.homes.getFirst().equals(person.homes.getFirst())
          && other.forename.equals(person.forename)) {
        return true;
      }
    }
    return false;
  }

  private void addSuspect() {
    NameOrigin origin = origin();
    Person person = person(origin, clerk.common(origin.surnames()));
    person.suspect = true;
    if (clerk.happens(0.85) && person.female) {
      person.female = false;
      name(person, person.surname);
    }
    person.born = LocalDate.of(1955, 1, 1).plusDays(random.nextInt(365 * 36));
    person.homes = homes(origin, home(origin));
    person.pnc = clerk.happens(0.7) ? pnc(person.born) : "";
    if (clerk.happens(0.45)) {
      person.aliases = List.of(clerk.any(STREET_NAMES));
    }
    suspects.add(person);
    if (clerk.happens(0.12)) {
      addBrother(person);
    }
  }

  /// A grown brother at the same address; among Travellers often a namesake of the next generation.
  private void addBrother(Person of) {
    Person brother = person(of.origin, of.surname);
    brother.suspect = true;
    brother.female = false;
    name(brother, of.surname);
    if (of.origin == NameOrigin.IRISH_TRAVELLER && clerk.happens(0.5)) {
      brother.forename = of.forename;
      brother.born = of.born.plusDays(365 * 20 + random.nextInt(2000));
    } else {
      brother.born = of.born.plusDays(400 + random.nextInt(2500));
    }
    brother.homes = of.homes;
    brother.pnc = clerk.happens(0.7) ? pnc(brother.born) : "";
    suspects.add(brother);
  }

  private Person person(NameOrigin origin, String surname) {
    Person person = new Person();
    person.number = numbered++;
    person.origin = origin;
    person.female = clerk.happens(0.75);
    name(person, surname);
    person.nhs = clerk.happens(0.93) ? nhs() : "";
    person.laNumber = String.valueOf(100_000 + person.number);
    person.mobiles = clerk.happens(0.75) ? List.of(mobile(), mobile()) : List.of();
    person.handle =
        clerk.happens(0.2)
            ? Clerk.plain(person.forename).toLowerCase(Locale.ROOT) + random.nextInt(999)
            : "";
    person.activity = Math.exp(1.1 * random.nextGaussian());
    return person;
  }

  private void name(Person person, String family) {
    NameOrigin origin = person.origin;
    person.forename = clerk.common(origin.forenames(person.female));
    person.middle = clerk.happens(0.5) ? clerk.common(origin.forenames(person.female)) : "";
    person.surname = family;
    person.otherSurname = clerk.happens(0.09) ? clerk.common(origin.surnames()) : "";
    switch (origin) {
      case SOUTH_ASIAN -> {
        if (person.female && clerk.happens(0.3)) {
          person.surname = clerk.any(List.of("Begum", "Bibi", "Kaur", "Akhtar", "Khatun"));
          person.otherSurname = family;
        } else if (!person.female && clerk.happens(0.3)) {
          person.middle = person.forename;
          person.forename = "Mohammed";
        }
      }
      case EAST_EUROPEAN -> person.surname = person.female ? feminine(family) : family;
      case SOMALI_ARABIC -> {
        person.middle = clerk.common(origin.forenames(false));
        person.otherSurname = person.middle;
      }
      case WHITE_BRITISH, IRISH_TRAVELLER, WEST_AFRICAN -> {}
    }
  }

  private static String feminine(String surname) {
    if (surname.endsWith("ski")) {
      return surname.substring(0, surname.length() - 1) + "a";
    }
    if (surname.endsWith("ov")) {
      return surname + "a";
    }
    return surname.endsWith("ák") || surname.endsWith("áth") || surname.endsWith("oš")
        ? surname + "ová"
        : surname;
  }

  private Home home(NameOrigin origin) {
    boolean site = origin == NameOrigin.IRISH_TRAVELLER && clerk.happens(0.7);
    String area = clerk.any(DISTRICTS);
    String street = clerk.any(STREETS) + " " + clerk.any(WAYS);
    int district = 1 + DISTRICTS.indexOf(area);
    String letters = "ABDEFGHJLN";
    String unit =
        String.valueOf(letters.charAt(Math.floorMod(street.hashCode(), 10)))
            + letters.charAt(Math.floorMod(street.hashCode() / 10, 10));
    return site
        ? new Home("The Caravan Site, " + area + " Lane", "XD" + district + " 9ZZ", area, "")
        : new Home(
            (1 + random.nextInt(140)) + " " + street,
            "XD%d %d%s".formatted(district, Math.floorMod(street.hashCode() / 100, 10), unit),
            area,
            clerk.happens(0.6) ? "01999" + (100_000 + random.nextInt(899_999)) : "");
  }

  /// The first home and, for some, one or two moved to later.
  private List<Home> homes(NameOrigin origin, Home first) {
    List<Home> homes = new ArrayList<>(List.of(first));
    while (homes.size() < 3 && clerk.happens(0.3)) {
      homes.add(home(origin));
    }
    return homes;
  }

  // Numbers, each with its check.

  private String mobile() {
    while (true) {
      String number = "077009" + (10_000 + random.nextInt(90_000));
      if (given.add(number)) {
        return number;
      }
    }
  }

  /// Ten digits; the last is 11 less the weighted sum of the others modulo 11, and never 10.
  private String nhs() {
    while (true) {
      String digits = "999" + (100_000 + random.nextInt(900_000));
      int sum = 0;
      for (int i = 0; i < 9; i++) {
        sum += (10 - i) * (digits.charAt(i) - '0');
      }
      int check = (11 - sum % 11) % 11;
      if (check != 10 && given.add(digits)) {
        return digits + check;
      }
    }
  }

  private String upn() {
    StringBuilder digits = new StringBuilder();
    int sum = 0;
    for (int i = 2; i <= 13; i++) {
      int digit = random.nextInt(10);
      sum += i * digit;
      digits.append(digit);
    }
    return UPN_LETTERS.charAt(sum % 23) + digits.toString();
  }

  private String pnc(LocalDate born) {
    int year = Math.floorMod(born.getYear() + 16 + random.nextInt(10), 100);
    int serial = random.nextInt(1_000_000);
    long digits = year * 10_000_000L + serial;
    return "%02d/%07d%s".formatted(year, serial, PNC_LETTERS.charAt((int) (digits % 23)));
  }

  // Rows.

  /// One row of one agency, about a child, a suspect or both.
  private void addEvent() {
    Agency agency = agency();
    int row = nextRow[agency.ordinal()]++;
    Person child = active(children);
    LocalDate day = dayOfChildhood(child);
    boolean ofSuspect =
        switch (agency) {
          case COURT -> true;
          case POLICE_INTELLIGENCE -> clerk.happens(0.7);
          case POLICE_CRIME -> clerk.happens(0.4);
          default -> clerk.happens(0.03);
        };
    boolean ofChild =
        switch (agency) {
          case COURT -> false;
          case POLICE_INTELLIGENCE -> !ofSuspect || clerk.happens(0.4);
          default -> true;
        };
    if (ofChild) {
      rows.add(mention(child, agency, row, day, false));
    }
    if (ofSuspect) {
      Person named = clerk.happens(0.02) && !ofChild ? child : active(suspects);
      rows.add(mention(named, agency, row, day, true));
    }
  }

  /// A day of the period on which the child was from nine to seventeen years old.
  private LocalDate dayOfChildhood(Person child) {
    LocalDate from = later(child.born.plusYears(9), LocalDate.of(1997, 1, 1));
    LocalDate to = child.born.plusYears(18);
    LocalDate last = to.isBefore(LocalDate.of(2014, 1, 1)) ? to : LocalDate.of(2014, 1, 1);
    return from.plusDays(random.nextLong(Math.max(1, ChronoUnit.DAYS.between(from, last))));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private Agency agency() {
    int[] weights = {14, 10, 14, 20, 10, 12, 8, 4, 4, 4};
    int left = random.nextInt(100);
    for (Agency agency : Agency.values()) {
      left -= weights[agency.ordinal()];
      if (left < 0) {
        return agency;
      }
    }
    throw new IllegalStateException("the weights of the agencies are not 100 in all");
  }

  private Person active(List<Person> people) {
    while (true) {
      Person person = clerk.any(people);
      if (random.nextDouble() * 6 < person.activity) {
        return person;
      }
    }
  }

  private BoroughRow mention(
      Person person, Agency agency, int row, LocalDate day, boolean suspect) {
    Home home =
        person.homes.get(
            Math.min(person.homes.size() - 1, (day.getYear() - 1997) * person.homes.size() / 17));
    String[] name = writtenName(person, agency, suspect);
    boolean agesOnly =
        agency == Agency.YOUTH_PROJECT
            || (agency == Agency.POLICE_INTELLIGENCE && clerk.happens(0.6));
    boolean yearOnly = agency == Agency.VOLUNTARY || clerk.happens(0.02);
    int born = agesOnly ? 0 : writtenDate(person, yearOnly);
    int age = day.getYear() - person.born.getYear();
    if (day.getDayOfYear() < person.born.getDayOfYear()) {
      age--;
    }
    int guess = suspect || clerk.happens(0.2) ? random.nextInt(5) - 2 : 0;
    boolean aged = agesOnly && age >= 0 && clerk.happens(0.85);
    int spread = aged && clerk.happens(0.2) ? 2 : 0;
    int sex = person.female ? FEMALE : MALE;
    boolean addressed = hasAddress(agency) && clerk.happens(0.85);
    return new BoroughRow(
        person.number,
        suspect,
        person.origin,
        agency.ordinal(),
        row,
        name[0],
        name[1],
        name[2],
        aliases(person, agency, suspect),
        born,
        aged ? Math.max(1, age + guess) : -1,
        aged ? Math.max(1, age + guess) + spread : -1,
        pack(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
        clerk.happens(0.93) ? sex : 0,
        addressed ? address(home) : "",
        addressed ? postcode(home) : "",
        clerk.happens(0.7) ? home.area() : "",
        agency == Agency.SCHOOL || (agency == Agency.MISSING_REPORTS && clerk.happens(0.5))
            ? person.school
            : "",
        identifiers(person, agency),
        phones(person, agency, home),
        List.of(),
        agency == Agency.YOUTH_PROJECT && clerk.happens(0.5) && !person.handle.isEmpty()
            ? List.of(person.handle)
            : List.of());
  }

  private static boolean hasAddress(Agency agency) {
    return switch (agency) {
      case POLICE_CRIME, SOCIAL_CARE, HEALTH, SCHOOL, MISSING_REPORTS, COURT -> true;
      case POLICE_INTELLIGENCE, YOUTH_PROJECT, CARE_HOME, VOLUNTARY -> false;
    };
  }

  private String address(Home home) {
    String address = home.address();
    if (clerk.happens(0.2)) {
      address = address.replace("Street", "St").replace("Road", "Rd").replace("Avenue", "Ave");
    }
    return clerk.happens(0.03) ? clerk.slip(address) : address;
  }

  private String postcode(Home home) {
    if (clerk.happens(0.02)) {
      return "ZZ99 3VZ";
    }
    return clerk.happens(0.1) ? home.postcode().replace(" ", "") : home.postcode();
  }

  /// Forename, middle name and surname as the agency has them.
  private String[] writtenName(Person person, Agency agency, boolean suspect) {
    String forename = person.forename;
    String middle = agency == Agency.SOCIAL_CARE || agency == Agency.COURT ? person.middle : "";
    String surname = person.surname;
    boolean spoken =
        agency == Agency.YOUTH_PROJECT
            || agency == Agency.POLICE_INTELLIGENCE
            || agency == Agency.VOLUNTARY;
    double care = spoken ? 2.5 : agency == Agency.HEALTH || agency == Agency.SCHOOL ? 0.4 : 1;
    if (!person.otherSurname.isEmpty() && clerk.happens(0.3)) {
      surname = clerk.happens(0.1) ? surname + "-" + person.otherSurname : person.otherSurname;
    }
    if (person.origin == NameOrigin.SOUTH_ASIAN
        && forename.equals("Mohammed")
        && !person.middle.isEmpty()
        && clerk.happens(0.35)) {
      forename = person.middle;
      middle = "";
    }
    if (clerk.happens(spoken ? 0.4 : 0.07)) {
      forename = clerk.nickname(forename);
    }
    if (clerk.happens(0.16 * care)) {
      forename = clerk.spelling(forename);
    }
    if (clerk.happens(0.16 * care)) {
      surname = clerk.spelling(surname);
    }
    if (clerk.happens(agency == Agency.HEALTH ? 0.5 : 0.9)) {
      forename = Clerk.plain(forename);
      middle = Clerk.plain(middle);
      surname = Clerk.plain(surname);
    }
    if (clerk.happens(0.03 * care)) {
      forename = clerk.slip(forename);
    }
    if (clerk.happens(0.035 * care)) {
      surname = clerk.slip(surname);
    }
    boolean foreign =
        person.origin != NameOrigin.WHITE_BRITISH && person.origin != NameOrigin.IRISH_TRAVELLER;
    if (clerk.happens(foreign ? 0.05 : 0.012)) {
      String swapped = forename;
      forename = surname;
      surname = swapped;
    }
    if (foreign && clerk.happens(0.02)) {
      surname = "";
    }
    if (agency == Agency.YOUTH_PROJECT && clerk.happens(0.55)) {
      surname = clerk.happens(0.3) && !surname.isEmpty() ? surname.substring(0, 1) : "";
    }
    if (agency == Agency.POLICE_INTELLIGENCE && suspect && clerk.happens(0.35)) {
      surname = "";
      if (!person.aliases.isEmpty() && clerk.happens(0.6)) {
        forename = "";
      }
    }
    if (clerk.happens(0.004)) {
      forename = "Unknown";
    }
    boolean capitals =
        agency == Agency.POLICE_CRIME || agency == Agency.COURT || agency == Agency.MISSING_REPORTS;
    return new String[] {forename, middle, capitals ? surname.toUpperCase(Locale.ROOT) : surname};
  }

  private List<String> aliases(Person person, Agency agency, boolean suspect) {
    List<String> aliases = new ArrayList<>();
    if (suspect && agency != Agency.HEALTH && clerk.happens(0.6)) {
      aliases.addAll(person.aliases);
    }
    if (agency == Agency.SOCIAL_CARE && !person.otherSurname.isEmpty() && clerk.happens(0.4)) {
      aliases.add(person.forename + " " + person.otherSurname);
    }
    return aliases;
  }

  /// The date of birth as written: missing, a placeholder, day and month exchanged, a digit wrong.
  private int writtenDate(Person person, boolean yearOnly) {
    int year = person.born.getYear();
    int month = person.born.getMonthValue();
    int day = person.born.getDayOfMonth();
    boolean uncertain =
        person.origin == NameOrigin.SOMALI_ARABIC || person.origin == NameOrigin.IRISH_TRAVELLER;
    double chance = random.nextDouble();
    if (chance < 0.07) {
      return 0;
    }
    if (chance < 0.08) {
      return pack(1900, 1, 1);
    }
    if (chance < (uncertain ? 0.2 : 0.09)) {
      return pack(year + (uncertain ? random.nextInt(3) - 1 : 0), 1, 1);
    }
    if (yearOnly) {
      return pack(year, 0, 0);
    }
    chance = random.nextDouble();
    if (chance < 0.015 && day <= 12) {
      return pack(year, day, month);
    }
    if (chance < 0.03) {
      return pack(year, month, Math.clamp(day + (clerk.happens(0.5) ? 1L : -1L), 1, 28));
    }
    if (chance < 0.04) {
      return pack(year + (clerk.happens(0.5) ? 1 : -1), month, Math.min(day, 28));
    }
    if (chance < 0.05) {
      return pack(year, 1 + random.nextInt(12), Math.min(day, 28));
    }
    return pack(year, month, day);
  }

  private static int pack(int year, int month, int day) {
    return year << 9 | month << 5 | day;
  }

  private List<String> identifiers(Person person, Agency agency) {
    List<String> identifiers = new ArrayList<>();
    if (!person.nhs.isEmpty()
        && ((agency == Agency.HEALTH && clerk.happens(0.95))
            || (agency == Agency.SOCIAL_CARE && clerk.happens(0.25)))) {
      identifiers.add(
          "nhs:" + (clerk.happens(0.006) ? clerk.slipOfDigits(person.nhs) : person.nhs));
    }
    if (!person.upn.isEmpty()
        && (agency == Agency.SCHOOL || (agency == Agency.SOCIAL_CARE && clerk.happens(0.3)))) {
      identifiers.add("upn:" + person.upn);
    }
    if (!person.pnc.isEmpty()
        && (agency == Agency.COURT
            || (agency == Agency.POLICE_CRIME && person.suspect && clerk.happens(0.6)))) {
      identifiers.add("pnc:" + person.pnc);
    }
    if (agency == Agency.SOCIAL_CARE && clerk.happens(0.9)) {
      identifiers.add("la:" + person.laNumber);
    }
    return identifiers;
  }

  private List<String> phones(Person person, Agency agency, Home home) {
    List<String> phones = new ArrayList<>();
    boolean own =
        agency == Agency.YOUTH_PROJECT
            || agency == Agency.POLICE_INTELLIGENCE
            || agency == Agency.MISSING_REPORTS;
    if (!person.mobiles.isEmpty() && clerk.happens(own ? 0.5 : 0.15)) {
      String phone = clerk.common(person.mobiles);
      phones.add(clerk.happens(0.2) ? phone.substring(0, 5) + " " + phone.substring(5) : phone);
    }
    if (!home.telephone().isEmpty() && hasAddress(agency) && clerk.happens(0.35)) {
      phones.add(home.telephone());
    }
    if (agency == Agency.YOUTH_PROJECT && clerk.happens(0.06)) {
      phones.add(workersPhone);
    }
    return phones;
  }
}
