package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Network.Acted;
import uk.candour.inquiry.Network.Tie;
import uk.candour.linkage.Linking;
import uk.candour.record.Entries;
import uk.candour.record.EntryKind;
import uk.candour.record.Role;

/// The networks of one linking: groups of suspects and children whom entries name together.
///
/// **Method.** Two suspects, or a suspect and a child, are tied where one entry that speaks of
/// exploitation names both. Everybody whom ties connect is one group; a group with at least two
/// suspects and at least two children is a network. Children named together without a suspect are
/// not tied by it, nor is anybody by standing on the agenda of one meeting or in one briefing to
/// leaders, which list people who have nothing to do with one another. A shared phone, vehicle or
/// place ties nobody. Only sources of the inquiry's own area are used. The method has no parameter
/// and no order of its own: the same entries give the same networks.
public final class Networks {

  private static final int LEAST = 2;

  private final Casebook casebook;
  private final Entries entries;
  private final Linking linking;
  private final Casebook.View view;

  private Networks(Casebook casebook, Linking linking) {
    this.casebook = casebook;
    this.entries = casebook.entries();
    this.linking = linking;
    this.view = casebook.view(linking);
  }

  /// The networks of one linking, numbered.
  public static List<Network> of(Casebook casebook, Linking linking) {
    return new Networks(casebook, linking).find();
  }

