package uk.candour.record;

/// One file that was read: the source it belongs to, its path relative to the remit, the SHA-256 of
/// its bytes in lower-case hexadecimal, and its data rows.
public record InputFile(String source, String file, String sha256, int rows) {}
