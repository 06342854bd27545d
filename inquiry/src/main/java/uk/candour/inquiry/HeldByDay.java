package uk.candour.inquiry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Network.Alone;
import uk.candour.inquiry.Network.Join;
import uk.candour.linkage.Linking;
import uk.candour.record.Entries;
import uk.candour.record.PartialDate;
import uk.candour.record.People;
import uk.candour.record.Role;

/// Replays the records day by day and finds when they first held each network.
///
/// The records **held** a network on a day when, by the mentions recorded by that day and the links
/// between them, two of its suspects and two of its children were connected, each tied to at least
/// one of the others. Two mentions that are one person are one here only where accepted links lead
/// from one to the other over mentions known by the day: somebody whom only a later record shows to
/// be one person is still two. Replayed over all agencies' records this is the day on which they
/// could have been joined; over one agency's own, the day on which that agency alone held it.
///
/// A replay takes links and entries in the order of the days on which they were known and joins
/// mentions in groups, each of which remembers up to two of the suspects and two of the children
/// that an entry has tied in it. An entry that says not when it was recorded is known from the day
/// its source was handed over.
final class HeldByDay {

  private static final int EVERYBODY = -1;

  private final Casebook casebook;
  private final Entries entries;
  private final People people;
  private final Persons persons;
  private final Suspects suspects;
  private final int[] networkOf;
  private final int[] mentions;
  private final int[] nodeOf;
  private final int[] knownOn;
  private final int[] agencyOf;
  private final int[] sameAs;
  private final List<String> agencies;
  private final Steps links;
  private final Steps ties;
  private final @Nullable Integer[] joinedOn;
  private final @Nullable Join[] joinedBy;
  private final @Nullable Alone[] alone;

  /// @param networkOf the network of every person, from 1; 0 for none
  HeldByDay(Casebook casebook, Linking linking, int[] networkOf, int networks) {
    this.casebook = casebook;
    this.entries = casebook.entries();
    this.people = entries.people();
    this.persons = casebook.view(linking).persons();
    this.suspects = casebook.view(linking).suspects();
    this.networkOf = networkOf;
    this.mentions =
        IntStream.range(0, people.size())
            .filter(mention -> networkOf[persons.personOf(mention)] > 0)
            .toArray();
    this.nodeOf = new int[people.size()];
    Arrays.fill(nodeOf, -1);
    for (int node = 0; node < mentions.length; node++) {
      nodeOf[mentions[node]] = node;
    }
    this.agencies =
        entries.sources().stream().map(source -> source.agency()).distinct().sorted().toList();
    this.agencyOf =
        Arrays.stream(mentions)
            .map(mention -> agencies.indexOf(entries.sourceOf(people.row(mention)).agency()))
            .toArray();
    this.knownOn = Arrays.stream(mentions).map(this::firstKnown).toArray();
    this.sameAs = sameAs();
    this.links = links(linking);
    this.ties = ties();
    this.joinedOn = new Integer[networks + 1];
    this.joinedBy = new Join[networks + 1];
    this.alone = new Alone[networks + 1];
    replay(
        EVERYBODY,
        (network, day, join) -> {
          joinedOn[network] = day;
          joinedBy[network] = join;
        });
    for (int agency = 0; agency < agencies.size(); agency++) {
      String name = agencies.get(agency);
      replay(
          agency,
          (network, day, join) -> {
            Alone earliest = alone[network];
            if (earliest == null || day < earliest.day()) {
              alone[network] = new Alone(name, day);
            }
          });
    }
  }

  /// The first day on which the joined records held a network, or null where no dated record shows
  /// that they did.
  @Nullable Integer joinedOn(int network) {
    return joinedOn[network];
  }

  /// What joined the network on that day, or null where there is no such day.
  @Nullable Join joinedBy(int network) {
    return joinedBy[network];
  }

  /// The first day on which one agency alone held a network, and which; of several on one day the
  /// first by name.
  @Nullable Alone alone(int network) {
    return alone[network];
  }

  private int knownOn(int entry) {
    return knownOn(entries, entry);
  }

  /// The day from which an entry was known.
  static int knownOn(Entries entries, int entry) {
    int recorded = entries.recorded(entry);
    return PartialDate.isFull(recorded)
        ? PartialDate.epochDay(recorded)
        : Days.of(entries.source(entry).extracted());
  }

