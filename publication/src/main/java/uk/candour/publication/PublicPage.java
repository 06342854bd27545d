package uk.candour.publication;

import java.util.List;

/// What `public.jte` shows: the borough's totals as published.
record PublicPage(Heading heading, List<Row> rows) {

  /// The total, or what it is part of, is too small to show.
  static final String KEPT_BACK = "c";

  /// The records could not answer.
  static final String NOT_AVAILABLE = ":";

  PublicPage {
    rows = List.copyOf(rows);
  }

  record Row(String id, String words, String total) {

    /// The total with its thousands set apart, or its sign in words.
    String shown() {
      return switch (total) {
        case KEPT_BACK -> "not shown (c)";
        case NOT_AVAILABLE -> "not available (:)";
        default -> Figures.number(Long.parseLong(total));
      };
    }
  }
}
