package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The test vectors of transparency-dev/merkle (Apache-2.0), where a copy of its `testdata` lies:
/// named by CANDOUR_MERKLE_TESTDATA, or in the shared folder.
class PublishedVectorsTest {

  private int taken;
  private int otherwise;

  @Test
  void proofsAreTakenAndRefusedAsPublished() throws Exception {
    Path folder = testdata();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        check(folder.relativize(file));
      }
    }
    Measured.says(
        "published Merkle vectors: %d as published, %d not asked (subtrees from the middle, roots that are no hashes)"
            .formatted(taken, otherwise));
    assertThat(taken).isGreaterThanOrEqualTo(400);
  }

  private static Path testdata() {
    String named = System.getenv("CANDOUR_MERKLE_TESTDATA");
    Path folder =
        named == null
            ? Path.of(System.getProperty("candour.root", "..")).resolve("../shared/merkle/testdata")
            : Path.of(named);
    assumeTrue(
        Files.isDirectory(folder),
        "skipped: no vectors of transparency-dev/merkle (CANDOUR_MERKLE_TESTDATA names the folder)");
    return folder;
  }

  private void check(Path file) throws IOException, Refused {
    String json = Files.readString(testdata().resolve(file), StandardCharsets.UTF_8);
    var vector = (Map<?, ?>) Objects.requireNonNull(Json.read(json));
    String kind = file.getName(0).toString();
    boolean holds;
    switch (kind) {
      case "inclusion" -> holds = inclusion(vector, 0, number(vector, "treeSize"));
      case "subtreeinclusion" -> {
        long start = number(vector, "start");
        long end = number(vector, "end");
        holds = isSubtree(start, end) && inclusion(vector, start, end);
      }
      case "consistency" ->
          holds = consistency(vector, number(vector, "size1"), number(vector, "size2"));
      case "subtreeconsistency" -> {
        if (number(vector, "start") != 0 || number(vector, "end") == 0) {
          otherwise++;
          return;
        }
        holds = consistency(vector, number(vector, "end"), number(vector, "size"));
      }
      default -> throw new IOException("vectors of a kind that is not known: " + kind);
    }
    boolean wanted = Boolean.FALSE.equals(vector.get("wantErr"));
    if (wanted && kind.endsWith("consistency") && hash(vector.get("root1")) == null) {
      // A root that is no hash is nothing that could be asked here.
      otherwise++;
      return;
    }
    assertThat(holds).as(file + ": " + vector.get("desc")).isEqualTo(wanted);
    taken++;
  }

  private static boolean isSubtree(long start, long end) {
    long leaves = end - start;
    return start >= 0
        && leaves > 0
        && start % (leaves == 1 ? 1 : 2 * Long.highestOneBit(leaves - 1)) == 0;
  }

  private static boolean inclusion(Map<?, ?> vector, long start, long end) throws Refused {
    var hashes = hashes(vector);
    var root = hash(vector.get("root"));
    var leaf = hash(vector.get("leafHash"));
    return hashes.isPresent()
        && root != null
        && leaf != null
        && new InclusionProof(number(vector, "leafIdx") - start, end - start, hashes.get())
            .check(root, leaf);
  }

  private static boolean consistency(Map<?, ?> vector, long from, long to) {
    var hashes = hashes(vector);
    var earlier = hash(vector.get("root1"));
    var later = hash(vector.get("root2"));
    return hashes.isPresent()
        && earlier != null
        && later != null
        && new ConsistencyProof(from, to, hashes.get()).check(earlier, later);
  }

  private static Optional<List<Hash>> hashes(Map<?, ?> vector) {
    var hashes = new ArrayList<Hash>();
    if (vector.get("proof") instanceof List<?> proof) {
      for (Object one : proof) {
        Hash hash = hash(one);
        if (hash == null) {
          return Optional.empty();
        }
        hashes.add(hash);
      }
    }
    return Optional.of(hashes);
  }

  private static @Nullable Hash hash(@Nullable Object base64) {
    try {
      return base64 instanceof String text ? Hash.ofBase64(text) : null;
    } catch (Refused e) {
      return null;
    }
  }

  /// Sizes above 2^63 - 1 stand for themselves as no size of ours.
  private static long number(Map<?, ?> vector, String name) {
    String digits = ((Json.Digits) Objects.requireNonNull(vector.get(name))).text();
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
