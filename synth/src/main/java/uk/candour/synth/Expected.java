package uk.candour.synth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import uk.candour.synth.Fact.Decided;
import uk.candour.synth.Fact.To;
import uk.candour.synth.Source.Kind;
import uk.candour.synth.Story.Case;

/// What an inquiry into the borough should find, worked out from what was planted.
///
/// Each value follows the definition of its finding, counted here in the plainest way over the
/// entries as they were written and the people they were really about. It is written for the rows
/// of `truth/failures.csv`: finding, key (blank for the finding's own value), value, denominator of
/// a share, and basis: `exact` needs no linking, `links` holds where everybody is linked rightly,
/// `planted` is the number that an interval should cover.
final class Expected {

  /// A network as the borough's records show it: suspects and children named together.
  private record Group(TreeSet<Integer> suspects, TreeSet<Integer> children, List<Fact> facts) {}

  private final Borough borough;
  private final Truth truth;

  /// Entries of the borough's own sources that say a child is exploited, or convict for it.
  private final List<Fact> concerns = new ArrayList<>();

  /// Reports of the borough's own sources that were made to somebody.
  private final List<Fact> reports = new ArrayList<>();

  /// For each child seen: the concerns, and every report about the child.
  private final Map<Integer, List<Fact>> concernsOf = new TreeMap<>();

  private final Map<Integer, List<Fact>> reportsOf = new HashMap<>();
  private final Map<Integer, Integer> firstConcern = new TreeMap<>();
  private final StringBuilder lines = new StringBuilder();

  Expected(Borough borough) {
    this.borough = borough;
    this.truth = borough.truth();
    for (Fact fact : truth.facts()) {
      if (fact.source.area() != Area.EASTMOOR) {
        continue;
      }
      if (fact.concern.exploits()) {
        concerns.add(fact);
        for (int child : fact.children) {
          concernsOf.computeIfAbsent(child, _ -> new ArrayList<>()).add(fact);
          if (!fact.reading) {
            firstConcern.merge(child, fact.known(), Math::min);
          }
        }
      }
      if (fact.report && fact.to != To.NOBODY) {
        reports.add(fact);
      }
    }
    for (Fact fact : truth.facts()) {
      if (fact.report && fact.source.area() == Area.EASTMOOR) {
        for (int child : fact.children) {
          if (concernsOf.containsKey(child)) {
            reportsOf.computeIfAbsent(child, _ -> new ArrayList<>()).add(fact);
          }
        }
      }
    }
  }

  void write(Path folder) throws IOException {
    children();
    suspects();
    List<Group> networks = networks();
    networkFindings(networks);
    areas();
    reportFindings();
    recordFindings();
    leaders();
    ethnicity();
    Files.writeString(
        folder.resolve("failures.csv"), "finding,key,value,of,basis\n" + lines.toString());
    writeChildren(folder);
    writeSuspects(folder, networks);
    writeNetworks(folder, networks);
  }

  // Children.

  private void children() {
    int seen = concernsOf.size();
    int exploited = borough.settings().children();
    line("children.seen", seen, "links");
    seenBy();
    line("children.conservative", exploited, "planted");
    line("children.likely", exploited, "planted");
    int inLists = 0;
    for (Map.Entry<String, int[]> stratum : truth.strata().entrySet()) {
      int[] counts = stratum.getValue();
      inLists += counts[1];
      line("children.sampled", stratum.getKey() + " size", counts[0], "", "exact");
      line("children.sampled", stratum.getKey() + " drawn", counts[2], "", "exact");
      line("children.sampled", stratum.getKey() + " judged exploited", counts[3], "", "exact");
      line("children.sampled", stratum.getKey() + " really exploited", counts[1], "", "planted");
    }
    line("children.sampled", inLists, "planted");
    int yearAgo = Days.addYears(Story.AS_AT, -1);
    line(
        "children.by-year",
        count(firstConcern.values(), day -> day > yearAgo && day <= Story.AS_AT),
        "links");
    line(
        "children.rate",
        "",
        decimal(10_000.0 * seen / Residents.under18(borough.settings())),
        "",
        "links");
    int knownBefore = count(concernsOf.keySet(), this::knownBefore);
    line("children.known-before", knownBefore, "links");
    line(
        "children.known-before", "share", decimal((double) knownBefore / seen), "" + seen, "links");
    int sexKnown = 0;
    int boys = 0;
    int youngest = Integer.MAX_VALUE;
    for (int child : concernsOf.keySet()) {
      Person person = borough.town().person(child);
      if (truth.sexRecorded().get(child)) {
        sexKnown++;
        boys += person.female() ? 0 : 1;
      }
      Integer first = firstConcern.get(child);
      if (first != null) {
        youngest = Math.min(youngest, person.age(first));
      }
    }
    share("children.boys", boys, sexKnown, "links");
    line("children.youngest", youngest, "links");
    line("children.repeat-reported", count(concernsOf.keySet(), this::repeated), "links");
    toAction();
    line("children.several-suspects", tiedToSeveral(false), "links");
    line("children.several-suspects", "known by a surname", tiedToSeveral(true), "", "links");
    Set<Integer> young = new TreeSet<>();
    concerns.forEach(fact -> Arrays.stream(fact.youngSuspects).forEach(young::add));
    line("children.recorded-as-suspects", young.size(), "links");
    line(
        "children.recorded-as-suspects",
        "also seen",
        count(young, concernsOf::containsKey),
        "",
        "links");
  }

