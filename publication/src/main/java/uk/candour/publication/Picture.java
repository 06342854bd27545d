package uk.candour.publication;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A drawing with its numbers: a title that says what the data say, the drawing once for a desk and
/// once for a phone, and the same numbers as a table.
///
/// @param note what the reader must know to read the drawing, or null
/// @param table null where the numbers stand in another table of the section
record Picture(
    String id,
    String title,
    String wide,
    String narrow,
    @Nullable String note,
    @Nullable Table table) {

  /// The widths that drawings are made for, in pixels.
  static final double WIDE = 660;

  static final double NARROW = 340;

  /// The same drawing at both widths.
  ///
  /// @param draw makes it from the id it must bear and the width it has
  static Picture of(
      String id,
      String title,
      @Nullable String note,
      @Nullable Table table,
      BiFunction<String, Double, Svg> draw) {
    return new Picture(
        id,
        title,
        draw.apply(id + "-w", WIDE).markup(),
        draw.apply(id + "-n", NARROW).markup(),
        note,
        table);
  }

  /// Whether a drawing of this width is the one for a phone.
  static boolean isNarrow(double width) {
    return width <= NARROW;
  }
}
