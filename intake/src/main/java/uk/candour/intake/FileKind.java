package uk.candour.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a file is by its first bytes, whatever its name says.
final class FileKind {

  static final String WORKBOOK = "a ZIP archive as workbooks (.xlsx) are";
  static final String XML = "XML";

  private FileKind() {}

  /// The bytes by which a file's kind and character set can be told.
  static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4096);
    }
  }

  /// @throws RefusedFile where a file with such a head is plainly something else than what is
  ///   wanted
  static void refuseUnless(String wanted, byte[] head) throws RefusedFile {
    String kind = of(head);
    if (kind != null && !kind.equals(wanted)) {
      throw new RefusedFile("the file is " + kind + " and not " + wanted);
    }
  }

  /// A kind that can be told from the first bytes, with its article, or null.
  private static @Nullable String of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6")) {
      return WORKBOOK;
    }
    if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return "an old or encrypted workbook";
    }
    if (text.startsWith("%PDF-")) {
      return "a PDF";
    }
    if (text.startsWith("\u007FELF") || text.startsWith("MZ\u0090")) {
      return "a program";
    }
    if (text.startsWith("\u001F\u008B")) {
      return "a gzip archive";
    }
    String start = text.replaceFirst("^\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return "a web page";
    }
    return start.startsWith("<?xml") ? XML : null;
  }
}