  private List<Network> find() {
    var groups = new Groups(view.persons().size());
    for (int entry = 0; entry < entries.size(); entry++) {
      if (canTie(casebook, entry)) {
        groups.joinAll(tied(entry));
      }
    }
    Map<Integer, SortedSet<Integer>> suspects = new TreeMap<>();
    Map<Integer, SortedSet<Integer>> children = new TreeMap<>();
    for (int suspect = 0; suspect < view.suspects().size(); suspect++) {
      int person = view.suspects().person(suspect);
      suspects.computeIfAbsent(groups.of(person), g -> new TreeSet<>()).add(person);
    }
    for (int child = 0; child < view.children().size(); child++) {
      int person = view.children().person(child);
      if (view.suspects().indexOf(person) < 0) {
        children.computeIfAbsent(groups.of(person), g -> new TreeSet<>()).add(person);
      }
    }
    Map<Integer, List<Integer>> named = new TreeMap<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (casebook.concerns().speaks(entry) && isCounted(casebook, entry)) {
        for (int person : tied(entry)) {
          int group = groups.of(person);
          var list = named.computeIfAbsent(group, g -> new ArrayList<>());
          if (list.isEmpty() || list.getLast() != entry) {
            list.add(entry);
          }
        }
      }
    }
    List<Found> found = new ArrayList<>();
    suspects.forEach((group, members) -> {
      var tiedChildren = children.get(group);
      if (members.size() >= LEAST && tiedChildren != null && tiedChildren.size() >= LEAST) {
        found.add(found(members, tiedChildren, named.getOrDefault(group, List.of())));
      }
    });
    return numbered(found);
  }

  /// Whether an entry can tie those it names: it speaks of exploitation, is of the inquiry's own
  /// area and period, and is no meeting and no briefing.
  static boolean canTie(Casebook casebook, int entry) {
    EntryKind kind = casebook.entries().kind(entry);
    return kind != EntryKind.MEETING_HELD
        && kind != EntryKind.LEADERS_BRIEFED
        && casebook.concerns().speaks(entry)
        && isCounted(casebook, entry);
  }

  private static boolean isCounted(Casebook casebook, int entry) {
    return casebook.concerns().ownArea(entry) && casebook.concerns().inPeriod(entry);
  }

  /// The people whom an entry ties: its suspects and its children where it names a suspect at all,
  /// else nobody.
  private int[] tied(int entry) {
    int[] people =
        IntStream.range(entries.firstLink(entry), entries.firstLink(entry + 1))
            .filter(link -> isSuspect(link) || isChild(link))
            .map(link -> view.persons().personOf(entries.mention(link)))
            .distinct()
            .toArray();
    return IntStream.range(entries.firstLink(entry), entries.firstLink(entry + 1))
            .anyMatch(this::isSuspect)
        ? people
        : new int[0];
  }

  private boolean isSuspect(int link) {
    return entries.role(link) == Role.SUSPECT
        && view.suspects().indexOf(view.persons().personOf(entries.mention(link))) >= 0;
  }

  private boolean isChild(int link) {
    int person = view.persons().personOf(entries.mention(link));
    return entries.role(link) == Role.CHILD
        && view.children().indexOf(person) >= 0
        && view.suspects().indexOf(person) < 0;
  }

  private record Found(
      List<Integer> suspects,
      List<Integer> children,
      List<Integer> named,
      @Nullable Integer firstSeen,
      @Nullable Integer lastSeen) {}

  private Found found(
      SortedSet<Integer> suspects, SortedSet<Integer> children, List<Integer> named) {
    int[] days =
        named.stream()
            .mapToInt(casebook.concerns()::day)
            .filter(day -> day != Days.UNDATED)
            .sorted()
            .toArray();
    return new Found(
        List.copyOf(suspects),
        List.copyOf(children),
        named,
        days.length == 0 ? null : days[0],
        days.length == 0 ? null : days[days.length - 1]);
  }

  private List<Network> numbered(List<Found> found) {
    found.sort(
        Comparator.comparingInt((Found one) -> -one.suspects.size() - one.children.size())
            .thenComparingInt(one -> one.firstSeen == null ? Integer.MAX_VALUE : one.firstSeen)
            .thenComparing(one -> one.suspects.getFirst()));
    int[] networkOf = new int[view.persons().size()];
    for (int i = 0; i < found.size(); i++) {
      for (int person : found.get(i).suspects) {
        networkOf[person] = i + 1;
      }
      for (int person : found.get(i).children) {
        networkOf[person] = i + 1;
      }
    }
    var held = new HeldByDay(casebook, linking, networkOf, found.size());
    List<Network> networks = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Found one = found.get(i);
      Integer joinedOn = held.joinedOn(i + 1);
      networks.add(
          new Network(
              i + 1,
              one.suspects,
              one.children,
              ties(one),
              one.named,
              areas(one.named),
              one.firstSeen,
              one.lastSeen,
              joinedOn,
              held.joinedBy(i + 1),
              held.alone(i + 1),
              joinedOn == null ? null : firstActed(one, joinedOn)));
    }
    return List.copyOf(networks);
  }

  private List<Tie> ties(Found found) {
    Map<Long, Integer> counts = new TreeMap<>();
    for (int entry : found.named) {
      if (!canTie(casebook, entry)) {
        continue;
      }
      int[] people = tied(entry);
      for (int one : people) {
        for (int other : people) {
          boolean otherIsSuspect = view.suspects().indexOf(other) >= 0;
          if (view.suspects().indexOf(one) >= 0 && (!otherIsSuspect || one < other)) {
            counts.merge((long) one << 32 | other, 1, Integer::sum);
          }
        }
      }
    }
    List<Tie> ties = new ArrayList<>();
    counts.forEach((pair, count) -> ties.add(new Tie((int) (pair >> 32), pair.intValue(), count)));
    return ties;
  }

  /// The districts of a network's entries: that of each place where it is recorded, else that of
  /// the source.
  private List<String> areas(List<Integer> named) {
    SortedSet<String> areas = new TreeSet<>();
    for (int entry : named) {
      areas.addAll(Areas.of(entries, entry));
    }
    return List.copyOf(areas);
  }

  private @Nullable Acted firstActed(Found found, int from) {
    var actions = casebook.actions(linking);
    @Nullable Acted first = null;
    for (int child : found.children) {
      for (int action : actions.datedOn(child)) {
        first = earlier(first, new Acted(action, casebook.reports().decisionDay(action)), from);
      }
    }
    for (int suspect : found.suspects) {
      for (int n = 0; n < view.persons().mentions(suspect); n++) {
        int mention = view.persons().mention(suspect, n);
        for (int i = 0; i < entries.entriesOf(mention); i++) {
          int entry = entries.entryOf(mention, i);
          int day = Days.happened(entries, entry);
          if (entries.kind(entry) == EntryKind.CONVICTION_RECORDED
              && casebook.concerns().ownArea(entry)
              && day != Days.UNDATED
              && day <= Days.of(casebook.scope().asAt())) {
            first = earlier(first, new Acted(entry, day), from);
          }
        }
      }
    }
    return first;
  }

  private static @Nullable Acted earlier(@Nullable Acted first, Acted other, int from) {
    if (other.day() < from) {
      return first;
    }
    return first == null
            || other.day() < first.day()
            || (other.day() == first.day() && other.entry() < first.entry())
        ? other
        : first;
  }

  /// Groups of ints that are joined one after the other.
  static final class Groups {

    private final int[] parent;

    Groups(int size) {
      parent = IntStream.range(0, size).toArray();
    }

    int of(int one) {
      int root = one;
      while (parent[root] != root) {
        parent[root] = parent[parent[root]];
        root = parent[root];
      }
      return root;
    }

    void join(int one, int other) {
      int root = of(one);
      int otherRoot = of(other);
      parent[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
    }

    void joinAll(int[] all) {
      for (int other : all) {
        join(all[0], other);
      }
    }
  }
}
