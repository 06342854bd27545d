package uk.candour.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Capture histories: for every set of lists, how many children stand on exactly those lists.
///
/// A history is a `long` whose bit i is set where the child stands on list i, lists being numbered
/// in the order given. The notation of the literature: `N_h` is [#count], `n` is [#observed], `n_i`
/// is [#onList], `m_ij` is [#onBoth], `f_c` is [#onExactly] and `Z_i` is [#onlyOn].
public final class Histories implements Captures {

  /// The most lists a table can have.
  public static final int MOST_LISTS = 62;

  private final List<String> lists;
  private final SortedMap<Long, Long> counts;

  /// A table of children by history.
  ///
  /// @param lists the lists' names, each once
  /// @param counts children by history; a history that is absent has none
  public Histories(List<String> lists, Map<Long, Long> counts) {
    if (lists.isEmpty() || lists.size() > MOST_LISTS) {
      throw new IllegalArgumentException(lists.size() + " lists; expected from 1 to " + MOST_LISTS);
    }
    if (Set.copyOf(lists).size() != lists.size()) {
      throw new IllegalArgumentException("a list's name stands twice in " + lists);
    }
    this.lists = List.copyOf(lists);
    this.counts = new TreeMap<>();
    counts.forEach((history, count) -> {
      if (history <= 0 || history >>> lists.size() != 0) {
        throw new IllegalArgumentException(
            "history " + history + " is not a set of some of " + lists.size() + " lists");
      }
      if (count < 0) {
        throw new IllegalArgumentException(count + " children with history " + history);
      }
      if (count > 0) {
        this.counts.put(history, count);
      }
    });
  }

  /// The names of the lists, in the order given.
  public List<String> lists() {
    return lists;
  }

  /// The histories that some child has, smallest first.
  public Set<Long> histories() {
    return counts.keySet();
  }

  /// How many children stand on exactly the lists of a history.
  public long count(long history) {
    return counts.getOrDefault(history, 0L);
  }

  @Override
  public long observed() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// How many children stand on a list.
  public long onList(int list) {
    return sum(1L << list, false);
  }

  /// How many children stand on both of two lists, whatever other lists they are on.
  public long onBoth(int list, int other) {
    return sum(1L << list | 1L << other, false);
  }

  /// How many children stand on a list and no other.
  public long onlyOn(int list) {
    return sum(1L << list, true);
  }

  private long sum(long wanted, boolean exactly) {
    long sum = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      boolean counts = exactly ? entry.getKey() == wanted : (entry.getKey() & wanted) == wanted;
      sum += counts ? entry.getValue() : 0;
    }
    return sum;
  }

  /// How many children stand on exactly so many lists.
  public long onExactly(int lists) {
    long sum = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      sum += Long.bitCount(entry.getKey()) == lists ? entry.getValue() : 0;
    }
    return sum;
  }

  /// The histories as counts of how often a child was seen, forgetting where.
  public CaptureCounts captureCounts() {
    long[] seenExactly = new long[lists.size()];
    counts.forEach((history, count) -> seenExactly[Long.bitCount(history) - 1] += count);
    return new CaptureCounts(seenExactly);
  }

  /// The first list that another list holds whole, with that other; null where every list has a
  /// child that each other list lacks. A list without children is in no list.
  public @Nullable Containment containment() {
    for (int inner = 0; inner < lists.size(); inner++) {
      long size = onList(inner);
      for (int outer = 0; size > 0 && outer < lists.size(); outer++) {
        if (outer != inner && onBoth(inner, outer) == size) {
          return new Containment(lists.get(inner), lists.get(outer));
        }
      }
    }
    return null;
  }

  /// That every child of one list stands on another too.
  public record Containment(String inner, String outer) {}

  /// The table without the lists that name nobody.
  public Histories withoutEmptyLists() {
    List<String> kept = new ArrayList<>();
    int[] place = new int[lists.size()];
    for (int list = 0; list < lists.size(); list++) {
      place[list] = kept.size();
      if (onList(list) > 0) {
        kept.add(lists.get(list));
      }
    }
    return kept.isEmpty() || kept.size() == lists.size() ? this : placed(kept, place);
  }

  /// The table in which lists that are no independent witnesses of one another are one list: a list
  /// and those whose referrals make up part of it, and a list and another that holds it whole. A
  /// joined list is named after its parts, as in `police+school`, and holds a child that any part
  /// holds; estimates of the joined table rest on no dependence that was known beforehand.
  ///
  /// @param fedBy for a list, the lists that feed it; names that are no list here are passed over
  public Histories joined(Map<String, Set<String>> fedBy) {
    int[] place = new int[lists.size()];
    for (int list = 0; list < place.length; list++) {
      place[list] = list;
    }
    fedBy.forEach((fed, feeding) ->
        feeding.forEach(source -> join(place, lists.indexOf(fed), lists.indexOf(source))));
    Histories joined = gathered(place);
    Containment containment = joined.containment();
    return containment == null
        ? joined
        : joined.joined(Map.of(containment.inner(), Set.of(containment.outer())));
  }

  private static void join(int[] place, int one, int other) {
    if (one < 0 || other < 0) {
      return;
    }
    int kept = Math.min(place[one], place[other]);
    int gone = Math.max(place[one], place[other]);
    for (int list = 0; list < place.length; list++) {
      place[list] = place[list] == gone ? kept : place[list];
    }
  }

  private Histories gathered(int[] group) {
    List<String> names = new ArrayList<>();
    int[] place = new int[group.length];
    for (int list = 0; list < group.length; list++) {
      if (group[list] == list) {
        place[list] = names.size();
        names.add(lists.get(list));
      } else {
        place[list] = place[group[list]];
        names.set(place[list], names.get(place[list]) + "+" + lists.get(list));
      }
    }
    return names.size() == lists.size() ? this : placed(names, place);
  }

  private Histories placed(List<String> names, int[] place) {
    Map<Long, Long> moved = new TreeMap<>();
    counts.forEach((history, count) -> {
      long[] image = new long[1];
      forEachList(history, list -> image[0] |= 1L << place[Math.toIntExact(list)]);
      moved.merge(image[0], count, Long::sum);
    });
    return new Histories(names, moved);
  }

  private static void forEachList(long history, LongConsumer action) {
    for (long rest = history; rest != 0; rest &= rest - 1) {
      action.accept(Long.numberOfTrailingZeros(rest));
    }
  }
}
