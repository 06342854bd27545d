package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A remit's faults are told all at once, each with its line and column, and nothing is written.
final class SevenFaultsTest {

  private static final String REMIT =
      """
      inquiry: Eastmoor 1997-2013
      area: {code: X08000001, name: Eastmoor}
      period: {from: 1997-01-01, to: 1996-12-31}
      as-at: 2014-05-31
      colour: blue
      sources:
        - name: police-crimes
          agency: police
          kind: polise
          file: crimes.csv
          dates: dd/QQQ/yyyy
          entry: report-made
          map:
            report.id: crime_number
            report.recorded: date_reported
            report.happened: {column: date_reported, pattern: "(["}
            child.shoesize: vic_fname
      """;

  @Test
  void sevenFaultsAreSevenMessagesWithLineAndColumn(@TempDir Path folder) throws IOException {
    Path remit = Files.writeString(folder.resolve("remit.yaml"), REMIT);
    Files.writeString(
        folder.resolve("crimes.csv"), "crime_no,date_reported,vic_fname\n1,09/05/2003,Amy\n");
    Path out = folder.resolve("out");
    var ended = Product.run("inquiry", remit, "--out", out);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(Files.exists(out)).as("anything was written").isFalse();
    List<String> places =
        Pattern.compile("remit\\.yaml:(\\d+):(\\d+): ")
            .matcher(ended.err())
            .results()
            .map(place -> place.group(1) + ":" + place.group(2))
            .toList();
    assertThat(places).as(ended.err()).hasSize(7);
    assertThat(places.stream().map(place -> place.substring(0, place.indexOf(':'))))
        .as(ended.err())
        .containsExactly("3", "5", "9", "11", "14", "16", "17");
  }
}
