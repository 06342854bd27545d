package uk.candour.synth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.synth.Source.Kind;

/// What was really so: which children were exploited, by whom, where and when, and which agencies
/// could have known.
///
/// **The capture model.** Each exploited child is on each agency's list independently of the other
/// lists, with the list's own probability ([Kind#capture]) times the child's visibility, which is
/// 1.15 for one half of the children and 0.85 for the other. That small difference makes lists
/// agree a little more often than chance, so that a lower bound stays one. A child whom no list
/// catches is in no exploitation entry at all: hidden, and part of the number to be estimated. A
/// further twenty-fifth as many children are flagged who were not exploited, by the same rule.
final class Story {

  static final int FIRST_DAY = Days.of(1997, 1, 1);
  static final int LAST_DAY = Days.of(2013, 12, 31);

  /// The day on which the records were handed over.
  static final int AS_AT = Days.of(2014, 5, 31);

  /// A child with an exploitation concern, true or false, seen or not.
  ///
  /// @param exploited whether it was really so
  /// @param resident where the child lives
  /// @param from the first day of the exploitation
  /// @param network the number of the network, or -1
  /// @param lists the kinds of agency that write it down
  /// @param suspects who exploits the child, by their numbers
  record Case(
      int person,
      boolean exploited,
      Area resident,
      int from,
      int to,
      int network,
      Set<Kind> lists,
      List<Integer> suspects) {}

  /// Suspects who know one another, and where they meet children.
  ///
  /// @param ignored whether nobody acts on what is said of its children
  /// @param convicted the day on which the first of them were convicted, or none
  record Network(
      int number,
      List<Area> areas,
      int from,
      int to,
      List<Integer> suspects,
      boolean ignored,
      int convicted) {}

  private final Settings settings;
  private final Town town;
  private final List<Network> networks = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private final Map<Integer, Case> caseOf = new HashMap<>();
  private final List<Person> suspects = new ArrayList<>();
  private final List<Integer> networkOf = new ArrayList<>();

  Story(Settings settings, Town town) {
    this.settings = settings;
    this.town = town;
    int children = settings.children();
    int networksWanted = Math.max(3, children / 16);
    for (int i = 0; i < networksWanted; i++) {
      networks.add(network(i));
    }
    for (int i = 0; i < children; i++) {
      cases.add(newCase(i, true, Area.EASTMOOR));
    }
    for (int i = 0; i < Math.max(2, children / 25); i++) {
      cases.add(newCase(i, false, Area.EASTMOOR));
    }
    for (int i = 0; i < Math.max(2, children / 30); i++) {
      cases.add(newCase(i, true, Area.RIDLEY));
    }
  }

  List<Case> cases() {
    return cases;
  }

  List<Network> networks() {
    return networks;
  }

  /// The case of a child, if it is one of the story.
  @Nullable Case caseOf(int person) {
    return caseOf.get(person);
  }

  Person suspect(int number) {
    return suspects.get(number);
  }

  int suspects() {
    return suspects.size();
  }

  /// The network of a suspect, or -1.
  int networkOf(int suspect) {
    return networkOf.get(suspect);
  }

  /// Whoever a number stands for: a child of a family, a parent, a suspect.
  Person person(int id) {
    int firstSuspect = town.families() * Town.FAMILY;
    return id >= firstSuspect ? suspects.get(id - firstSuspect) : town.person(id);
  }

  private Network network(int number) {
    Chance chance = Chance.of(settings.seed(), "network", number);
    int span = LAST_DAY - FIRST_DAY - 900;
    int from = FIRST_DAY + 30 + chance.below(span);
    int to = Math.min(LAST_DAY - 40, from + chance.between(500, 2600));
    List<Area> areas = new ArrayList<>(List.of(Area.EASTMOOR));
    if (chance.yes(0.4)) {
      areas.add(Area.RIDLEY);
    }
    if (chance.yes(0.2)) {
      areas.add(Area.THORNBY);
    }
    List<Integer> members = new ArrayList<>();
    int size = chance.between(3, 8);
    for (int i = 0; i < size; i++) {
      members.add(newSuspect(number, from, areas, chance));
    }
    boolean ignored = chance.yes(0.55);
    int convicted =
        chance.yes(ignored ? 0.15 : 0.4)
            ? Math.min(to + chance.between(200, 1200), LAST_DAY - 20 - number * 7 % 90)
            : Days.NONE;
    return new Network(
        number, List.copyOf(areas), from, to, List.copyOf(members), ignored, convicted);
  }

