package uk.candour.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes logs for tools that others wrote: in `FOLDER/SIZE` the log and its keeper, and in `proofs`
/// a thousand inclusion and a thousand consistency proofs, or as many as there are.
final class LogsForOthers {

  private static final int PROOFS = 1_000;

  private LogsForOthers() {}

  /// The arguments are a folder and sizes.
  public static void main(String[] arguments) throws IOException {
    for (int i = 1; i < arguments.length; i++) {
      make(Path.of(arguments[0]), Integer.parseInt(arguments[i]));
    }
  }

  static void make(Path folder, int size) throws IOException {
    Path place = Files.createDirectories(folder.resolve(Integer.toString(size)));
    SignedCheckpoint signed = Logs.grow(place, size);
    var log = new LogFolder(place.resolve("log"), Disk.REAL);
    Tree tree = log.tree(size);
    List<Hash> roots = roots(size);
    var random = new Random(size);
    var lines = new ArrayList<String>();
    for (int i = 0; i < Math.min(size, PROOFS); i++) {
      int index = size <= PROOFS ? i : random.nextInt(size);
      InclusionProof proof = InclusionProof.prove(tree, index);
      lines.add(
          line(
              "inclusion",
              index,
              size,
              Hash.ofLeaf(Logs.entry(index)),
              signed.root(),
              proof.hashes()));
      int from = 1 + index;
      lines.add(
          line(
              "consistency",
              from,
              size,
              roots.get(from),
              signed.root(),
              ConsistencyProof.prove(tree, from).hashes()));
    }
    Files.write(place.resolve("proofs"), lines);
  }

  /// The root at every size, from the entries.
  private static List<Hash> roots(int size) {
    var range = new CompactRange();
    var roots = new ArrayList<Hash>();
    for (int i = 0; i < size; i++) {
      roots.add(range.root());
      range.append(Hash.ofLeaf(Logs.entry(i)));
    }
    roots.add(range.root());
    return roots;
  }

  private static String line(
      String kind, long first, long size, Hash one, Hash other, List<Hash> hashes) {
    var line = new StringBuilder(kind + " " + first + " " + size);
    line.append(' ').append(one.base64()).append(' ').append(other.base64());
    hashes.forEach(hash -> line.append(' ').append(hash.base64()));
    return line.toString();
  }
}
