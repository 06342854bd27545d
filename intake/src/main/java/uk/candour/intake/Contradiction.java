package uk.candour.intake;

/// Two fields of a census that cannot both be right, or one that cannot be.
///
/// @param row the referral episode's number in its file; 0 where it belongs to none
/// @param line the line of the group of elements, from 1
/// @param rule the DfE's code of the rule, `Q` at its end for a query; empty where it has none
/// @param element the name of the element
/// @param value what stands there; empty where nothing does
/// @param expected what was expected instead
public record Contradiction(
    int row, int line, String rule, String element, String value, String expected) {

  /// What was expected, with the rule that says so.
  public String expectedBy() {
    return rule.isEmpty() ? expected : expected + " (DfE rule " + rule + ")";
  }
}
