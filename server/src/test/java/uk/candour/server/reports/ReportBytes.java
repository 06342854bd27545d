package uk.candour.server.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// What the reader of reports promises for any bytes: it ends, it tells what is wrong in words, and
/// what it found sound is the same when it is read again.
final class ReportBytes {

  static final String WHOLE =
      """
      {"happened": "2026-03-27", "concern": "exploitation", "severity": 3, "to": "police", "team": "Front door",
       "harm": ["threat", "transported"], "text": "Seen at the arcade.\\nTwice.", "childsWords": "I \\u00e9 \\ud83d\\ude00",
       "reporter": {"kind": "confidential", "name": "A B", "agency": "school", "contact": "c@example.org"},
       "children": [{"name": "Ada van Dam aka Dizzy", "born": "2012-03", "age": "c14", "sex": "female",
         "id": {"nhs": "999 000 1234", "la": ["7", "8"]}, "alias": ["D", "E"], "phone": "1",
         "ethnicity": {"codes": "police-16+1", "code": "A2"}, "nationality": "Irish"}, {}],
       "suspects": [{"surname": "Dam", "standing": "named", "ethnicity-observed": {"codes": "police-ic", "code": "4"}}],
       "adults": [{"forename": "B", "age": 30}], "places": [{"name": "Arcade", "kind": "shop"}],
       "vehicles": [{"registration": "ZZ12 ZZZ", "kind": null}]}
      """;

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final int MOST_TOLD = 2000;

  private ReportBytes() {}

  static void areReadOrRefused(byte[] bytes) {
    ReportJson.Read read = ReportJson.read(bytes);
    read.problems()
        .forEach(one -> {
          assertThat(one.field().length()).isLessThan(MOST_TOLD);
          assertThat(one.expected()).isNotEmpty();
        });
    assertThat(read.isWhole() || !read.problems().isEmpty()).isTrue();
    ReportJson.Read again = ReportJson.read(bytes);
    assertThat(again.said().bytes()).isEqualTo(read.said().bytes());
    switch (ReportCheck.check(read.said(), TODAY, "/")) {
      case ReportCheck.Result.Wrong wrong -> assertThat(wrong.problems()).isNotEmpty();
      case ReportCheck.Result.Sound sound -> {
        assertThat(sound.report().text()).isNotBlank();
        String text = sound.report().text();
        byte[] kept = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(kept, StandardCharsets.UTF_8)).isEqualTo(text);
      }
    }
  }
}
