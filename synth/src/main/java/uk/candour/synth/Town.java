package uk.candour.synth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.synth.Person.Home;

/// The people of the borough and of its two neighbours.
///
/// People are made when asked for, from the seed and their number alone, so that a borough of half
/// a million takes no more memory than a street. Numbers 0 to [#families] x 5 are families of two
/// adults and three children; the numbers above are the men and women of the story.
final class Town {

  static final int FAMILY = 5;

  /// Children's places in a family.
  static final int FIRST_CHILD = 2;

  private static final List<String> STREETS =
      List.of(
          "Beckside",
          "Tannery",
          "Foundry",
          "Chapel",
          "Quarry",
          "Moorside",
          "Larch",
          "Weaver",
          "Cobbler",
          "Millrace",
          "Orchard",
          "Lindale",
          "Harrier",
          "Saltbox",
          "Dyehouse",
          "Kestrel",
          "Penny",
          "Furnace",
          "Lamplighter",
          "Cinder",
          "Rowan",
          "Tollgate",
          "Signal",
          "Brickfield",
          "Colliery",
          "Ropewalk",
          "Wharf",
          "Aqueduct",
          "Plover",
          "Thistle",
          "Coppice",
          "Hawthorn",
          "Barley",
          "Cooper",
          "Drover",
          "Fuller",
          "Gantry",
          "Hollin",
          "Ingot",
          "Juniper");

  private static final List<String> STREET_KINDS =
      List.of("Street", "Road", "Avenue", "Close", "Lane", "Crescent", "Drive", "Terrace");

  private static final String UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

  private static final List<String> STREET_NAMES =
      List.of(
          "Taz",
          "Biggs",
          "Smiley",
          "Doc",
          "Ginger",
          "Spud",
          "Chip",
          "Lucky",
          "Ace",
          "Tank",
          "Shades",
          "Driver",
          "Uncle",
          "Bear",
          "Fox",
          "Mister T",
          "Boxer",
          "Slim",
          "Sparky",
          "Gaffer",
          "Duke",
          "Nutter",
          "Pops",
          "Rocky",
          "Snowy",
          "Ziggy",
          "Bullet",
          "Captain",
          "Dizzy",
          "Eagle",
          "Flash",
          "Goldie",
          "Hitch",
          "Jazz",
          "King",
          "Lefty",
          "Mack",
          "Nipper",
          "Ozzy",
          "Prince",
          "Razz",
          "Shorty",
          "Tiny",
          "Vee",
          "Whistle",
          "Yogi",
          "Big Lad",
          "Bossman",
          "Chalky",
          "Dutch");

  /// The first numbers of Ofcom's ranges for drama, each with a thousand numbers.
  private static final List<String> LANDLINES =
      List.of(
          "01632 960",
          "0113 496 0",
          "0114 496 0",
          "0115 496 0",
          "0116 496 0",
          "0117 496 0",
          "0118 496 0",
          "0121 496 0",
          "0131 496 0",
          "0141 496 0",
          "0151 496 0",
          "0161 496 0");

  private final long seed;
  private final Names names;
  private final int families;
  private final int firstOfRidley;
  private final int firstOfThornby;
  private int lastFamily = -1;
  private Person[] last = {};

  Town(Settings settings, Names names) {
    this.seed = settings.seed();
    this.names = names;
    this.families = settings.population() / FAMILY;
    this.firstOfRidley = families - families / 12;
    this.firstOfThornby = families - families / 30;
  }

  int families() {
    return families;
  }

  /// Where a family lives: the borough, or one of its neighbours.
  Area area(int family) {
    if (family >= firstOfThornby) {
      return Area.THORNBY;
    }
    return family >= firstOfRidley ? Area.RIDLEY : Area.EASTMOOR;
  }

  /// A family of [#FAMILY] people: mother, father, three children, the eldest first.
  Person[] family(int family) {
    if (family != lastFamily) {
      last = made(family);
      lastFamily = family;
    }
    return last;
  }

  Person person(int id) {
    return family(id / FAMILY)[id % FAMILY];
  }

