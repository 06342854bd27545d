package uk.candour.intake;

/// Something in a remit that is not as it has to be.
///
/// @param file the remit's file as it was named
/// @param line the line, from 1
/// @param column the column, from 1
/// @param value what stands there
/// @param expected what was expected instead
public record Problem(String file, int line, int column, String value, String expected) {

  /// One line: `remit.yaml:12:15: "explotation": expected a concern`.
  public String text() {
    return "%s:%d:%d: \"%s\": expected %s"
        .formatted(file, line, column, Visible.of(value), expected);
  }
}
