package uk.candour.server.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import uk.candour.server.Acts;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.Picture;
import uk.candour.store.Answer;
import uk.candour.store.References;
import uk.candour.store.Unavailable;

/// Following a report with its receipt and no account: received, read, decided and when, and the
/// proof. Of what was reported and of the reasons nothing is shown.
@Controller
public final class FollowPages {

  private final Pages pages;
  private final Acts acts;
  private final Picture picture;

  public FollowPages(Pages pages, Acts acts, Picture picture) {
    this.pages = pages;
    this.acts = acts;
    this.picture = picture;
  }

  /// One stage of a report's way.
  public record Stage(String what, String when, boolean done) {}

  @GetMapping("/follow")
  View ask() {
    return ask(Map.of());
  }

  private Page ask(Map<String, String> problems) {
    return pages.page("follow/ask", "Follow a report").problems(problems).back("/");
  }

  @PostMapping("/follow")
  View follow(@RequestParam(defaultValue = "") String reference) throws Unavailable {
    String tidied = References.tidied(reference);
    picture.catchUp();
    Answer answer = acts.receipt(tidied);
    var report = picture.report(tidied);
    if (answer == null || (report.isEmpty() && answer instanceof Answer.Signed)) {
      return ask(Map.of("reference", "There is no report with this reference. Check each letter"));
    }
    boolean signed = answer instanceof Answer.Signed;
    return pages
        .page("follow/stands", "Report " + tidied)
        .with("reference", tidied)
        .with("stages", report.map(FollowPages::stages).orElseGet(() -> received(answer)))
        .with("index", answer instanceof Answer.Signed s ? s.receipt().logIndex() : -1L)
        .with(
            "leaf",
            answer instanceof Answer.Signed s
                ? Base64.getEncoder().encodeToString(s.receipt().leafHash())
                : "")
        .with("logSize", signed ? acts.logSize() : 0L)
        .back("/follow")
        .quickToLeave();
  }

  private static List<Stage> received(Answer answer) {
    return List.of(new Stage("Received", Moments.moment(answer.receivedAt()), true));
  }

  /// How far a report has come; what was decided only in the words that everybody may have.
  public static List<Stage> stages(LiveReport report) {
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage("Received", Moments.moment(report.act().receivedAt()), true));
    Instant read = report.firstRead();
    stages.add(
        read == null
            ? new Stage("Read", "Not yet", false)
            : new Stage("Read", Moments.moment(read), true));
    report
        .transfer()
        .ifPresent(transfer ->
            stages.add(
                new Stage(
                    transfer.answer() == null
                        ? "Another body was asked to take it over"
                        : transfer.accepted()
                            ? "Another body took it over"
                            : "Another body did not take it over",
                    Moments.day(
                        transfer.answer() == null
                            ? transfer.act().receivedAt()
                            : transfer.answer().receivedAt()),
                    true)));
    if (!report.isAnswered()) {
      stages.add(new Stage("Decided", "Not yet", false));
    }
    for (LiveReport.Decided decided : report.answers()) {
      stages.add(new Stage("Decided", Moments.day(decided.act().receivedAt()), true));
    }
    return stages;
  }

  @PostMapping("/follow/receipt.json")
  ResponseEntity<byte[]> file(@RequestParam(defaultValue = "") String reference)
      throws Unavailable {
    if (acts.receipt(References.tidied(reference)) instanceof Answer.Signed signed
        && picture.report(signed.reference()).isPresent()) {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              "attachment; filename=\"candour-receipt-" + signed.reference() + ".json\"")
          .body(ReceiptJson.of(signed.receipt()));
    }
    return ResponseEntity.notFound().build();
  }
}
