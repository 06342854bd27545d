package uk.candour.intake;

/// What became of the rows of one source.
public final class Tally {

  private final String source;
  int rows;
  int malformed;
  int test;
  int withoutEntry;
  int repeated;
  int copies;
  int entries;
  int undated;
  int notYetKnown;

  Tally(String source) {
    this.source = source;
  }

  /// A tally of no rows.
  public static Tally none() {
    return new Tally("");
  }

  /// The tally as it stands, which does not go on.
  public Tally copy() {
    var copy = new Tally(source);
    copy.rows = rows;
    copy.malformed = malformed;
    copy.test = test;
    copy.withoutEntry = withoutEntry;
    copy.repeated = repeated;
    copy.copies = copies;
    copy.entries = entries;
    copy.undated = undated;
    copy.notYetKnown = notYetKnown;
    return copy;
  }

  public String source() {
    return source;
  }

  /// The data rows of its files.
  public int rows() {
    return rows;
  }

  /// Rows whose shape is broken.
  public int malformed() {
    return malformed;
  }

  /// Rows set aside as tests.
  public int test() {
    return test;
  }

  /// Rows that no entry accepted.
  public int withoutEntry() {
    return withoutEntry;
  }

  /// Rows with the number of a row before.
  public int repeated() {
    return repeated;
  }

  /// Rows that are another row under a new number.
  public int copies() {
    return copies;
  }

  /// Entries held by the as-at date.
  public int entries() {
    return entries;
  }

  /// Entries among these that have no date at all.
  public int undated() {
    return undated;
  }

  /// Entries that were not yet held by the as-at date.
  public int notYetKnown() {
    return notYetKnown;
  }
}
