package uk.candour.server.reports;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// The reader of reports, given any bytes: it ends, and they are read or refused. Run long with
/// `JAZZER_FUZZ=1` and `-Djazzer.hooks=true`; without these the kept inputs are replayed.
final class ReportJsonFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void report(byte[] bytes) {
    ReportBytes.areReadOrRefused(bytes);
  }
}
