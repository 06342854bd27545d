package uk.candour.linkage;

import java.util.Arrays;

/// The descriptions that share a block with one description, each once, with the rules that propose
/// it.
///
/// A mark beside each description says which rules have proposed it to the description at hand, so
/// a pair that several rules propose is met once and no set of pairs is kept. An instance is for
/// one thread.
final class Candidates {

  private final Blocks blocks;
  private final int[] proposedBy;
  private int[] met = new int[256];
  private int size;

  Candidates(Blocks blocks, int descriptions) {
    this.blocks = blocks;
    this.proposedBy = new int[descriptions];
  }

  /// Gathers the candidates of a description, all of them.
  void gather(int description) {
    gatherAbove(description, -1);
  }

  /// Gathers the candidates of a description with a higher number than it, ascending: over all
  /// descriptions, each pair once.
  void gatherLater(int description) {
    gatherAbove(description, description);
    Arrays.sort(met, 0, size);
  }

  private void gatherAbove(int description, int least) {
    for (int i = 0; i < size; i++) {
      proposedBy[met[i]] = 0;
    }
    size = 0;
    Lists blocksOf = blocks.blocksOf();
    for (int i = blocksOf.start(description); i < blocksOf.end(description); i++) {
      int block = blocksOf.at(i);
      int rule = 1 << blocks.rule(block);
      for (int place = blocks.end(block) - 1; place >= blocks.start(block); place--) {
        int member = blocks.member(place);
        if (member <= least) {
          break;
        }
        if (member != description) {
          meet(member, rule);
        }
      }
    }
  }

  private void meet(int member, int rule) {
    if (proposedBy[member] == 0) {
      if (size == met.length) {
        met = Arrays.copyOf(met, size * 2);
      }
      met[size++] = member;
    }
    proposedBy[member] |= rule;
  }

  int size() {
    return size;
  }

  int candidate(int n) {
    return met[n];
  }

  /// The rules that propose the nth candidate, a bit each.
  int rules(int n) {
    return proposedBy[met[n]];
  }
}
