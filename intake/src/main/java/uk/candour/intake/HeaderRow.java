package uk.candour.intake;

import java.util.List;

/// The names in the header of a file, and where the wanted ones stand.
final class HeaderRow {

  private HeaderRow() {}

  /// A name on one line: spreadsheets break long headings, a remit does not.
  static String name(String written) {
    return written.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  /// The places from 0 of the wanted columns in a header.
  ///
  /// @throws RefusedFile where one is absent or stands twice
  static int[] places(List<String> header, List<String> wanted) throws RefusedFile {
    int[] places = new int[wanted.size()];
    for (int i = 0; i < places.length; i++) {
      String name = wanted.get(i);
      places[i] = header.indexOf(name);
      if (places[i] < 0) {
        throw new RefusedFile(
            "the file has no column '"
                + Visible.of(name)
                + "'; it has "
                + Visible.of(String.join(", ", header)));
      }
      int last = header.lastIndexOf(name);
      if (last != places[i]) {
        throw new RefusedFile(
            "columns "
                + (places[i] + 1)
                + " and "
                + (last + 1)
                + " are both named '"
                + Visible.of(name)
                + "'");
      }
    }
    return places;
  }
}
