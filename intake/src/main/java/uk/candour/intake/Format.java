package uk.candour.intake;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// How a source's files are laid out, as the remit says or as is usual.
public sealed interface Format {

  /// Separated values.
  ///
  /// @param separator one character
  /// @param encoding the character set the remit names, or null: then it is found out, and the way
  ///   is reported
  /// @param header the line of the header from 1, or 0 where there is none and columns are named
  ///   `1`, `2` and so on
  record Csv(char separator, char quote, @Nullable Charset encoding, int header)
      implements Format {}

  /// A workbook; `sheet` is a name or a number from 1, or null for the first visible sheet.
  record Xlsx(@Nullable String sheet, int header) implements Format {}

  /// JSON, an array or a line an object; `rows` is the path of a row's element, or null for the
  /// whole document or each line.
  record Json(@Nullable String rows) implements Format {}

  /// XML; `rows` is the path of a row's element.
  record Xml(String rows) implements Format {}

  /// The DfE's children-in-need census, as it is.
  record CinCensus() implements Format {}
}
