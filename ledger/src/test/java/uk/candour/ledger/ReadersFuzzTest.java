package uk.candour.ledger;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Every reader of outside bytes, given any bytes: it ends, and they are read or refused. Run long
/// with `JAZZER_FUZZ=1` and one method; without it the kept inputs are replayed.
class ReadersFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void note(byte[] bytes) {
    AnyBytes.areReadOrRefused(AnyBytes.Reader.NOTE, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void checkpoint(byte[] bytes) {
    AnyBytes.areReadOrRefused(AnyBytes.Reader.CHECKPOINT, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void key(byte[] bytes) {
    AnyBytes.areReadOrRefused(AnyBytes.Reader.KEY, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void receipt(byte[] bytes) {
    AnyBytes.areReadOrRefused(AnyBytes.Reader.RECEIPT, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void bundle(byte[] bytes) {
    AnyBytes.areReadOrRefused(AnyBytes.Reader.BUNDLE, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void log(byte[] bytes) {
    AnyBytes.areReadOrRefused(AnyBytes.Reader.LOG, bytes);
  }
}