  private int newSuspect(int network, int from, List<Area> areas, Chance chance) {
    int number = suspects.size();
    int born = from - 365 * chance.between(21, 46) - chance.below(365);
    Area home = chance.yes(0.75) ? Area.EASTMOOR : chance.pick(areas);
    int id = town.families() * Town.FAMILY + number;
    Chance own = Chance.of(settings.seed(), "suspect", number);
    boolean following = network >= 0 && number > 0 && networkOf.getLast() == network;
    Person brother = following && own.yes(0.1) ? suspects.getLast() : null;
    suspects.add(town.outsider(id, chance.yes(0.05), born, home, brother, own));
    networkOf.add(network);
    return number;
  }

  private Case newCase(int number, boolean exploited, Area resident) {
    Chance chance =
        Chance.of(settings.seed(), exploited ? "case" : "flagged", resident.ordinal(), number);
    boolean inNetwork = exploited && chance.yes(0.7);
    Network network = inNetwork ? chance.pick(networks) : null;
    int from = beginning(network, chance);
    int person = child(resident, from, chance);
    while (person < 0) {
      from = beginning(network, chance);
      person = child(resident, from, chance);
    }
    int eighteenth = Days.addYears(town.person(person).born(), 18);
    int to = Math.min(Math.min(from + chance.between(120, 900), eighteenth - 1), LAST_DAY - 10);
    List<Integer> tied = List.of();
    if (network != null) {
      tied = tied(network.suspects(), chance);
    } else if (exploited && chance.yes(0.6)) {
      tied = List.of(newSuspect(-1, from, List.of(Area.EASTMOOR), chance));
    }
    Set<Kind> lists = EnumSet.noneOf(Kind.class);
    double visibility = chance.yes(0.5) ? 1.15 : 0.85;
    for (Kind kind : Kind.values()) {
      if (chance.yes(kind.capture() * visibility) && resident == Area.EASTMOOR) {
        lists.add(kind);
      }
    }
    Case made =
        new Case(
            person,
            exploited,
            resident,
            from,
            to,
            network == null ? -1 : network.number(),
            lists,
            tied);
    caseOf.put(person, made);
    return made;
  }

  /// One to four of a network's suspects, those at its head more often.
  private static List<Integer> tied(List<Integer> members, Chance chance) {
    int wanted = Math.min(members.size(), 1 + chance.weighted(.3, .35, .2, .15));
    TreeSet<Integer> tied = new TreeSet<>();
    while (tied.size() < wanted) {
      tied.add(chance.pickCommon(members));
    }
    return List.copyOf(tied);
  }

  private static int beginning(@Nullable Network network, Chance chance) {
    return network == null
        ? chance.between(FIRST_DAY + 10, LAST_DAY - 60)
        : chance.between(network.from(), Math.max(network.from(), network.to() - 100));
  }

  /// A child of that age who is in no case yet, or -1 where none was found on that day. Three in
  /// four are girls.
  private int child(Area resident, int day, Chance chance) {
    double[] byAge = {.2, .45, .85, 1, .9, .45};
    for (int tries = 0; tries < 50_000; tries++) {
      int family = chance.below(town.families());
      if (town.area(family) != resident) {
        continue;
      }
      Person child = town.family(family)[chance.between(Town.FIRST_CHILD, Town.FAMILY - 1)];
      int age = child.age(day) - 11;
      if (age >= 0
          && age < byAge.length
          && !caseOf.containsKey(child.id())
          && chance.yes(byAge[age] * (child.female() ? 1 : 0.26))) {
        return child.id();
      }
    }
    return -1;
  }
}
