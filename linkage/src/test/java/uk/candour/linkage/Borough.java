package uk.candour.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// An invented borough with known truth: households of children, adults who are named as suspects,
/// and what eight agencies write of them, with the errors that agencies make. The same seed gives
/// the same records.
final class Borough {

  /// One true person.
  private static final class Person {
    String forename = "";
    String middle = "";
    String surname = "";
    String otherSurname = "";
    String alias = "";
    boolean girl;
    LocalDate born = LocalDate.EPOCH;
    String nhs = "";
    String upn = "";
    String la = "";
    String pnc = "";
    String[] addresses = {};
    String[] postcodes = {};
    String area = "";
    String school = "";
    String phone = "";
    String homePhone = "";
    String handle = "";
    int number;
  }

  final Records records = new Records();
  private final List<Integer> truth = new ArrayList<>();
  private final List<Boolean> childMention = new ArrayList<>();
  private final List<Person> children = new ArrayList<>();
  private final List<Person> suspects = new ArrayList<>();
  private final Random random;
  private final double noise;
  private int row;
  private int people;

  private static final String[] AREAS = {
    "Eastmoor", "Netherby", "Canal Side", "Hill Top", "Ridley"
  };
  private static final String[] STREETS =
      ("Mill High Church Station Park Victoria Albert Chapel School Bridge Canal Moor Fell Quarry"
              + " Forge Weaver Chestnut Sycamore Laburnum Hawthorn")
          .split(" ", -1);

  /// @param noise 1 for ordinary carelessness, 2 for twice as many errors
  Borough(long seed, int childCount, int suspectCount, int mentions, double noise) {
    this.random = new Random(seed);
    this.noise = noise;
    while (children.size() < childCount) {
      household(childCount);
    }
    for (int i = 0; i < suspectCount; i++) {
      suspects.add(suspect());
    }
    for (int i = 0; i < mentions; i++) {
      mention();
    }
  }

  int[] truth() {
    return truth.stream().mapToInt(i -> i).toArray();
  }

  /// The truth of children's mentions alone; -1 for the others.
  int[] truthOfChildren() {
    return truthOf(true);
  }

  /// The truth of suspects' mentions that have a surname; -1 for the others.
  int[] truthOfNamedSuspects() {
    int[] of = truthOf(false);
    for (int r = 0; r < of.length; r++) {
      if (!records.get(r).containsKey("surname")) {
        of[r] = -1;
      }
    }
    return of;
  }