  /// How many of the children seen each agency saw, and how many the neighbours' agencies saw.
  private void seenBy() {
    Map<String, Set<Integer>> seenBy = new TreeMap<>();
    for (Fact fact : truth.facts()) {
      if (fact.concern.exploits()) {
        Area area = fact.source.area();
        String key =
            area == Area.EASTMOOR ? "agency " + fact.source.agency() : "area " + area.title();
        Set<Integer> children = seenBy.computeIfAbsent(key, _ -> new HashSet<>());
        Arrays.stream(fact.children).forEach(children::add);
      }
    }
    seenBy.forEach((key, children) -> {
      if (!children.isEmpty()) {
        line("children.seen", key, children.size(), "", "links");
      }
    });
    Map<Integer, Integer> years = new TreeMap<>();
    firstConcern.values().forEach(day -> years.merge(Days.year(day), 1, Integer::sum));
    years.forEach((year, first) -> line("children.seen", "year " + year, first, "", "links"));
  }

  private boolean knownBefore(int child) {
    Fact first = null;
    for (Fact fact : facts(concernsOf, child)) {
      if (!fact.reading && (first == null || before(fact, first))) {
        first = fact;
      }
    }
    if (first == null) {
      return false;
    }
    int happened = happened(first);
    return facts(reportsOf, child).stream()
        .anyMatch(report ->
            report.source.kind() == Kind.SOCIAL_CARE
                && !report.concern.exploits()
                && report.known() < happened);
  }

  private static boolean before(Fact one, Fact other) {
    return one.known() != other.known()
        ? one.known() < other.known()
        : happened(one) < happened(other);
  }

  private static int happened(Fact fact) {
    return fact.happened == Days.NONE ? fact.known() : fact.happened;
  }

  /// Three reports or more that led to nothing, before the first that led to something.
  private boolean repeated(int child) {
    int firstActedOn = Integer.MAX_VALUE;
    for (Fact report : facts(reportsOf, child)) {
      if (report.concern.exploits() && report.to != To.NOBODY && ledToAction(report)) {
        firstActedOn = Math.min(firstActedOn, report.known());
      }
    }
    int limit = firstActedOn;
    return count(
            facts(reportsOf, child),
            report ->
                report.concern.exploits()
                    && report.to != To.NOBODY
                    && !ledToAction(report)
                    && report.known() < limit)
        >= 3;
  }

  private static boolean ledToAction(Fact report) {
    return report.decisions().stream().anyMatch(decision -> decision.outcome().action());
  }

  private void toAction() {
    int never = 0;
    List<int[]> waits = new ArrayList<>();
    for (Map.Entry<Integer, Integer> entry : firstConcern.entrySet()) {
      int first = entry.getValue();
      if (undatedAction(entry.getKey())) {
        continue;
      }
      int acted = firstAction(entry.getKey(), first);
      never += acted == Integer.MAX_VALUE ? 1 : 0;
      waits.add(wait(first, acted));
    }
    line("children.to-action", "", days(median(waits)), "", "links");
    line("children.never-acted", never, "links");
  }

  /// Children tied to two suspects or more, of all or of those known by a surname.
  private int tiedToSeveral(boolean surnamed) {
    int several = 0;
    for (List<Fact> facts : concernsOf.values()) {
      Set<Integer> suspects = new HashSet<>();
      for (Fact fact : facts) {
        for (int suspect : fact.suspects) {
          if (!surnamed || truth.surnamed().get(suspect)) {
            suspects.add(suspect);
          }
        }
      }
      several += suspects.size() >= 2 ? 1 : 0;
    }
    return several;
  }

