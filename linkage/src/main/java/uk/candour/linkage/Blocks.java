package uk.candour.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;

/// The blocks within which descriptions are compared, and an index of the blocks of each.
///
/// A **blocking rule** gives each description any number of keys; those of one key form a block. A
/// block too large to compare within is cut by a further attribute, and again by the next; what is
/// still too large after the last is skipped and told of ([Linked.LargeBlock]). How large is too
/// large follows from the pairs a rule may propose: some for each description. So the work grows
/// with the number of descriptions, never with its square.
///
/// Pairs are never written down. [Candidates] reads the blocks of one description at a time.
final class Blocks {

  /// Keys of a rule: called once a description.
  interface Keys {
    void of(int description, Sink sink);
  }

  /// Where a rule puts its keys; a key of 0 is none.
  interface Sink {
    void key(long key);
  }

  private static final int LARGEST_LISTED = 20;
  private static final int LEAST_LISTED = 20;
  private static final int SMALLEST_LIMIT = 20;
  private static final int LARGEST = 4_096;

  private final int[] starts;
  private final int[] members;
  private final byte[] rules;
  private final Lists blocksOf;
  private final List<Rule> ruleList;
  private final List<Linked.LargeBlock> largest;

  /// @param words the rule in words
  /// @param compared the comparisons that the rule's keys settle, a bit each: they teach nothing
  ///   about the pairs the rule proposes
  record Rule(String words, int compared) {}

  private Blocks(Builder builder) {
    starts = Arrays.copyOf(builder.starts, builder.blocks + 1);
    members = Arrays.copyOf(builder.members, starts[builder.blocks]);
    rules = Arrays.copyOf(builder.rules, builder.blocks);
    ruleList = List.copyOf(builder.ruleList);
    builder.large.sort(
        Comparator.comparingInt(Linked.LargeBlock::records)
            .reversed()
            .thenComparing(Linked.LargeBlock::rule)
            .thenComparing(Linked.LargeBlock::skipped));
    largest = List.copyOf(builder.large.subList(0, Math.min(LARGEST_LISTED, builder.large.size())));
    blocksOf = index(builder.size);
  }

  private Lists index(int size) {
    int[] firsts = new int[size + 1];
    for (int member : members) {
      firsts[member + 1]++;
    }
    for (int d = 0; d < size; d++) {
      firsts[d + 1] += firsts[d];
    }
    int[] next = Arrays.copyOf(firsts, size);
    int[] items = new int[members.length];
    for (int block = 0; block < rules.length; block++) {
      for (int i = starts[block]; i < starts[block + 1]; i++) {
        items[next[members[i]]++] = block;
      }
    }
    return Lists.of(firsts, items);
  }

  List<Rule> rules() {
    return ruleList;
  }

  List<Linked.LargeBlock> largest() {
    return largest;
  }

  /// The blocks of a description.
  Lists blocksOf() {
    return blocksOf;
  }

  int count() {
    return rules.length;
  }

  int rule(int block) {
    return rules[block];
  }

  int start(int block) {
    return starts[block];
  }

  int end(int block) {
    return starts[block + 1];
  }

  /// A member by its place; within a block they ascend.
  int member(int place) {
    return members[place];
  }

  /// How many pairs the blocks hold, a pair counted once a block.
  long pairs() {
    long pairs = 0;
    for (int block = 0; block < rules.length; block++) {
      long size = (long) starts[block + 1] - starts[block];
      pairs += size * (size - 1) / 2;
    }
    return pairs;
  }

  /// Builds the blocks rule by rule.
  static final class Builder {
    private final int size;
    private final long pairsPerRule;
    private final List<Rule> ruleList = new ArrayList<>();
    private final List<Linked.LargeBlock> large = new ArrayList<>();
    private int[] starts = new int[1 << 10];
    private int[] members = new int[1 << 12];
    private byte[] rules = new byte[1 << 10];
    private int blocks;

    private long[] keys = new long[1 << 12];
    private int[] holders = new int[1 << 12];
    private int entries;

    /// @param size how many descriptions there are
    /// @param pairsPerRule how many pairs a rule may propose
    Builder(int size, long pairsPerRule) {
      this.size = size;
      this.pairsPerRule = pairsPerRule;
    }

