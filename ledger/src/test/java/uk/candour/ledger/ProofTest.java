package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tree and its proofs: published answers, a plain twin for every size to 300, and every bit of
/// a proof turned.
class ProofTest {

  private static final int SIZES = 300;
  private final List<byte[]> entries = Logs.entries(0, SIZES);
  private final PlainTree plain = new PlainTree(entries);

  private static Tree tree(List<byte[]> entries) {
    return Edge.EMPTY.grow(entries).tree();
  }

  @Test
  void hashesAreThoseOfRfc6962() {
    assertThat(Hash.OF_EMPTY_TREE)
        .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Hash.ofLeaf(new byte[0]))
        .hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(Hash.ofLeaf("L123456".getBytes(StandardCharsets.US_ASCII)))
        .hasToString("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  }

  @Test
  void theEightLeafTreeHasItsPublishedRootsAndProofs() throws Exception {
    var leaves = new ArrayList<byte[]>();
    for (String hex :
        "|00|10|2021|3031|40414243|5051525354555657|606162636465666768696a6b6c6d6e6f"
            .split("\\|", -1)) {
      leaves.add(HexFormat.of().parseHex(hex));
    }
    String[] roots = {
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
      "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
      "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
      "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=",
      "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
      "Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=",
      "duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=",
      "3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=",
      "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="
    };
    for (int size = 0; size < roots.length; size++) {
      assertThat(tree(leaves.subList(0, size)).root().base64()).isEqualTo(roots[size]);
    }
    assertThat(InclusionProof.prove(tree(leaves), 5).hashes().stream().map(Hash::base64))
        .containsExactly(
            "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
            "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
            "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=");
    assertThat(ConsistencyProof.prove(tree(leaves), 6).hashes().stream().map(Hash::base64))
        .containsExactly(
            "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=",
            "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
            "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=");
  }

  @Test
  void proofsEqualThePlainTreesForEverySizeTo300() throws IOException {
    var range = new CompactRange();
    for (int size = 0; size <= SIZES; size++) {
      Tree tree = tree(entries.subList(0, size));
      Hash root = plain.root(size);
      assertThat(tree.root()).isEqualTo(root);
      assertThat(range.root()).isEqualTo(root);
      for (int m = 0; m < size; m++) {
        InclusionProof proof = InclusionProof.prove(tree, m);
        assertThat(proof.hashes()).isEqualTo(plain.path(m, size));
        assertThat(proof.check(root, Hash.ofLeaf(entries.get(m)))).isTrue();
      }
      for (int m = 0; m <= size; m++) {
        ConsistencyProof proof = ConsistencyProof.prove(tree, m);
        assertThat(proof.hashes()).isEqualTo(plain.consistency(m, size));
        assertThat(proof.check(plain.root(m), root)).isTrue();
      }
      if (size < SIZES) {
        range.append(Hash.ofLeaf(entries.get(size)));
      }
    }
  }

  @Test
  void noProofHoldsForAnotherPlaceOrLength() throws IOException {
    for (int size = 1; size <= 40; size++) {
      Tree tree = tree(entries.subList(0, size));
      for (int m = 0; m < size; m++) {
        List<Hash> hashes = InclusionProof.prove(tree, m).hashes();
        Hash leaf = Hash.ofLeaf(entries.get(m));
        for (int place = -1; place <= 2 * size + 1; place++) {
          assertThat(new InclusionProof(place, size, hashes).check(plain.root(size), leaf))
              .as("leaf %d of %d, said to be at %d", m, size, place)
              .isEqualTo(place == m);
        }
        var longer = new ArrayList<>(hashes);
        longer.add(leaf);
        assertThat(new InclusionProof(m, size, longer).check(plain.root(size), leaf)).isFalse();
        if (!hashes.isEmpty()) {
          assertThat(
                  new InclusionProof(m, size, hashes.subList(1, hashes.size()))
                      .check(plain.root(size), leaf))
              .isFalse();
        }
      }
    }
  }

  @Test
  void everyTurnedBitOfAProofIsFound() throws IOException {
    for (int size : new int[] {2, 3, 7, 8, 100, 255, 256, 257, 300}) {
      Tree tree = tree(entries.subList(0, size));
      Hash root = plain.root(size);
      for (int m : new int[] {0, size / 3, size - 1}) {
        InclusionProof proof = InclusionProof.prove(tree, m);
        for (List<Hash> turned : turned(proof.hashes())) {
          assertThat(new InclusionProof(m, size, turned).check(root, Hash.ofLeaf(entries.get(m))))
              .isFalse();
        }
        ConsistencyProof grown = ConsistencyProof.prove(tree, m);
        for (List<Hash> turned : turned(grown.hashes())) {
          assertThat(new ConsistencyProof(m, size, turned).check(plain.root(m), root)).isFalse();
        }
      }
    }
  }

  private static List<List<Hash>> turned(List<Hash> hashes) {
    var all = new ArrayList<List<Hash>>();
    for (int i = 0; i < hashes.size(); i++) {
      for (int bit = 0; bit < 8 * Hash.LENGTH; bit++) {
        byte[] bytes = hashes.get(i).bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        var other = new ArrayList<>(hashes);
        other.set(i, Hash.of(bytes));
        all.add(other);
      }
    }
    return all;
  }
}
