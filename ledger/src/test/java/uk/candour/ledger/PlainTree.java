package uk.candour.ledger;

import java.util.ArrayList;
import java.util.List;

/// The tree, its proofs and nothing clever: the definitions of RFC 6962 section 2.1, written down.
final class PlainTree {

  private PlainTree() {}

  static Hash root(List<byte[]> entries) {
    return switch (entries.size()) {
      case 0 -> Hash.OF_EMPTY_TREE;
      case 1 -> Hash.ofLeaf(entries.getFirst());
      default -> {
        int k = split(entries.size());
        yield Hash.ofNode(root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
      }
    };
  }

  static List<Hash> path(int m, List<byte[]> entries) {
    if (entries.size() == 1) {
      return List.of();
    }
    int k = split(entries.size());
    List<byte[]> left = entries.subList(0, k);
    List<byte[]> right = entries.subList(k, entries.size());
    return m < k ? with(path(m, left), root(right)) : with(path(m - k, right), root(left));
  }

  static List<Hash> consistency(int m, List<byte[]> entries) {
    return m == 0 || m == entries.size() ? List.of() : subproof(m, entries, true);
  }

  private static List<Hash> subproof(int m, List<byte[]> entries, boolean whole) {
    if (m == entries.size()) {
      return whole ? List.of() : List.of(root(entries));
    }
    int k = split(entries.size());
    List<byte[]> left = entries.subList(0, k);
    List<byte[]> right = entries.subList(k, entries.size());
    return m <= k
        ? with(subproof(m, left, whole), root(right))
        : with(subproof(m - k, right, false), root(left));
  }

  private static List<Hash> with(List<Hash> hashes, Hash last) {
    var longer = new ArrayList<>(hashes);
    longer.add(last);
    return longer;
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }
}
