package uk.candour.publication;

import java.util.List;
import uk.candour.inquiry.Finding;

/// What `evidence.jte` shows: the rows under one finding.
///
/// @param grouped whether the rows are in groups, each under the key that it was counted by
/// @param rowsTwice whether some row has more than one line
/// @param shown how many rows the page holds; the CSV file beside it holds all
record EvidencePage(
    String inquiry,
    Finding finding,
    boolean grouped,
    boolean rowsTwice,
    List<Group> groups,
    int shown) {

  EvidencePage {
    groups = List.copyOf(groups);
  }

  /// The rows counted under one key.
  ///
  /// @param lines how many there are
  /// @param rows the first of them
  record Group(String anchor, String key, int lines, List<Row> rows) {

    Group {
      rows = List.copyOf(rows);
    }
  }

  /// One row.
  ///
  /// @param cluster the number of the person it speaks of, or nothing
  record Row(Citations.Citation at, String cluster, String note, String key) {}

  boolean showsAll() {
    return shown == finding.evidence().size();
  }
}
