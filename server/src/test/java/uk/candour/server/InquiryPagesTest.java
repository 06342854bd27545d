package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.candour.server.picture.Picture;
import uk.candour.store.Unavailable;

/// An inquiry over the live record, run and read in the browser.
final class InquiryPagesTest {

  private final Town town = Town.get();

  private static Map<String, String> question() {
    Map<String, String> form = new HashMap<>();
    form.putAll(Map.of("from-day", "1", "from-month", "1", "from-year", "2026"));
    form.putAll(Map.of("to-day", "31", "to-month", "12", "to-year", "2026"));
    form.putAll(Map.of("as-at-day", "1", "as-at-month", "11", "as-at-year", "2026"));
    form.putAll(Map.of("purpose", "Yearly review", "approver", "The board's chair"));
    return form;
  }

  private String done(String line) throws InterruptedException {
    var analyst = town.visitor("analyst");
    String page = analyst.get("/inquiries").body();
    for (int i = 0; i < 600 && !page.contains(line); i++) {
      Thread.sleep(200);
      page = analyst.get("/inquiries").body();
    }
    return page;
  }

  @Test
  void anInquiryIsRunIsAnEntryAndItsReportIsRead() throws InterruptedException, Unavailable {
    town.report("Yolande");
    var analyst = town.visitor("analyst");

    assertThat(analyst.post("/inquiries", question()).statusCode()).isEqualTo(302);
    assertThat(done("Read the report")).contains("/inquiries/1/report.html");
    HttpResponse<String> report = analyst.get("/inquiries/1/report.html");

    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.body()).contains("SEALED").doesNotContain("Yolande");
    assertThat(report.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith("default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe");
    var picture = town.running.context().getBean(Picture.class);
    picture.catchUp();
    assertThat(picture.inquiries()).isNotEmpty();
    assertThat(picture.readings(one -> one.purpose().startsWith("the report of inquiry 1")))
        .isNotEmpty();
    assertThat(town.visitor("manager").get("/inquiries/1/report.html").statusCode()).isEqualTo(404);
    assertThat(analyst.get("/inquiries/1/../remit.yaml").statusCode()).isIn(400, 404);
    assertThat(analyst.get("/inquiries/1/%2e%2e/remit.yaml").statusCode()).isIn(400, 404);
    // The record goes on taking reports after another process's eyes were on it.
    assertThat(town.report("Zenobia")).isNotEmpty();
  }

  @Test
  void whatIsMissingIsSaid() {
    var answer = town.visitor("analyst").post("/inquiries", Map.of());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Enter a day")
        .contains("Say what the inquiry is run for")
        .contains("Say by whose leave");
  }

  @Test
  void nobodyAsksWhatWillBeKnownTomorrow() {
    Map<String, String> form = question();
    form.put("as-at-year", "2126");

    assertThat(town.visitor("analyst").post("/inquiries", form).body())
        .contains("Nobody knows yet what will be known then");
  }
}
