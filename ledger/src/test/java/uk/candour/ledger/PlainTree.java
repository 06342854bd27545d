package uk.candour.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tree, its proofs and nothing clever: the definitions of RFC 6962 section 2.1, written down;
/// the hash of a stretch of entries is worked out once.
final class PlainTree {

  private final List<byte[]> entries;
  private final Map<List<Integer>, Hash> known = new HashMap<>();

  PlainTree(List<byte[]> entries) {
    this.entries = entries;
  }

  static Hash root(List<byte[]> entries) {
    return new PlainTree(entries).root(entries.size());
  }

  Hash root(int size) {
    return size == 0 ? Hash.OF_EMPTY_TREE : hash(0, size);
  }

  private Hash hash(int from, int to) {
    Hash hash = known.get(List.of(from, to));
    if (hash == null) {
      int k = from + split(to - from);
      hash =
          to - from == 1 ? Hash.ofLeaf(entries.get(from)) : Hash.ofNode(hash(from, k), hash(k, to));
      known.put(List.of(from, to), hash);
    }
    return hash;
  }

  List<Hash> path(int m, int size) {
    return path(m, 0, size);
  }

  private List<Hash> path(int m, int from, int to) {
    if (to - from == 1) {
      return List.of();
    }
    int k = from + split(to - from);
    return m < k ? with(path(m, from, k), hash(k, to)) : with(path(m, k, to), hash(from, k));
  }

  List<Hash> consistency(int m, int size) {
    return m == 0 || m == size ? List.of() : subproof(m, 0, size, true);
  }

  private List<Hash> subproof(int m, int from, int to, boolean whole) {
    if (m == to) {
      return whole ? List.of() : List.of(hash(from, to));
    }
    int k = from + split(to - from);
    return m <= k
        ? with(subproof(m, from, k, whole), hash(k, to))
        : with(subproof(m, k, to, false), hash(from, k));
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
