package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One line of a table of cases: why, the value that must come out (null for none), and the rows.
record Case(String why, @Nullable Double value, Consumer<TestRecords> rows) {

  static Case of(String why, double value, Consumer<TestRecords> rows) {
    return new Case(why, value, rows);
  }

  static Case without(String why, Consumer<TestRecords> rows) {
    return new Case(why, null, rows);
  }

  /// Asks a question of the rows and compares the value.
  void isAnsweredBy(Question question) {
    var records = TestRecords.eastmoor();
    rows.accept(records);
    Finding finding = records.ask(question);
    assertThat(finding.value()).as(why).isEqualTo(value);
    if (value == null) {
      assertThat(finding.caveats()).as(why).isNotEmpty();
    }
  }

  @Override
  public String toString() {
    return why;
  }
}