  private boolean undatedAction(int child) {
    return facts(reportsOf, child).stream()
        .flatMap(report -> report.decisions().stream())
        .anyMatch(decision -> decision.outcome().action() && decision.made() == Days.NONE);
  }

  /// The first dated action on a report about a child on or after a day.
  private int firstAction(int child, int from) {
    int first = Integer.MAX_VALUE;
    for (Fact report : facts(reportsOf, child)) {
      for (Decided decision : report.decisions()) {
        if (decision.outcome().action() && decision.made() >= from) {
          first = Math.min(first, decision.made());
        }
      }
    }
    return first;
  }

  // Suspects.

  private void suspects() {
    Map<Integer, Set<Integer>> childrenOf = new TreeMap<>();
    for (Fact fact : concerns) {
      for (int suspect : fact.suspects) {
        Set<Integer> children = childrenOf.computeIfAbsent(suspect, _ -> new HashSet<>());
        Arrays.stream(fact.children).forEach(children::add);
      }
    }
    line("suspects.identified", count(childrenOf.keySet(), truth.surnamed()::get), "links");
    line("suspects.identified", "with nicknames alone", childrenOf.size(), "", "links");
    line(
        "suspects.several-children",
        count(childrenOf.values(), children -> children.size() >= 2),
        "links");
  }

  // Networks.

  private List<Group> networks() {
    Map<Integer, Group> groupOf = new TreeMap<>();
    for (Fact fact : concerns) {
      if (fact.suspects.length > 0) {
        join(groupOf, fact);
      }
    }
    List<Group> networks = new ArrayList<>();
    for (Group group : new java.util.LinkedHashSet<>(groupOf.values())) {
      if (group.suspects().size() >= 2 && group.children().size() >= 2) {
        networks.add(group);
      }
    }
    return networks;
  }

