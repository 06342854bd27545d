package uk.candour.server.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Written;
import uk.candour.server.Acts;
import uk.candour.server.access.Access;
import uk.candour.server.access.Viewers;
import uk.candour.server.pages.Errors;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.Picture;
import uk.candour.store.Recorded;
import uk.candour.store.Unavailable;

/// The reports that somebody made with their name or in confidence: how they stand, with the
/// reasons, and disagreeing with a decision. They show no child.
@Controller
public final class MyReports {

  private final Pages pages;
  private final Errors errors;
  private final Viewers viewers;
  private final Access access;
  private final Picture picture;
  private final Acts acts;

  public MyReports(
      Pages pages, Errors errors, Viewers viewers, Access access, Picture picture, Acts acts) {
    this.pages = pages;
    this.errors = errors;
    this.viewers = viewers;
    this.access = access;
    this.picture = picture;
    this.acts = acts;
  }

  /// A report in the list.
  public record Line(String reference, String concern, String received, String state) {}

  /// An answer that the reporter got.
  ///
  /// @param lowered that the severity was set below the reporter's, or empty
  public record Answer(String when, String what, String lowered, String reason) {}

  @GetMapping("/my-reports")
  View list() throws Unavailable {
    picture.catchUp();
    var viewer = viewers.current();
    return pages
        .page("mine/list", "My reports")
        .with(
            "lines",
            picture.reports().stream()
                .filter(report -> access.isOwn(viewer, report))
                .map(report ->
                    new Line(
                        report.reference(),
                        Words.of(report.concern()),
                        Moments.moment(report.act().receivedAt()),
                        report.state()))
                .toList()
                .reversed());
  }

  private Optional<LiveReport> own(String reference) {
    var viewer = viewers.current();
    return picture.report(reference).filter(report -> access.isOwn(viewer, report));
  }

  @GetMapping("/my-reports/{reference}")
  View one(@PathVariable String reference) throws Unavailable {
    picture.catchUp();
    return own(reference).<View>map(report -> page(report, Map.of())).orElseGet(errors::notFound);
  }

  private Page page(LiveReport report, Map<String, String> problems) {
    List<Answer> answers = new ArrayList<>();
    for (LiveReport.Decided decided : report.answers()) {
      boolean lower = decided.severity() > 0 && decided.severity() < report.severity();
      answers.add(
          new Answer(
              Moments.moment(decided.act().receivedAt()),
              Words.of(decided.outcome()),
              lower
                  ? "You judged the severity as "
                      + Words.severity(report.severity())
                      + "; it was set to "
                      + Words.severity(decided.severity())
                      + "."
                  : "",
              decided.reason()));
    }
    for (Recorded act : report.all(EntryKind.DISAGREEMENT_ANSWERED)) {
      Written.Entry entry = act.written().entries().getFirst();
      answers.add(
          new Answer(
              Moments.moment(act.receivedAt()),
              "Your disagreement was answered: " + entry.text(EntryAttribute.SUBJECT),
              "",
              String.valueOf(entry.text(EntryAttribute.REASON))));
    }
    return pages
        .page("mine/one", "Your report " + report.reference())
        .with("reference", report.reference())
        .with("stages", FollowPages.stages(report))
        .with("answers", answers)
        .with("mayDisagree", report.isAnswered())
        .with("waits", report.openDisagreement().isPresent())
        .problems(problems)
        .back("/my-reports");
  }

  @PostMapping("/my-reports/{reference}/disagree")
  View disagree(@PathVariable String reference, @RequestParam(defaultValue = "") String reason)
      throws Unavailable {
    Optional<LiveReport> found = own(reference);
    if (found.isEmpty()
        || !found.get().isAnswered()
        || found.get().openDisagreement().isPresent()) {
      return errors.notFound();
    }
    if (reason.isBlank()) {
      return page(found.get(), Map.of("reason", "Say why you disagree"));
    }
    acts.write(
        viewers.current().signedIn(),
        EntryKind.DISAGREEMENT_RAISED,
        what ->
            what.text(EntryAttribute.REPORT, reference)
                .text(EntryAttribute.REPORT_SOURCE, found.get().act().source().name())
                .text(EntryAttribute.REASON, reason.strip()));
    return new RedirectView("/my-reports/" + reference);
  }
}
