package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Outcome.ACCEPTED;

import org.junit.jupiter.api.Test;
import uk.candour.linkage.Linking;

class TestRecordsTest {

  @Test
  void twoKeysAreOnePersonInTheLinkingsThatAcceptTheirProbability() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1990-01-02");
    records.decision("police", "d1", "2003-05-12").on("r1").outcome(ACCEPTED);
    records.report("youth", "y1", "2003-06").concern(EXPLOITATION).child("amie", "Amie Hill");
    records.linked("amy", "amie", 0.7);

    var casebook = records.casebook();

    assertThat(casebook.view(Linking.EVERY_DOUBTFUL).children().known()).isEqualTo(1);
    assertThat(casebook.central().children().known()).isEqualTo(1);
    assertThat(casebook.view(Linking.NO_DOUBTFUL).children().known()).isEqualTo(2);
    assertThat(casebook.reports().decisions(0)).containsExactly(1);
    assertThat(records.key(records.person(Linking.CENTRAL, "amie"))).isEqualTo("amy");
  }
}
