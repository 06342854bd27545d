package uk.candour.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// That a tree of a size has a certain leaf at an index: the hashes beside the way from the leaf to
/// the root, the leaf's own neighbour first (RFC 6962 section 2.1.1).
public record InclusionProof(long index, long size, List<Hash> hashes) {

  public InclusionProof {
    hashes = List.copyOf(hashes);
  }

  public static InclusionProof prove(Tree tree, long index) throws IOException {
    if (index < 0 || index >= tree.size()) {
      throw new IllegalArgumentException(
          "a tree of " + tree.size() + " leaves has no leaf " + index);
    }
    var hashes = new ArrayList<Hash>();
    path(tree, index, 0, tree.size(), hashes);
    return new InclusionProof(index, tree.size(), hashes);
  }

  private static void path(Tree tree, long index, long from, long to, List<Hash> hashes)
      throws IOException {
    if (to - from == 1) {
      return;
    }
    long middle = from + Tree.split(to - from);
    if (index < middle) {
      path(tree, index, from, middle, hashes);
      hashes.add(tree.over(middle, to));
    } else {
      path(tree, index, middle, to, hashes);
      hashes.add(tree.over(from, middle));
    }
  }

  /// Whether the tree with this root has this leaf there: RFC 9162 section 2.1.3.2, step by step.
  public boolean check(Hash root, Hash leaf) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash beside : hashes) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hash.ofNode(beside, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = Hash.ofNode(hash, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