  private int[] truthOf(boolean ofChildren) {
    int[] of = truth();
    for (int r = 0; r < of.length; r++) {
      if (childMention.get(r) != ofChildren) {
        of[r] = -1;
      }
    }
    return of;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private boolean slip(double probability) {
    return random.nextDouble() < probability * noise;
  }

  private void household(int most) {
    int community = BoroughNames.community(random);
    String surname = BoroughNames.surname(random, community);
    String area = AREAS[random.nextInt(AREAS.length)];
    String[] addresses = {address(), address()};
    String[] postcodes = {postcode(area), postcode(area)};
    String homePhone = phone();
    int size = 1 + random.nextInt(3);
    Set<String> names = new HashSet<>();
    LocalDate born = LocalDate.of(1984 + random.nextInt(16), 1, 1).plusDays(random.nextInt(365));
    for (int i = 0; i < size && children.size() < most; i++) {
      Person child = new Person();
      child.number = people++;
      child.girl = chance(0.75);
      do {
        child.forename = BoroughNames.forename(random, community, child.girl);
      } while (!names.add(child.forename));
      child.middle = chance(0.4) ? BoroughNames.forename(random, community, child.girl) : "";
      child.surname = chance(0.08) ? BoroughNames.surname(random, community) : surname;
      child.otherSurname = chance(0.06) ? BoroughNames.surname(random, community) : "";
      child.born = i > 0 && chance(0.03) ? born : born.plusDays(400L * i + random.nextInt(500));
      born = child.born;
      child.addresses = addresses;
      child.postcodes = postcodes;
      child.area = area;
      child.school = area + (chance(0.5) ? " High School" : " Academy");
      child.phone = phone();
      child.homePhone = homePhone;
      child.nhs = nhs();
      child.upn = upn();
      child.la = Integer.toString(100_000 + child.number);
      child.handle = child.forename.toLowerCase(Locale.ROOT) + random.nextInt(10_000);
      children.add(child);
    }
  }

  private Person suspect() {
    int community = BoroughNames.community(random);
    Person suspect = new Person();
    suspect.number = people++;
    suspect.forename = BoroughNames.forename(random, community, false);
    suspect.middle = chance(0.2) ? BoroughNames.forename(random, community, false) : "";
    suspect.surname = BoroughNames.surname(random, community);
    suspect.born = LocalDate.of(1955 + random.nextInt(35), 1, 1).plusDays(random.nextInt(365));
    suspect.alias =
        chance(0.35)
            ? pick("Shaz Taz Mo Smiley Tiny Ginger Bash Chico Kaz Ricky Saj Ozzy Dee Jay Big Al")
            : "";
    suspect.area = AREAS[random.nextInt(AREAS.length)];
    suspect.addresses = new String[] {address()};
    suspect.postcodes = new String[] {postcode(suspect.area)};
    suspect.phone = phone();
    suspect.pnc = pnc();
    return suspect;
  }

  private String pick(String words) {
    String[] choices = words.split(" ", -1);
    return choices[random.nextInt(choices.length)];
  }

  private String address() {
    return (1 + random.nextInt(120))
        + " "
        + STREETS[random.nextInt(STREETS.length)]
        + (chance(0.7) ? " Street" : " Road");
  }

  private String postcode(String area) {
    return "ZE"
        + (1 + area.length() % 9)
        + " "
        + random.nextInt(10)
        + "ABDEFGHJ".charAt(random.nextInt(8))
        + "LNPQRSTU".charAt(random.nextInt(8));
  }

  private String phone() {
    return String.format(Locale.ROOT, "077009%05d", random.nextInt(100_000));
  }

  private String nhs() {
    while (true) {
      String nine = String.format(Locale.ROOT, "999%06d", random.nextInt(1_000_000));
      for (char check = '0'; check <= '9'; check++) {
        if (Numbers.isNhs(nine + check)) {
          return nine + check;
        }
      }
    }
  }

  private String upn() {
    String digits = String.format(Locale.ROOT, "8001%08d", random.nextInt(100_000_000));
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      if (Numbers.isUpn(letter + digits)) {
        return letter + digits;
      }
    }
    throw new IllegalStateException(digits);
  }