    /// Adds a rule.
    ///
    /// @param compared the comparisons its keys settle, a bit each
    /// @param finer keys by which too large a block is cut, one after the other; 0 keeps apart what
    ///   has none
    Builder rule(String words, int compared, Keys rule, IntToLongFunction... finer) {
      entries = 0;
      int[] holder = {0};
      Sink sink =
          key -> {
            if (key != 0) {
              add(key, holder[0]);
            }
          };
      for (int d = 0; d < size; d++) {
        holder[0] = d;
        rule.of(d, sink);
      }
      int number = ruleList.size();
      ruleList.add(new Rule(words, compared));
      long affordable = pairsPerRule;
      for (int depth = 0; depth <= finer.length && entries > 0; depth++) {
        Order.sort(keys, holders, entries);
        boolean last = depth == finer.length;
        affordable -= keepAffordable(number, last ? affordable : affordable / 2, depth == 0, last);
        if (!last) {
          for (int i = 0; i < entries; i++) {
            keys[i] = Forms.mix(keys[i], finer[depth].applyAsLong(holders[i]));
          }
        }
      }
      return this;
    }

    private void add(long key, int description) {
      if (entries == keys.length) {
        keys = Arrays.copyOf(keys, entries * 2);
        holders = Arrays.copyOf(holders, entries * 2);
      }
      keys[entries] = key;
      holders[entries++] = description;
    }

    /// Keeps the blocks that the rule can afford and leaves the entries of the others, for the next
    /// key to cut; how many pairs were kept.
    private long keepAffordable(int rule, long affordable, boolean first, boolean last) {
      int allowed = largestAllowed(affordable);
      int left = 0;
      long pairs = 0;
      for (int from = 0; from < entries; ) {
        int to = end(keys, from, entries);
        int records = distinct(holders, from, to);
        boolean tooLarge = records > allowed;
        if (records >= LEAST_LISTED && (first || (tooLarge && last))) {
          tell(rule, records, tooLarge && last);
        }
        if (tooLarge) {
          for (int i = from; i < from + records; i++) {
            keys[left] = keys[i];
            holders[left++] = holders[i];
          }
        } else if (records > 1) {
          keep(holders, from, from + records, rule);
          pairs += (long) records * (records - 1) / 2;
        }
        from = to;
      }
      entries = left;
      return pairs;
    }

    /// The largest block that is affordable: the pairs of all blocks up to it stay within a number,
    /// and one block takes a twentieth of that at most.
    private int largestAllowed(long affordable) {
      long[] pairsOfSize = new long[LARGEST + 2];
      for (int from = 0; from < entries; ) {
        int to = end(keys, from, entries);
        long records = (long) to - from;
        pairsOfSize[(int) Math.min(LARGEST + 1L, records)] += records * (records - 1) / 2;
        from = to;
      }
      long pairs = 0;
      int allowed = 1;
      while (allowed < LARGEST && pairs + pairsOfSize[allowed + 1] <= affordable) {
        allowed++;
        pairs += pairsOfSize[allowed];
      }
      return Math.max(SMALLEST_LIMIT, Math.min(allowed, (int) Math.sqrt(affordable / 10.0)));
    }

    private static int end(long[] sorted, int from, int length) {
      int to = from + 1;
      while (to < length && sorted[to] == sorted[from]) {
        to++;
      }
      return to;
    }

    /// Moves each description of a run to its front once; they come sorted, since sorting by key
    /// keeps the order.
    private static int distinct(int[] described, int from, int to) {
      int kept = from;
      for (int i = from; i < to; i++) {
        if (kept == from || described[kept - 1] != described[i]) {
          described[kept++] = described[i];
        }
      }
      return kept - from;
    }

    private void keep(int[] described, int from, int to, int rule) {
      if (blocks + 2 > starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
        rules = Arrays.copyOf(rules, rules.length * 2);
      }
      int at = starts[blocks];
      int end = at + to - from;
      if (end > members.length) {
        members = Arrays.copyOf(members, Math.max(end, members.length + (members.length >> 1)));
      }
      System.arraycopy(described, from, members, at, to - from);
      rules[blocks++] = (byte) rule;
      starts[blocks] = end;
    }

    /// Tells of records that share a value which no rule goes by, because it says nothing.
    Builder leftOut(String words, int records) {
      if (records >= LEAST_LISTED) {
        tell(words, records, true);
      }
      return this;
    }

    private void tell(int rule, int records, boolean skipped) {
      tell(ruleList.get(rule).words(), records, skipped);
    }

    private void tell(String words, int records, boolean skipped) {
      large.add(new Linked.LargeBlock(words, records, skipped));
      if (large.size() > 50 * LARGEST_LISTED) {
        large.sort(Comparator.comparingInt(Linked.LargeBlock::records).reversed());
        large.subList(10 * LARGEST_LISTED, large.size()).clear();
      }
    }

    Blocks build() {
      return new Blocks(this);
    }
  }
}
