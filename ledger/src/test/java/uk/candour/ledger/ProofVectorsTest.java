package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A table of proofs that hold and of changed ones that do not, made from the plain tree: for
/// whoever writes another verifier too. `-Dcandour.rewrite=true` writes it anew.
///
/// A line: kind; index or earlier size; size; leaf or earlier root; root; hashes; whether it holds;
/// why.
class ProofVectorsTest {

  private static final int[] SIZES = {1, 2, 3, 5, 8, 255, 256, 257, 1000};

  private final PlainTree plain = new PlainTree(Logs.entries(0, 1000));
  private Random random = new Random(9);

  private record Vector(
      String kind,
      long first,
      long size,
      Hash one,
      Hash root,
      List<Hash> hashes,
      boolean holds,
      String why) {

    String line() {
      return String.join(
          ";",
          kind,
          Long.toString(first),
          Long.toString(size),
          one.base64(),
          root.base64(),
          String.join(",", hashes.stream().map(Hash::base64).toList()),
          holds ? "holds" : "refused",
          why);
    }

    static Vector parse(String line) throws Refused {
      String[] cells = line.split(";", -1);
      var hashes = new ArrayList<Hash>();
      if (!cells[5].isEmpty()) {
        for (String hash : cells[5].split(",", -1)) {
          hashes.add(Hash.ofBase64(hash));
        }
      }
      return new Vector(
          cells[0],
          Long.parseLong(cells[1]),
          Long.parseLong(cells[2]),
          Hash.ofBase64(cells[3]),
          Hash.ofBase64(cells[4]),
          hashes,
          cells[6].equals("holds"),
          cells[7]);
    }

    boolean check() {
      return kind.equals("inclusion")
          ? new InclusionProof(first, size, hashes).check(root, one)
          : new ConsistencyProof(first, size, hashes).check(one, root);
    }
  }

  @Test
  void theTableHolds() throws IOException, Refused {
    Path table =
        Path.of(System.getProperty("candour.root", ".."))
            .resolve("ledger/src/test/resources/uk/candour/ledger/proofs.csv");
    if (Boolean.getBoolean("candour.rewrite")) {
      Files.createDirectories(Objects.requireNonNull(table.getParent()));
      Files.write(table, made().stream().map(Vector::line).toList(), StandardCharsets.UTF_8);
    }
    List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8);
    assertThat(lines).isEqualTo(made().stream().map(Vector::line).toList()).hasSizeGreaterThan(300);
    for (String line : lines) {
      Vector vector = Vector.parse(line);
      assertThat(vector.check()).as(line).isEqualTo(vector.holds);
    }
  }

  private List<Vector> made() {
    random = new Random(9);
    var vectors = new ArrayList<Vector>();
    for (int size : SIZES) {
      for (int first : List.of(0, size / 3, size - 1).stream().distinct().toList()) {
        var inclusion =
            new Vector(
                "inclusion",
                first,
                size,
                Hash.ofLeaf(Logs.entry(first)),
                plain.root(size),
                plain.path(first, size),
                true,
                "as made");
        var consistency =
            new Vector(
                "consistency",
                first + 1,
                size,
                plain.root(first + 1),
                plain.root(size),
                plain.consistency(first + 1, size),
                true,
                "as made");
        for (Vector vector : List.of(inclusion, consistency)) {
          vectors.add(vector);
          changed(vector, vectors);
        }
      }
    }
    return vectors;
  }

  private void changed(Vector v, List<Vector> vectors) {
    boolean inclusion = v.kind.equals("inclusion");
    vectors.add(
        changed(
            v,
            inclusion ? v.size : v.size + 1,
            v.size,
            v.one,
            v.root,
            v.hashes,
            "beyond the size"));
    vectors.add(changed(v, -1, v.size, v.one, v.root, v.hashes, "below nothing"));
    vectors.add(
        changed(v, v.first, 2 * v.size + 1, v.one, v.root, v.hashes, "twice the size and one"));
    vectors.add(changed(v, v.first, v.size, v.one, turned(v.root), v.hashes, "a bit of the root"));
    vectors.add(
        changed(
            v,
            v.first,
            v.size,
            turned(v.one),
            v.root,
            v.hashes,
            "a bit of the leaf or earlier root"));
    var longer = new ArrayList<>(v.hashes);
    longer.add(v.root);
    vectors.add(changed(v, v.first, v.size, v.one, v.root, longer, "a hash too many"));
    if (!v.hashes.isEmpty()) {
      vectors.add(
          changed(
              v,
              v.first,
              v.size,
              v.one,
              v.root,
              v.hashes.subList(0, v.hashes.size() - 1),
              "the last hash lacks"));
      vectors.add(
          changed(
              v,
              v.first,
              v.size,
              v.one,
              v.root,
              v.hashes.subList(1, v.hashes.size()),
              "the first hash lacks"));
      var other = new ArrayList<>(v.hashes);
      int at = random.nextInt(other.size());
      other.set(at, turned(other.get(at)));
      vectors.add(changed(v, v.first, v.size, v.one, v.root, other, "a bit of hash " + at));
    }
    if (v.hashes.size() > 1) {
      vectors.add(
          changed(v, v.first, v.size, v.one, v.root, v.hashes.reversed(), "the hashes reversed"));
    }
  }

  private static Vector changed(
      Vector from, long first, long size, Hash one, Hash root, List<Hash> hashes, String why) {
    return new Vector(from.kind, first, size, one, root, List.copyOf(hashes), false, why);
  }

  private Hash turned(Hash hash) {
    byte[] bytes = hash.bytes();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return Hash.of(bytes);
  }
}
