package uk.candour.characteristics;

/// One value of a protected characteristic as a source gives it. Code systems do not align ("A2" is
/// Pakistani to the police and White Irish in one council), so a value is never without its system.
///
/// @param system the code list it was read by (`police-16+1`), or nothing where the source wrote it
///   in words
/// @param code the code in that list, or nothing
/// @param label the code's name (`Pakistani`), or the words of the source
/// @param group the broad group that the label belongs to (`Asian`), or nothing
/// @param usable whether it says anything: "not stated", "refused" and the like do not
public record Characteristic(
    String system, String code, String label, String group, boolean usable) {

  public Characteristic {
    if (label.isEmpty()) {
      throw new IllegalArgumentException("a characteristic without a label is no value");
    }
  }
}
