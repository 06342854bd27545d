package uk.candour.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Logs for tests: of numbered entries, under one key.
final class Logs {

  static final SigningKey KEY = SigningKey.generate("log.eastmoor.example");

  private Logs() {}

  static byte[] entry(long index) {
    return ("entry " + index).getBytes(StandardCharsets.UTF_8);
  }

  static List<byte[]> entries(long from, long to) {
    var entries = new ArrayList<byte[]>();
    for (long i = from; i < to; i++) {
      entries.add(entry(i));
    }
    return entries;
  }

  /// What is done with an open log.
  interface Work {
    void with(LogWriter writer) throws IOException;
  }

  /// Opens the log in `folder/log`, whose keeper is `folder/released`.
  static void open(Path folder, Disk disk, SigningKey key, Work work) throws IOException {
    try (var released =
        ReleasedCheckpoints.open(folder.resolve("released"), disk, key.verifier())) {
      work.with(LogWriter.open(new LogFolder(folder.resolve("log"), disk), released, key));
    } catch (Refused e) {
      throw new IOException(e);
    }
  }

  static void open(Path folder, Work work) throws IOException {
    open(folder, Disk.REAL, KEY, work);
  }

  /// Lets the log have a number of numbered entries, added by at most 2,000.
  static SignedCheckpoint grow(Path folder, long size) throws IOException {
    var signed = new SignedCheckpoint[1];
    open(
        folder,
        writer -> {
          while (writer.size() < size) {
            writer.append(entries(writer.size(), Math.min(size, writer.size() + 2000)));
          }
          signed[0] = writer.signed();
        });
    return signed[0];
  }
}
