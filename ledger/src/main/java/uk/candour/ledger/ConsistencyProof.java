package uk.candour.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// That a tree of one size is the beginning of a tree of another: nothing of the earlier one was
/// changed, dropped or put elsewhere (RFC 6962 section 2.1.2).
public record ConsistencyProof(long from, long to, List<Hash> hashes) {

  public ConsistencyProof {
    hashes = List.copyOf(hashes);
  }

  /// That the first `from` leaves of the tree are its beginning; from nothing, or from the tree
  /// itself, takes no hashes.
  public static ConsistencyProof prove(Tree tree, long from) throws IOException {
    if (from < 0 || from > tree.size()) {
      throw new IllegalArgumentException(
          "a tree of " + tree.size() + " leaves does not begin with " + from);
    }
    var hashes = new ArrayList<Hash>();
    if (from > 0 && from < tree.size()) {
      subproof(tree, from, 0, tree.size(), true, hashes);
    }
    return new ConsistencyProof(from, tree.size(), hashes);
  }

  private static void subproof(
      Tree tree, long old, long from, long to, boolean whole, List<Hash> hashes)
      throws IOException {
    if (old == to) {
      if (!whole) {
        hashes.add(tree.over(from, to));
      }
      return;
    }
    long middle = from + Tree.split(to - from);
    if (old <= middle) {
      subproof(tree, old, from, middle, whole, hashes);
      hashes.add(tree.over(middle, to));
    } else {
      subproof(tree, old, middle, to, false, hashes);
      hashes.add(tree.over(from, middle));
    }
  }

  /// Whether the tree with the later root begins with the tree of the earlier one: RFC 9162 section
  /// 2.1.4.2, and for an earlier tree without entries an empty proof.
  public boolean check(Hash earlier, Hash later) {
    if (from < 0 || from > to) {
      return false;
    }
    if (from == 0) {
      return hashes.isEmpty()
          && earlier.equals(Hash.OF_EMPTY_TREE)
          && (to > 0 || later.equals(Hash.OF_EMPTY_TREE));
    }
    if (from == to) {
      return hashes.isEmpty() && earlier.equals(later);
    }
    boolean sent = Long.bitCount(from) != 1;
    if (sent && hashes.isEmpty()) {
      return false;
    }
    long node = from - 1;
    long last = to - 1;
    while ((node & 1) == 1) {
      node >>>= 1;
      last >>>= 1;
    }
    Hash old = sent ? hashes.getFirst() : earlier;
    Hash grown = old;
    for (Hash beside : hashes.subList(sent ? 1 : 0, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = Hash.ofNode(beside, old);
        grown = Hash.ofNode(beside, grown);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        grown = Hash.ofNode(grown, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && old.equals(earlier) && grown.equals(later);
  }
}