  /// Puts everybody whom an entry names into one group, and their groups together.
  private static void join(Map<Integer, Group> groupOf, Fact fact) {
    Group joined = new Group(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    Arrays.stream(fact.suspects).forEach(joined.suspects()::add);
    Arrays.stream(fact.children).forEach(joined.children()::add);
    Set<Integer> people = new TreeSet<>(joined.suspects());
    people.addAll(joined.children());
    for (int person : List.copyOf(people)) {
      Group before = groupOf.get(person);
      if (before != null) {
        joined.suspects().addAll(before.suspects());
        joined.children().addAll(before.children());
        before.facts().stream()
            .filter(earlier -> !joined.facts().contains(earlier))
            .forEach(joined.facts()::add);
      }
    }
    joined.facts().add(fact);
    joined.suspects().forEach(person -> groupOf.put(person, joined));
    joined.children().forEach(person -> groupOf.put(person, joined));
  }

  private void networkFindings(List<Group> networks) {
    line("networks.count", networks.size(), "links");
    List<int[]> waits = new ArrayList<>();
    for (Group network : networks) {
      int held = firstHeld(network, null);
      waits.add(wait(held, acted(network, held)));
    }
    int median = median(waits);
    line("networks.knowable", "", median < 0 ? "" : decimal(median / 30.4375), "", "links");
  }

  /// The first day on which entries recorded by then, of all agencies or of one, showed two of the
  /// network's suspects and two of its children together.
  private static int firstHeld(Group network, @Nullable String agency) {
    List<Fact> facts = new ArrayList<>(network.facts());
    facts.sort(java.util.Comparator.comparingInt(Fact::known));
    Map<Integer, Group> groupOf = new TreeMap<>();
    for (Fact fact : facts) {
      if ((agency == null || fact.source.agency().equals(agency)) && fact.children.length > 0) {
        join(groupOf, fact);
        Group group = groupOf.get(fact.suspects[0]);
        if (group != null && group.suspects().size() >= 2 && group.children().size() >= 2) {
          return fact.known();
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  /// The first action on any of a network's children, or conviction of any of its suspects.
  private int acted(Group network, int from) {
    int first = Integer.MAX_VALUE;
    for (int child : network.children()) {
      if (!undatedAction(child)) {
        first = Math.min(first, firstAction(child, from));
      }
    }
    for (Fact fact : network.facts()) {
      if (fact.conviction && fact.known() >= from) {
        first = Math.min(first, fact.known());
      }
    }
    return first;
  }

  // Areas, places and harm.

  private void areas() {
    Map<Integer, Set<Area>> ofChild = new TreeMap<>();
    Map<Integer, Set<Area>> ofSuspect = new TreeMap<>();
    for (Fact fact : truth.facts()) {
      if (fact.concern.exploits()) {
        for (int child : fact.children) {
          ofChild.computeIfAbsent(child, _ -> EnumSet.noneOf(Area.class)).add(fact.area);
        }
        for (int suspect : fact.suspects) {
          ofSuspect.computeIfAbsent(suspect, _ -> EnumSet.noneOf(Area.class)).add(fact.area);
        }
      }
    }
    int children = count(ofChild.values(), areas -> areas.size() >= 2);
    int suspects = count(ofSuspect.values(), areas -> areas.size() >= 2);
    line("areas.crossed", children + suspects, "links");
    line("areas.crossed", "children", children, "", "links");
    line("areas.crossed", "suspects", suspects, "", "links");
    Map<Integer, Set<Integer>> childrenAt = new TreeMap<>();
    Set<Integer> harmed = new HashSet<>();
    for (Fact fact : concerns) {
      for (int child : fact.children) {
        if (fact.place >= 0) {
          childrenAt.computeIfAbsent(fact.place, _ -> new HashSet<>()).add(child);
        }
        if (fact.harm) {
          harmed.add(child);
        }
      }
    }
    line(
        "places.recurring",
        count(childrenAt.values(), children3 -> children3.size() >= 3),
        "links");
    line("harm.kinds", harmed.size(), "links");
  }

  // Reports.

  private void reportFindings() {
    int byOthers = 0;
    for (Map.Entry<Integer, Integer> entry : firstConcern.entrySet()) {
      boolean others = true;
      for (Fact fact : facts(concernsOf, entry.getKey())) {
        Kind kind = fact.source.kind();
        if (!fact.reading && fact.known() == entry.getValue()) {
          others &= kind != Kind.POLICE && kind != Kind.SOCIAL_CARE;
        }
      }
      byOthers += others ? 1 : 0;
    }
    share("reports.first-by", byOthers, concernsOf.size(), "links");

    int unanswered = 0;
    int late = 0;
    int answeredLate = 0;
    int toSocialCare = 0;
    int nothing = 0;
    int decided = 0;
    int playedDown = 0;
    List<int[]> waits = new ArrayList<>();
    for (Fact report : reports) {
      List<Decided> decisions = report.decisions();
      if (decisions.isEmpty() && report.answered == Days.NONE) {
        unanswered++;
        truth.failure("reports.unanswered", report.source, report.row, "");
      }
      boolean undated = decisions.stream().anyMatch(decision -> decision.made() == Days.NONE);
      int decidedOn = decisions.stream().mapToInt(Decided::made).min().orElse(Integer.MAX_VALUE);
      if (!undated) {
        waits.add(wait(report.known(), decidedOn));
      }
      if (report.to == To.SOCIAL_CARE && !undated) {
        int answered =
            Math.min(decidedOn, report.answered == Days.NONE ? Integer.MAX_VALUE : report.answered);
        toSocialCare++;
        if (answered > Days.nextWorking(report.known())) {
          late++;
          answeredLate += answered == Integer.MAX_VALUE ? 0 : 1;
          truth.failure("reports.late", report.source, report.row, "");
        }
      }
      if (!decisions.isEmpty()) {
        decided++;
        nothing += decisions.getLast().outcome() == Outcome.NO_FURTHER_ACTION ? 1 : 0;
        int set = decisions.getFirst().severity();
        if (set > 0 && report.severity > set) {
          playedDown++;
          truth.failure("severity.played-down", report.source, report.row, "");
        }
      }
    }
    line("reports.unanswered", unanswered, "exact");
    share("reports.late", late, toSocialCare, "exact");
    line("reports.late", "answered late", answeredLate, "" + toSocialCare, "exact");
    line("reports.late", "never answered", late - answeredLate, "" + toSocialCare, "exact");
    line("reports.days-to-decision", "", days(median(waits)), "", "exact");
    share("reports.no-further-action", nothing, decided, "exact");
    line("severity.played-down", playedDown, "exact");
  }

  // The record itself.

  private void recordFindings() {
    int gaps = truth.monthsOfMeetings();
    line("record.gaps", "meetings", gaps, "", "exact");
    for (Source source : Source.values()) {
      int missing = source.area() == Area.EASTMOOR ? missingMonths(source) : 0;
      if (missing > 0) {
        line("record.gaps", source.title(), missing, "", "exact");
        gaps += missing;
      }
    }
    line("record.gaps", gaps, "exact");
    massRemovals();
    Set<Integer> reclassified = new HashSet<>();
    for (Fact fact : concerns) {
      if (fact.reclassified) {
        truth.failure("record.reclassified", fact.source, fact.row, "");
        Arrays.stream(fact.children).forEach(reclassified::add);
      }
    }
    line("record.reclassified", reclassified.size(), "links");
    line("record.language", truth.blamedEntries(), "exact");
  }

  /// Months without a row, if the source has ten rows or more in its median month.
  private int missingMonths(Source source) {
    int from = (Days.year(source.from()) - 1997) * 12;
    int[] months = Arrays.copyOfRange(truth.months(source), from, 12 * 17);
    int[] sorted = months.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
    return median < 10 ? 0 : (int) Arrays.stream(months).filter(rows -> rows == 0).count();
  }

  private void massRemovals() {
    Map<Integer, Integer> removedOn = new TreeMap<>();
    for (Truth.Monitored child : truth.monitored()) {
      if (child.removed() <= Story.LAST_DAY) {
        removedOn.merge(child.removed(), 1, Integer::sum);
      }
    }
    int days = 0;
    for (Map.Entry<Integer, Integer> day : removedOn.entrySet()) {
      int on =
          count(
              truth.monitored(),
              child -> child.added() < day.getKey() && child.removed() >= day.getKey());
      if (day.getValue() >= 5 && day.getValue() * 10 >= on) {
        days++;
        line(
            "record.mass-removals",
            Days.date(day.getKey()).toString(),
            day.getValue(),
            "" + on,
            "exact");
        for (Truth.Monitored child : truth.monitored()) {
          if (child.removed() == day.getKey()) {
            truth.failure("record.mass-removals", Source.MONITORING, child.row(), "");
          }
        }
      }
    }
    line("record.mass-removals", days, "exact");
  }

  private void leaders() {
    line("leaders.unanswered", truth.unansweredBriefings(), "exact");
    int first = truth.briefings().getFirst();
    line("leaders.knew", count(firstConcern.values(), day -> day <= first), "links");
    line("directions.given", truth.directions(), "exact");
    int open = 0;
    for (Map.Entry<String, Integer> team : truth.caseloads().entrySet()) {
      line("caseload.by-team", team.getKey(), team.getValue(), "", "exact");
      open += team.getValue();
    }
    line("caseload.by-team", open, "exact");
  }

  private void ethnicity() {
    Set<Integer> identified = new TreeSet<>();
    for (Fact fact : concerns) {
      for (int suspect : fact.suspects) {
        if (truth.surnamed().get(suspect)) {
          identified.add(suspect);
        }
      }
    }
    share(
        "ethnicity.recorded",
        count(identified, truth.ethnicityUsable()::get),
        identified.size(),
        "links");
    line(
        "ethnicity.recorded", "rows", truth.usableSuspectRows(), "" + truth.suspectRows(), "exact");
    line("ethnicity.removed", truth.blankedFields(), "exact");
    Map<String, Integer> groups = new TreeMap<>();
    for (int suspect : identified) {
      groups.merge(borough.story().person(suspect).community().group(), 1, Integer::sum);
    }
    groups.forEach((group, suspects) ->
        line("ethnicity.suspects", group, suspects, "" + identified.size(), "planted"));
  }

  // The lists of people and networks.

  private void writeChildren(Path folder) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("children.csv"))) {
      out.write("person,exploited,area,sex,born,group,network,lists,first_concern,first_source\n");
      for (Case child : borough.story().cases()) {
        Person person = borough.town().person(child.person());
        Set<String> lists = new TreeSet<>();
        Fact first = null;
        for (Fact fact : facts(concernsOf, child.person())) {
          if (fact.source.kind().capture() > 0) {
            lists.add(fact.source.kind().word());
          }
          if (!fact.reading && (first == null || fact.known() < first.known())) {
            first = fact;
          }
        }
        out.write(
            String.join(
                    ",",
                    "P" + child.person(),
                    child.exploited() ? "yes" : "no",
                    child.resident().title(),
                    person.female() ? "F" : "M",
                    Days.date(person.born()).toString(),
                    person.community().group(),
                    child.network() < 0 ? "" : "N" + child.network(),
                    String.join(" ", lists),
                    first == null ? "" : Days.date(first.known()).toString(),
                    first == null ? "" : first.source.title())
                + "\n");
      }
    }
  }

  private void writeSuspects(Path folder, List<Group> networks) throws IOException {
    Set<Integer> seen = new TreeSet<>();
    for (Fact fact : concerns) {
      Arrays.stream(fact.suspects).forEach(seen::add);
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("suspects.csv"))) {
      out.write(
          "person,sex,born,group,network,in_entries,identified,convicted,in_a_network_on_record\n");
      for (int i = 0; i < borough.story().suspects(); i++) {
        Person person = borough.story().suspect(i);
        int network = borough.story().networkOf(i);
        boolean recorded =
            networks.stream().anyMatch(group -> group.suspects().contains(person.id()));
        out.write(
            String.join(
                    ",",
                    "P" + person.id(),
                    person.female() ? "F" : "M",
                    Days.date(person.born()).toString(),
                    person.community().group(),
                    network < 0 ? "" : "N" + network,
                    yes(seen.contains(person.id())),
                    yes(seen.contains(person.id()) && truth.surnamed().get(person.id())),
                    yes(truth.convicted().get(person.id())),
                    yes(recorded))
                + "\n");
      }
    }
  }

  private void writeNetworks(Path folder, List<Group> networks) throws IOException {
    Set<String> agencies = new TreeSet<>();
    for (Source source : Source.values()) {
      if (source.area() == Area.EASTMOOR) {
        agencies.add(source.agency());
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("networks.csv"))) {
      out.write("suspects,children,first_held,held_by_one_agency,agency,first_action,months\n");
      for (Group network : networks) {
        int held = firstHeld(network, null);
        int alone = Integer.MAX_VALUE;
        String first = "";
        for (String agency : agencies) {
          int day = firstHeld(network, agency);
          if (day < alone) {
            alone = day;
            first = agency;
          }
        }
        int acted = acted(network, held);
        out.write(
            String.join(
                    ",",
                    people(network.suspects()),
                    people(network.children()),
                    day(held),
                    day(alone),
                    first,
                    day(acted),
                    acted == Integer.MAX_VALUE ? "" : decimal((acted - held) / 30.4375))
                + "\n");
      }
    }
  }

  private static String people(Set<Integer> people) {
    StringBuilder text = new StringBuilder();
    people.forEach(person -> text.append(text.isEmpty() ? "P" : " P").append(person));
    return text.toString();
  }

  private static String day(int day) {
    return day == Integer.MAX_VALUE ? "" : Days.date(day).toString();
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  // Counting.

  private static List<Fact> facts(Map<Integer, List<Fact>> of, int person) {
    return of.getOrDefault(person, List.of());
  }

  private static <T> int count(Iterable<T> all, java.util.function.Predicate<T> wanted) {
    int count = 0;
    for (T one : all) {
      count += wanted.test(one) ? 1 : 0;
    }
    return count;
  }

  /// A wait in days and whether it ended: 1, or 0 where it still goes on at the as-at date.
  private static int[] wait(int from, int to) {
    return to == Integer.MAX_VALUE ? new int[] {Story.AS_AT - from, 0} : new int[] {to - from, 1};
  }

  /// The smallest t with S(t) of one half or less, by Kaplan and Meier (1958); -1 where there is
  /// none.
  static int median(List<int[]> waits) {
    ToIntFunction<int[]> length = wait -> wait[0];
    TreeSet<Integer> times = new TreeSet<>();
    waits.stream().filter(wait -> wait[1] == 1).mapToInt(length).forEach(times::add);
    double surviving = 1;
    for (int time : times) {
      long waiting = waits.stream().mapToInt(length).filter(days -> days >= time).count();
      long ended = waits.stream().filter(wait -> wait[0] == time && wait[1] == 1).count();
      surviving *= 1 - (double) ended / waiting;
      if (surviving <= 0.5) {
        return time;
      }
    }
    return -1;
  }

  private static String days(int median) {
    return median < 0 ? "" : "" + median;
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private void share(String finding, int count, int of, String basis) {
    line(finding, "", of == 0 ? "" : decimal((double) count / of), "", basis);
    line(finding, "count", count, "" + of, basis);
  }

  private void line(String finding, int value, String basis) {
    line(finding, "", value, "", basis);
  }

  private void line(String finding, String key, int value, String of, String basis) {
    line(finding, key, "" + value, of, basis);
  }

  private void line(String finding, String key, String value, String of, String basis) {
    lines.append(String.join(",", finding, key, value, of, basis)).append('\n');
  }
}
