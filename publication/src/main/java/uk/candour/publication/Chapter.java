package uk.candour.publication;

/// A chapter of the report: the findings whose published names begin alike.
enum Chapter {
  CHILDREN("How many children, and what became of them", "children"),
  SUSPECTS("Suspects and networks", "suspects networks"),
  PLACES("Where, and what was done to children", "areas places harm"),
  REPORTS("What became of reports", "reports severity"),
  RECORD("What became of the record", "record"),
  LEADERS("What leaders were told and what they directed", "leaders directions"),
  ETHNICITY("Ethnicity: recorded, removed, counted", "ethnicity"),
  CASELOAD("Who carried the work", "caseload"),
  OTHER("Further questions", "");

  private final String title;

  /// The beginnings of the names up to the first full stop, with spaces between.
  private final String names;

  Chapter(String title, String names) {
    this.title = title;
    this.names = names;
  }

  String title() {
    return title;
  }

  String anchor() {
    return "chapter-" + (ordinal() + 1);
  }

  /// The chapter of a finding.
  static Chapter of(String id) {
    String name = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
    for (Chapter chapter : values()) {
      if ((" " + chapter.names + " ").contains(" " + name + " ")) {
        return chapter;
      }
    }
    return OTHER;
  }
}