  private int firstKnown(int mention) {
    return IntStream.range(0, entries.entriesOf(mention))
        .map(n -> knownOn(entries.entryOf(mention, n)))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /// For every node the first one that says the same of the same person: a link of one of them is a
  /// link of all.
  private int[] sameAs() {
    int[] first = casebook.linked().sameAs();
    return IntStream.range(0, mentions.length)
        .map(node -> {
          int same = nodeOf[first[mentions[node]]];
          return same >= 0 && personOf(same) == personOf(node) ? same : node;
        })
        .toArray();
  }

  private int personOf(int node) {
    return persons.personOf(mentions[node]);
  }

  /// The accepted links within people, between the first nodes of those that say the same.
  private Steps links(Linking linking) {
    var within = new Steps();
    var links = casebook.linked().links();
    for (int link = 0; link < links.size(); link++) {
      int left = nodeOf[links.left()[link]];
      int right = nodeOf[links.right()[link]];
      if (left >= 0
          && right >= 0
          && sameAs[left] != sameAs[right]
          && personOf(left) == personOf(right)
          && links.probability()[link] >= linking.threshold()) {
        within.add(0, sameAs[left], sameAs[right]);
      }
    }
    return within;
  }

  /// Each suspect of an entry with everybody else that the entry ties.
  private Steps ties() {
    var ties = new Steps();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (!Networks.canTie(casebook, entry)) {
        continue;
      }
      int suspect = -1;
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        if (isSuspect(link)) {
          suspect = nodeOf[entries.mention(link)];
        }
      }
      if (suspect < 0) {
        continue;
      }
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        int other = nodeOf[entries.mention(link)];
        if (other >= 0
            && personOf(other) != personOf(suspect)
            && (isSuspect(link) || isChild(link))) {
          ties.add(knownOn(entry), suspect, other);
        }
      }
    }
    return ties;
  }

  private boolean isSuspect(int link) {
    int node = nodeOf[entries.mention(link)];
    return node >= 0 && entries.role(link) == Role.SUSPECT && suspects.indexOf(personOf(node)) >= 0;
  }

  private boolean isChild(int link) {
    int node = nodeOf[entries.mention(link)];
    return node >= 0 && entries.role(link) == Role.CHILD && suspects.indexOf(personOf(node)) < 0;
  }

  private interface Held {
    void on(int network, int day, Join join);
  }

  /// Joins what one agency, or everybody, knew day by day and tells each network's first day once.
  private void replay(int agency, Held held) {
    var joined = new Steps();
    int[] earliest = earliest(agency);
    for (int node = 0; node < mentions.length; node++) {
      int first = earliest[sameAs[node]];
      if (counts(node, agency) && first != node) {
        joined.add(knownOn[node], first, node);
      }
    }
    for (int link = 0; link < links.size(); link++) {
      int left = earliest[links.left(link)];
      int right = earliest[links.right(link)];
      if (left >= 0 && right >= 0) {
        joined.add(Math.max(knownOn[left], knownOn[right]), left, right);
      }
    }
    int firstTie = joined.size();
    for (int tie = 0; tie < ties.size(); tie++) {
      if (counts(ties.left(tie), agency)) {
        joined.add(ties.day(tie), ties.left(tie), ties.right(tie));
      }
    }
    var groups = new Networks.Groups(mentions.length);
    var tied = new Tied(mentions.length);
    boolean[] told = new boolean[joinedOn.length];
    for (int step : joined.inOrder()) {
      int left = joined.left(step);
      int right = joined.right(step);
      int leftRoot = groups.of(left);
      int rightRoot = groups.of(right);
      groups.join(left, right);
      int root = groups.of(left);
      tied.merge(leftRoot, rightRoot, root);
      if (step >= firstTie) {
        tied.add(root, personOf(left), suspects.indexOf(personOf(left)) >= 0);
        tied.add(root, personOf(right), suspects.indexOf(personOf(right)) >= 0);
      }
      int network = networkOf[personOf(left)];
      if (!told[network] && tied.isNetwork(root)) {
        told[network] = true;
        held.on(
            network,
            joined.day(step),
            new Join(mentions[left], mentions[right], personOf(left) == personOf(right)));
      }
    }
  }

  /// By the first of those that say the same, the one of them that the agency knew first, or -1.
  private int[] earliest(int agency) {
    int[] earliest = new int[mentions.length];
    Arrays.fill(earliest, -1);
    for (int node = 0; node < mentions.length; node++) {
      int same = sameAs[node];
      if (counts(node, agency) && (earliest[same] < 0 || knownOn[node] < knownOn[earliest[same]])) {
        earliest[same] = node;
      }
    }
    return earliest;
  }

  private boolean counts(int node, int agency) {
    return agency == EVERYBODY || agencyOf[node] == agency;
  }

  /// Up to two suspects and up to two children that entries have tied within a group; a person is
  /// kept as its number plus one, so that zero is nobody.
  private static final class Tied {

    private final int[] suspects;
    private final int[] children;

    Tied(int nodes) {
      suspects = new int[nodes * 2];
      children = new int[nodes * 2];
    }

    void add(int root, int person, boolean suspect) {
      put(suspect ? suspects : children, root, person + 1);
    }

    void merge(int left, int right, int root) {
      int other = root == left ? right : left;
      if (other != root) {
        for (int n = 0; n < 2; n++) {
          put(suspects, root, suspects[other * 2 + n]);
          put(children, root, children[other * 2 + n]);
        }
      }
    }

    boolean isNetwork(int root) {
      return suspects[root * 2 + 1] != 0 && children[root * 2 + 1] != 0;
    }

    private static void put(int[] two, int root, int person) {
      if (person == 0 || two[root * 2] == person) {
        return;
      }
      if (two[root * 2] == 0) {
        two[root * 2] = person;
      } else {
        two[root * 2 + 1] = person;
      }
    }
  }

  /// Joins of two nodes, each on a day.
  private static final class Steps {

    private int[] days = new int[64];
    private int[] lefts = new int[64];
    private int[] rights = new int[64];
    private int size;

    void add(int day, int left, int right) {
      if (size == days.length) {
        days = Arrays.copyOf(days, size * 2);
        lefts = Arrays.copyOf(lefts, size * 2);
        rights = Arrays.copyOf(rights, size * 2);
      }
      days[size] = day;
      lefts[size] = left;
      rights[size++] = right;
    }

    int size() {
      return size;
    }

    int day(int step) {
      return days[step];
    }

    int left(int step) {
      return lefts[step];
    }

    int right(int step) {
      return rights[step];
    }

    /// The steps in the order of their days, those of one day as they were added.
    int[] inOrder() {
      long[] keys = new long[size];
      for (int step = 0; step < size; step++) {
        keys[step] = (long) days[step] << 32 | step;
      }
      Arrays.sort(keys);
      return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
  }
}
