package uk.candour.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Every reader of outside bytes, given any bytes: it ends, and a file is read or refused. Run long
/// with `JAZZER_FUZZ=1` and one method; without it the kept inputs are replayed.
class ReadersFuzzTest {

  private static void areReadOrRefused(AnyBytes.Reader reader, byte[] bytes) throws IOException {
    Path file = Files.createTempFile("candour-fuzz", ".bin");
    try (AnyBytes anyBytes = new AnyBytes(file)) {
      anyBytes.areReadOrRefused(reader, bytes);
    } finally {
      Files.delete(file);
    }
  }

  @FuzzTest(maxDuration = "10m")
  void csv(byte[] bytes) throws IOException {
    areReadOrRefused(AnyBytes.Reader.CSV, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void xlsx(byte[] bytes) throws IOException {
    areReadOrRefused(AnyBytes.Reader.XLSX, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void sheet(byte[] bytes) throws IOException {
    areReadOrRefused(AnyBytes.Reader.SHEET, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void json(byte[] bytes) throws IOException {
    areReadOrRefused(AnyBytes.Reader.JSON, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void xml(byte[] bytes) throws IOException {
    areReadOrRefused(AnyBytes.Reader.XML, bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void census(byte[] bytes) throws IOException {
    areReadOrRefused(AnyBytes.Reader.CENSUS, bytes);
  }
}
