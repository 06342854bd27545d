package uk.candour.record;

/// One file that was read: the source it belongs to, its path relative to the remit, the SHA-256 of
/// its bytes in lower-case hexadecimal, and its data rows.
///
/// @param sheet the sheet of a workbook that the rows are of; empty where the file has no sheets
public record InputFile(String source, String file, String sha256, int rows, String sheet) {

  /// A file without sheets.
  public InputFile(String source, String file, String sha256, int rows) {
    this(source, file, sha256, rows, "");
  }
}