  private String pnc() {
    String digits =
        String.format(Locale.ROOT, "20%02d%07d", random.nextInt(14), random.nextInt(99_999));
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      if (Numbers.isPnc(digits + letter)) {
        return digits.substring(0, 4) + "/" + digits.substring(4) + letter;
      }
    }
    throw new IllegalStateException(digits);
  }

  /// One row of one agency: a child, and in some a suspect beside it.
  private void mention() {
    row++;
    int agency = random.nextInt(8);
    Person child = skewed(children);
    int year = child.born.getYear() + 11 + random.nextInt(7);
    LocalDate on = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    switch (agency) {
      case 0, 1 -> socialCare(child, on);
      case 2 -> police(child, on);
      case 3 -> health(child, on);
      case 4 -> school(child, on);
      case 5 -> youthProject(child, on);
      case 6 -> careHome(child, on);
      default -> missing(child, on);
    }
    if ((agency == 2 || agency == 5 || agency == 0) && chance(0.5) && !suspects.isEmpty()) {
      suspect(skewed(suspects), agency, on);
    }
  }

  private <T> T skewed(List<T> list) {
    double at = random.nextDouble();
    return list.get((int) (at * at * list.size()));
  }

  private void add(Person person, boolean child, String... values) {
    String[] all = new String[values.length + 2];
    System.arraycopy(values, 0, all, 0, values.length);
    all[values.length] = "row";
    all[values.length + 1] = Integer.toString(row);
    records.add(all);
    truth.add(person.number);
    childMention.add(child);
  }

  private void socialCare(Person p, LocalDate on) {
    int home = home(p, on);
    add(
        p,
        true,
        "forename",
        forename(p, 0.06),
        "middle",
        chance(0.5) ? p.middle : "",
        "surname",
        surname(p),
        "born",
        born(p, 0.03, 0.03),
        "sex",
        chance(0.97) ? sex(p) : "",
        "address",
        chance(0.8) ? typo(p.addresses[home], 0.05) : "",
        "postcode",
        chance(0.75) ? p.postcodes[home] : "",
        "id",
        ids(chance(0.95) ? "la:" + p.la : "", chance(0.3) ? "nhs:" + p.nhs : ""),
        "phone",
        chance(0.2) ? p.homePhone : "");
  }

  private void police(Person p, LocalDate on) {
    int home = home(p, on);
    boolean swapped = slip(0.015);
    String forename = forename(p, 0.08);
    String surname = surname(p);
    add(
        p,
        true,
        "forename",
        swapped ? surname : forename,
        "surname",
        swapped ? forename : surname,
        "born",
        born(p, 0.05, 0.06),
        "sex",
        chance(0.9) ? sex(p) : "",
        "address",
        chance(0.7) ? typo(p.addresses[home], 0.08) : "",
        "postcode",
        chance(0.5) ? p.postcodes[home] : "",
        "phone",
        chance(0.25) ? p.phone : "");
  }

  private void health(Person p, LocalDate on) {
    add(
        p,
        true,
        "forename",
        forename(p, 0.03),
        "surname",
        surname(p),
        "born",
        born(p, 0.015, 0.01),
        "sex",
        sex(p),
        "postcode",
        p.postcodes[home(p, on)],
        "id",
        ids(chance(0.92) ? "nhs:" + p.nhs : ""));
  }

  private void school(Person p, LocalDate on) {
    add(
        p,
        true,
        "forename",
        forename(p, 0.08),
        "middle",
        chance(0.3) ? p.middle : "",
        "surname",
        surname(p),
        "born",
        born(p, 0.02, 0.02),
        "sex",
        sex(p),
        "school",
        p.school,
        "id",
        ids(chance(0.9) ? "upn:" + p.upn : ""),
        "postcode",
        chance(0.4) ? p.postcodes[home(p, on)] : "");
  }

  /// A contact sheet: a forename or what friends say, an age, now and then more.
  private void youthProject(Person p, LocalDate on) {
    int age = on.getYear() - p.born.getYear() - (on.getDayOfYear() < p.born.getDayOfYear() ? 1 : 0);
    boolean aged = chance(0.75);
    add(
        p,
        true,
        "forename",
        forename(p, 0.3),
        "surname",
        chance(0.55) ? surname(p) : "",
        "born",
        aged ? "" : born(p, 0.05, 0.05),
        "age",
        aged ? Integer.toString(Math.max(8, age + (slip(0.15) ? 1 - random.nextInt(3) : 0))) : "",
        "at",
        on.toString(),
        "sex",
        chance(0.6) ? sex(p) : "",
        "area",
        chance(0.6) ? p.area : "",
        "school",
        chance(0.35) ? p.school : "",
        "phone",
        chance(0.35) ? p.phone : "",
        "handle",
        chance(0.15) ? p.handle : "");
  }

  private void careHome(Person p, LocalDate on) {
    add(
        p,
        true,
        "forename",
        slip(0.03) ? p.forename.substring(0, 1) : forename(p, 0.1),
        "surname",
        surname(p),
        "born",
        born(p, 0.03, 0.04),
        "sex",
        sex(p),
        "address",
        "Beech House",
        "phone",
        "01632960040",
        "id",
        ids(chance(0.6) ? "la:" + p.la : ""),
        "school",
        chance(0.2) ? p.school : "",
        "at",
        on.toString());
  }

  private void missing(Person p, LocalDate on) {
    add(
        p,
        true,
        "forename",
        forename(p, 0.07),
        "surname",
        surname(p),
        "born",
        born(p, 0.04, 0.05),
        "age",
        "",
        "sex",
        sex(p),
        "postcode",
        chance(0.5) ? p.postcodes[home(p, on)] : "",
        "phone",
        chance(0.5) ? p.phone : "",
        "area",
        chance(0.5) ? p.area : "");
  }

  private void suspect(Person p, int agency, LocalDate on) {
    boolean known = chance(0.7);
    boolean dated = known && chance(agency == 2 ? 0.7 : 0.25);
    int age = on.getYear() - p.born.getYear();
    add(
        p,
        false,
        "forename",
        known || chance(0.5) ? forename(p, 0.15) : "",
        "surname",
        known ? typo(slip(0.04) ? BoroughNames.also(random, p.surname) : p.surname, 0.04) : "",
        "alias",
        chance(0.5) ? p.alias : "",
        "born",
        dated ? born(p, 0.04, 0.06) : "",
        "age",
        !dated && chance(0.4) ? ageRange(age) : "",
        "at",
        on.toString(),
        "sex",
        chance(0.8) ? "male" : "",
        "address",
        chance(0.3) ? typo(p.addresses[0], 0.08) : "",
        "area",
        chance(0.5) ? p.area : "",
        "phone",
        chance(0.3) ? p.phone : "",
        "id",
        agency == 2 && known && chance(0.35) ? "pnc:" + p.pnc : "");
  }

  private String ageRange(int age) {
    int from = age / 5 * 5;
    return chance(0.5) ? from + "-" + (from + 5) : Integer.toString(age);
  }

  /// Families move once in a child's teens.
  private static int home(Person p, LocalDate on) {
    return p.addresses.length > 1 && on.getYear() - p.born.getYear() > 14 ? 1 : 0;
  }

  private String sex(Person p) {
    return slip(0.01) == p.girl ? "male" : "female";
  }

  private String ids(String... ids) {
    StringBuilder all = new StringBuilder();
    for (String id : ids) {
      if (!id.isEmpty()) {
        String written = slip(0.01) ? typo(id, 1) : id;
        all.append(all.isEmpty() ? "" : ";").append(written);
      }
    }
    return all.toString();
  }

  private String forename(Person p, double nickname) {
    String name = chance(nickname) ? BoroughNames.also(random, p.forename) : p.forename;
    if (!p.middle.isEmpty() && slip(0.015)) {
      name = p.middle;
    }
    return typo(name, 0.03);
  }

  private String surname(Person p) {
    String name = p.surname;
    if (!p.otherSurname.isEmpty() && chance(0.35)) {
      name = chance(0.3) ? p.surname + "-" + p.otherSurname : p.otherSurname;
    }
    return typo(slip(0.08) ? BoroughNames.also(random, name) : name, 0.03);
  }

  private String born(Person p, double wrong, double absent) {
    if (slip(absent)) {
      return chance(0.4) ? "" : chance(0.5) ? p.born.getYear() + "-01-01" : "" + p.born.getYear();
    }
    LocalDate born = p.born;
    if (slip(wrong)) {
      int kind = random.nextInt(4);
      if (kind == 0 && born.getDayOfMonth() <= 12) {
        born = LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
      } else if (kind == 1) {
        born = born.plusYears(chance(0.5) ? 1 : -1);
      } else if (kind == 2) {
        born = born.withDayOfMonth(1 + random.nextInt(28));
      } else {
        born = born.withMonth(1 + random.nextInt(12));
      }
    }
    return born.toString();
  }

  private String typo(String text, double probability) {
    if (text.length() < 3 || !slip(probability)) {
      return text;
    }
    int at = 1 + random.nextInt(text.length() - 1);
    char letter = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + letter + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(at + 1);
      case 2 -> text.substring(0, at) + letter + text.substring(at + 1);
      default ->
          at + 1 < text.length()
              ? text.substring(0, at)
                  + text.charAt(at + 1)
                  + text.charAt(at)
                  + text.substring(at + 2)
              : text;
    };
  }
}
