package uk.candour.synth;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The file of one source while it is written: its rows, the truth about each, and the blemishes
/// that such files have: rows exported twice, copies under a new number, rows cut short.
final class SourceFile implements Closeable {

  private record Mention(String role, int index, int person) {}

  private static final double TWICE = .004;
  private static final double COPIED = .0025;

  private final Truth truth;
  private final Source source;
  private final Rows rows;
  private final Chance blemishes;
  private final Map<String, Integer> indexOf = new HashMap<>();
  private final String idPrefix;
  private final String[] values;
  private final List<Mention> mentions = new ArrayList<>();
  private int row = 1;
  private int serial;
  private boolean blemished = true;
  private boolean tellsWho;

  /// @param columns the first is the row's own number
  SourceFile(Borough borough, Source source, Rows rows, String idPrefix, List<String> columns) {
    this.truth = borough.truth();
    this.source = source;
    this.rows = rows;
    this.blemishes = borough.chance("blemishes", source.ordinal());
    this.idPrefix = idPrefix;
    this.values = new String[columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      indexOf.put(columns.get(i), i);
    }
    begin();
  }

  /// A short register that nobody exports twice.
  SourceFile tidy() {
    blemished = false;
    return this;
  }

  /// The number of the row being filled, 1 for the first.
  int row() {
    return row;
  }

  /// The own number of the row being filled.
  String id() {
    return values[0];
  }

  void put(String column, String value) {
    Integer index = indexOf.get(column);
    if (index == null) {
      throw new IllegalArgumentException(source.title() + " has no column " + column + ".");
    }
    values[index] = value;
  }

  String value(String column) {
    return values[indexOf.getOrDefault(column, 0)];
  }

  /// Says who the person is that the present row mentions in this role.
  void mention(String role, int index, int person) {
    mentions.add(new Mention(role, index, person));
  }

  /// Says that the present row is of the child as it was written down. Only a row that says who it
  /// is about in full is ever copied: nobody could show that another was a copy.
  void about(Written child) {
    tellsWho = child.inFull();
  }

  /// Leaves out a run of numbers, as if somebody had taken those rows away.
  void loseNumbers(int count) {
    truth.failure(
        "record.gaps",
        source,
        row,
        "serial " + number(serial) + "-" + number(serial + count - 1) + " absent");
    serial += count;
    values[0] = number(serial);
  }

  /// Writes the row and begins the next.
  ///
  /// @param recorded the day on which it was recorded, or [Days#NONE]
  void end(int recorded) throws IOException {
    write(recorded);
    if (blemished && blemishes.yes(TWICE)) {
      truth.problem(source, row, "written twice under the same number");
      write(Days.NONE);
    }
    if (blemished && tellsWho && blemishes.yes(COPIED)) {
      truth.problem(source, row, "a copy under a new number");
      serial++;
      values[0] = number(serial);
      write(Days.NONE);
    }
    serial++;
    begin();
  }

  /// Writes a row that stands for nobody.
  void endTest() throws IOException {
    truth.problem(source, row, "a test row");
    mentions.clear();
    write(Days.NONE);
    serial++;
    begin();
  }

  /// Writes a row that lacks its end, under the number of nobody else.
  void endCutShort() throws IOException {
    truth.problem(source, row, "cut short");
    rows.writeCutShort(Arrays.asList(values));
    row++;
    serial++;
    begin();
  }

  /// Writes the last row, broken over two lines.
  void endBroken() throws IOException {
    truth.problem(source, row, "broken over two lines");
    rows.writeBroken(Arrays.asList(values));
    row++;
    serial++;
    begin();
  }

  @Override
  public void close() throws IOException {
    truth.rows(source, row - 1);
    rows.close();
  }

  private void write(int recorded) throws IOException {
    rows.write(Arrays.asList(values));
    for (Mention mention : mentions) {
      truth.mention(source, row, mention.role(), mention.index(), mention.person());
    }
    if (recorded != Days.NONE) {
      truth.month(source, recorded);
    }
    row++;
  }

  private void begin() {
    Arrays.fill(values, "");
    tellsWho = false;
    values[0] = number(serial);
    mentions.clear();
  }

  private String number(int serialNumber) {
    return idPrefix + String.format("%06d", serialNumber + 1000);
  }
}