  private Person[] made(int family) {
    Chance chance = Chance.of(seed, "family", family);
    Community community = Community.drawn(chance);
    int eldest = Days.of(chance.between(1981, 2006), 1, 1) + chance.below(365);
    String surname = names.surname(community, chance);
    List<Home> homes = homes(area(family), eldest, chance);
    String landline = chance.yes(0.35) ? landline(chance) : "";

    Person[] people = new Person[FAMILY];
    int motherBorn = eldest - 365 * chance.between(18, 36) - chance.below(365);
    String maiden = Names.womans(community, names.surname(community, chance));
    boolean married = chance.yes(0.65);
    String family1 = Names.womans(community, surname);
    people[0] =
        person(
            family * FAMILY,
            community,
            true,
            motherBorn,
            married ? family1 : maiden,
            married && chance.yes(0.5) ? maiden : "",
            homes,
            landline,
            chance);
    int fatherBorn = eldest - 365 * chance.between(19, 40) - chance.below(365);
    people[1] =
        person(
            family * FAMILY + 1,
            community,
            false,
            fatherBorn,
            surname,
            "",
            homes,
            landline,
            chance);
    boolean twins = chance.yes(0.03);
    int born = eldest;
    List<String> taken = new ArrayList<>();
    for (int slot = FIRST_CHILD; slot < FAMILY; slot++) {
      if (slot > FIRST_CHILD && !(twins && slot == FIRST_CHILD + 1)) {
        born += chance.between(330, 1500);
      }
      boolean female = chance.yes(0.5);
      // A family of another surname in one house: a child of an earlier marriage.
      String own = chance.yes(0.08) ? names.surname(community, chance) : surname;
      Person child = null;
      while (child == null || taken.contains(child.forename())) {
        child =
            person(
                family * FAMILY + slot,
                community,
                female,
                born,
                female ? Names.womans(community, own) : own,
                "",
                homes,
                landline,
                chance);
      }
      taken.add(child.forename());
      people[slot] = child;
    }
    return people;
  }

  /// Somebody of the story who is in none of the families.
  ///
  /// @param brother somebody whose name, home and community they share, or null
  Person outsider(
      int id, boolean female, int born, Area area, @Nullable Person brother, Chance chance) {
    if (brother != null) {
      return person(
          id,
          brother.community(),
          female,
          born,
          brother.surname(),
          "",
          brother.homes(),
          "",
          chance);
    }
    Community community = Community.drawn(chance);
    String surname = names.surname(community, chance);
    return person(
        id,
        community,
        female,
        born,
        female ? Names.womans(community, surname) : surname,
        "",
        homes(area, born, chance),
        "",
        chance);
  }

  /// A mobile number of Ofcom's range for drama.
  static String mobile(Chance chance) {
    return "07700 900" + String.format("%03d", chance.below(1000));
  }

  private static String landline(Chance chance) {
    return chance.pick(LANDLINES) + String.format("%03d", chance.below(1000));
  }

  private Person person(
      int id,
      Community community,
      boolean female,
      int born,
      String surname,
      String otherSurname,
      List<Home> homes,
      String landline,
      Chance chance) {
    List<String> phones = new ArrayList<>();
    if (chance.yes(0.5)) {
      phones.add(mobile(chance));
    }
    if (!landline.isEmpty()) {
      phones.add(landline);
    }
    return new Person(
        id,
        community,
        female,
        born,
        names.forename(community, female, chance),
        names.middle(community, female, chance),
        surname,
        otherSurname,
        chance.yes(0.5) ? chance.pick(STREET_NAMES) : "",
        phones,
        homes);
  }

  private static List<Home> homes(Area area, int from, Chance chance) {
    List<Home> homes = new ArrayList<>();
    homes.add(home(area, from - 10_000, chance));
    if (chance.yes(0.45)) {
      homes.add(home(area, from + chance.between(700, 7000), chance));
      if (chance.yes(0.3)) {
        homes.add(home(area, homes.getLast().from() + chance.between(200, 3000), chance));
      }
    }
    return homes;
  }

  private static Home home(Area area, int from, Chance chance) {
    int street = chance.below(STREETS.size());
    int kind = chance.below(STREET_KINDS.size());
    int number = chance.between(1, 160);
    int code = (street * STREET_KINDS.size() + kind) * 8 + number / 20;
    int district = area.firstDistrict() + code % area.districts();
    int sector = 1 + code / 3 % 9;
    String unit =
        "" + UNIT_LETTERS.charAt(code * 7 / 3 % 20) + UNIT_LETTERS.charAt(code * 11 / 5 % 20);
    String flat = chance.yes(0.08) ? "Flat " + chance.between(1, 9) + ", " : "";
    return new Home(
        from,
        flat + number + " " + STREETS.get(street) + " " + STREET_KINDS.get(kind),
        "ZX" + district + " " + sector + unit);
  }
}
