package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who was shown what, asked by account, by record and by day.
final class AccessLogTest {

  private final Town town = Town.get();

  private String asked(String who, String... fields) {
    Map<String, String> form = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return town.visitor(who).post("/access-log", form).body();
  }

  private String read(String child) {
    String report = town.report(child);
    assertThat(town.visitor("decision-maker").get("/reports/" + report).statusCode())
        .isEqualTo(200);
    return report;
  }

  @Test
  void aRecordsReadersAreFoundByItsReferenceAndByTheChildInIt() {
    String report = read("Sunniva");

    for (String asked : new String[] {report, report.toLowerCase(Locale.ROOT), report + "/child"}) {
      assertThat(asked("auditor", "mention", asked))
          .as(asked)
          .contains("decision-maker, Decision maker")
          .contains(report + "/child");
    }
  }

  @Test
  void theLogShowsNoContent() {
    String report = read("Thomasina");

    assertThat(asked("auditor", "mention", report)).contains(report).doesNotContain("Thomasina");
  }

  @Test
  void readingsAreFoundByAccountAndDay() {
    String report = read("Ursula");

    assertThat(asked("auditor", "mention", report, "account", "manager")).contains("0 readings");
    assertThat(
            asked("auditor", "mention", report, "to-day", "1", "to-month", "1", "to-year", "2020"))
        .contains("0 readings");
    assertThat(asked("auditor", "from-day", "31", "from-month", "2", "from-year", "2026"))
        .contains("Enter a day that there is");
  }

  @Test
  void theLogComesInPages() {
    String report = town.report("Wilhelmina");
    for (int i = 0; i < 51; i++) {
      town.visitor("decision-maker").get("/reports/" + report);
    }

    assertThat(asked("auditor", "mention", report))
        .contains("page 1 of 2")
        .contains("Earlier ones");
    assertThat(asked("auditor", "mention", report, "page", "1"))
        .contains("page 2 of 2")
        .contains("Later ones");
    assertThat(asked("auditor", "mention", report, "page", "99")).contains("page 2 of 2");
  }

  @Test
  void aHeadOfServiceSeesWhoReadTheRecordsOfTheirOwnAgencyAlone() {
    var head = town.visitor("head-of-service");
    String theirs = town.report("Xanthe", Town.HEALTH);
    town.visitor("decision-maker.elsewhere").get("/reports/" + theirs);

    assertThat(head.get("/access-log").body()).doesNotContain(theirs);
    assertThat(asked("head-of-service", "mention", theirs)).contains("0 readings");
  }
}
