package uk.candour.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import uk.candour.ledger.Disk;
import uk.candour.ledger.InclusionProof;
import uk.candour.ledger.LogFolder;
import uk.candour.ledger.LogWriter;
import uk.candour.ledger.Refused;
import uk.candour.ledger.ReleasedCheckpoints;
import uk.candour.ledger.SigningKey;
import uk.candour.ledger.Tree;
import uk.candour.ledger.Verify;

/// How fast a log grows, is checked and proves: a log of N entries of 33 bytes, as the record's
/// are, every batch durable and signed before the next.
///
/// `java -cp ledger/target/classes benchmarks/src/main/java/uk/candour/benchmarks/LogSpeed.java
/// FOLDER [N]`
public final class LogSpeed {

  private static final int ENTRY = 33;
  private static final int BATCH = 2_000;
  private static final int PROOFS = 10_000;

  private LogSpeed() {}

  public static void main(String[] arguments) throws IOException, Refused {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    var log = new LogFolder(folder.resolve("log"), Disk.REAL);
    SigningKey key = SigningKey.generate("log.eastmoor.example");
    var random = new Random(1);
    try (var released =
        ReleasedCheckpoints.open(folder.resolve("released"), Disk.REAL, key.verifier())) {
      LogWriter writer = LogWriter.open(log, released, key);
      for (int batch : new int[] {1, 20, 200}) {
        appends(writer, batch, 100, random, out);
      }
      long start = System.nanoTime();
      long before = writer.size();
      while (writer.size() < size) {
        writer.append(entries((int) Math.min(BATCH, size - writer.size()), random));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(
          "append, batches of %,d: %,.0f entries a second%n",
          BATCH, (writer.size() - before) / seconds);
    }
    for (int run = 0; run < 2; run++) {
      long start = System.nanoTime();
      Verify.Answer answer =
          new Verify(folder.resolve("log").toString(), List.of(), null, null).answer(checked -> {});
      out.printf(
          "verify %,d entries: %.1f s (code %d)%n",
          size, (System.nanoTime() - start) / 1e9, answer.code());
    }
    proofs(log.tree(size), random, out);
  }

  private static void appends(
      LogWriter writer, int batch, int times, Random random, PrintStream out) throws IOException {
    var millis = new double[times];
    for (int i = 0; i < times; i++) {
      List<byte[]> entries = entries(batch, random);
      long start = System.nanoTime();
      writer.append(entries);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    out.printf(
        "append, batches of %,d: median %.1f ms, p99 %.1f ms%n",
        batch, millis[times / 2], millis[times * 99 / 100]);
  }

  private static List<byte[]> entries(int count, Random random) {
    var entries = new ArrayList<byte[]>();
    for (int i = 0; i < count; i++) {
      var entry = new byte[ENTRY];
      random.nextBytes(entry);
      entry[0] = 1;
      entries.add(entry);
    }
    return entries;
  }

  private static void proofs(Tree tree, Random random, PrintStream out) throws IOException {
    var micros = new double[PROOFS];
    for (int i = 0; i < PROOFS; i++) {
      long index = random.nextLong(tree.size());
      long start = System.nanoTime();
      InclusionProof.prove(tree, index);
      micros[i] = (System.nanoTime() - start) / 1e3;
    }
    Arrays.sort(micros);
    out.printf(
        "inclusion proof at random: median %.0f us, p99 %.0f us%n",
        micros[PROOFS / 2], micros[PROOFS * 99 / 100]);
  }
}
