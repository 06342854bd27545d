package uk.candour.server.decisions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import uk.candour.inquiry.BlamingPhrases;
import uk.candour.linkage.Explanation;
import uk.candour.record.DutyState.Rung;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Harm;
import uk.candour.record.Outcome;
import uk.candour.record.PartialDate;
import uk.candour.record.Role;
import uk.candour.record.ThingAttribute;
import uk.candour.record.Written;
import uk.candour.server.Acts;
import uk.candour.server.access.Access;
import uk.candour.server.access.UserRole;
import uk.candour.server.access.Viewer;
import uk.candour.server.access.Viewers;
import uk.candour.server.accounts.Account;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Agency;
import uk.candour.server.duties.Duties;
import uk.candour.server.duties.Owners;
import uk.candour.server.pages.Choice;
import uk.candour.server.pages.Errors;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.Mention;
import uk.candour.server.picture.People;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.WhoIsWhoNow;
import uk.candour.server.reports.Words;
import uk.candour.store.Recorded;
import uk.candour.store.Unavailable;

/// Deciding: the list of what waits, the report with all that is known around it, and what may be
/// done on it. Only an answer stops the clock; opening and assigning do not.
@Controller
public final class DecisionPages {

  private static final List<Outcome> OFFERED =
      List.of(
          Outcome.ACCEPTED,
          Outcome.STRATEGY_DISCUSSION,
          Outcome.SECTION_47,
          Outcome.ASSESSMENT,
          Outcome.CHILD_IN_NEED,
          Outcome.EARLY_HELP,
          Outcome.NO_FURTHER_ACTION,
          Outcome.TRANSFERRED);

  private static final int MOST_LIKELY = 8;
  private static final int MOST_IN_LIST = 100;

  private final Pages pages;
  private final Errors errors;
  private final Viewers viewers;
  private final Access access;
  private final Accounts accounts;
  private final Picture picture;
  private final WhoIsWhoNow whoIsWho;
  private final Duties duties;
  private final Owners owners;
  private final Acts acts;
  private final Clock clock;
  private final BlamingPhrases phrases = BlamingPhrases.standard();

  public DecisionPages(
      Pages pages,
      Errors errors,
      Viewers viewers,
      Access access,
      Accounts accounts,
      Picture picture,
      WhoIsWhoNow whoIsWho,
      Duties duties,
      Owners owners,
      Acts acts,
      Clock clock) {
    this.pages = pages;
    this.errors = errors;
    this.viewers = viewers;
    this.access = access;
    this.accounts = accounts;
    this.picture = picture;
    this.whoIsWho = whoIsWho;
    this.duties = duties;
    this.owners = owners;
    this.acts = acts;
    this.clock = clock;
  }

  @GetMapping("/queue")
  View queue() throws Unavailable {
    picture.catchUp();
    Viewer viewer = viewers.current();
    Instant now = clock.instant();
    List<LiveReport> waiting =
        picture.reports().stream()
            .filter(report -> access.mayOpen(viewer, report))
            .filter(report -> duties.next(report, now).isPresent())
            .sorted(Comparator.comparing(report -> due(report, now)))
            .toList();
    int all = waiting.size();
    waiting = waiting.subList(0, Math.min(all, MOST_IN_LIST));
    List<String> shown = new ArrayList<>();
    waiting.forEach(report -> shown.addAll(Lines.shown(report)));
    return pages
        .page("decide/queue", "Reports to decide")
        .with("all", all)
        .with(
            "lines",
            waiting.stream()
                .map(report -> Lines.report(report, duties, now, owners.owner(report)))
                .toList())
        .showing(viewer.signedIn(), "the list of reports to decide", shown)
        .wide();
  }

  private Instant due(LiveReport report, Instant now) {
    return duties.next(report, now).map(one -> one.due()).orElse(Instant.MAX);
  }

  @GetMapping("/reports/{reference}")
  View report(@PathVariable String reference) throws Unavailable {
    picture.catchUp();
    return found(reference).<View>map(report -> page(report, Map.of())).orElseGet(errors::notFound);
  }

  private Optional<LiveReport> found(String reference) {
    Viewer viewer = viewers.current();
    return picture.report(reference).filter(report -> access.mayOpen(viewer, report));
  }

  /// Somebody who is likely the same child.
  ///
  /// @param why what the match rests on, in bits a line
  public record Likely(
      String name, String agency, String date, String probability, List<String> why) {}

  /// A child of the report, with who is likely the same.
  public record ChildOf(
      String name,
      List<String> details,
      String address,
      int entries,
      List<String> agencies,
      List<Likely> likely) {}

  /// Something that was done on the report.
  public record Done(String when, String what, String by, String words) {}

  private Page page(LiveReport report, Map<String, String> problems) {
    Viewer viewer = viewers.current();
    Account account = viewer.signedIn();
    Instant now = clock.instant();
    People people = whoIsWho.people();
    List<String> shown = new ArrayList<>(Lines.shown(report));
    List<ChildOf> children = new ArrayList<>();
    for (Written.Person child : report.people(Role.CHILD)) {
      children.add(child(report, child, people, shown));
    }
    boolean mine = report.agency().equals(account.agency());
    boolean decides =
        mine && account.role() != UserRole.SCRUTINEER && report.openDisagreement().isEmpty();
    return pages
        .page("decide/report", "Report " + report.reference())
        .with("report", report)
        .with("received", Moments.moment(report.act().receivedAt()))
        .with("happened", PartialDate.text(report.entry().number(EntryAttribute.HAPPENED)))
        .with("concern", Words.of(report.concern()))
        .with("severity", Words.severity(report.severity()))
        .with("harm", harm(report))
        .with("reporter", reporter(report))
        .with("others", others(report))
        .with("things", things(report))
        .with("children", children)
        .with("behind", whoIsWho.isBehind())
        .with("clocks", duties.of(report).stream().map(one -> Lines.clock(one, now)).toList())
        .with("done", report.later().stream().map(DecisionPages::done).toList())
        .with("outcomes", outcomes())
        .with("agencies", accounts.agencies().stream().map(Agency::name).toList())
        .with("colleagues", colleagues(account))
        .with("decides", decides)
        .with("asked", asked(report, account))
        .with("second", second(report, account))
        .with("disagreement", disagreement(report, account))
        .with("owner", owners.owner(report))
        .problems(problems)
        .back("/queue")
        .wide()
        .showing(account, "to decide on report " + report.reference(), shown);
  }

  private ChildOf child(
      LiveReport report, Written.Person child, People people, List<String> shown) {
    var mention = new Mention(report.reference(), Role.CHILD, child.nth());
    List<People.Told> same = people.same(mention);
    List<Likely> likely = new ArrayList<>();
    People.Told self =
        same.stream().filter(one -> one.mention().equals(mention)).findFirst().orElse(null);
    for (People.Told other : same) {
      if (self != null && !other.equals(self) && likely.size() < MOST_LIKELY) {
        likely.add(likely(self, other, people));
        shown.add(other.mention().toString());
      }
    }
    return new ChildOf(
        Lines.person(child),
        Lines.details(child),
        "/children/" + report.reference() + "/" + child.nth(),
        same.size(),
        List.copyOf(People.agencies(same)),
        likely);
  }

  private static Likely likely(People.Told self, People.Told other, People people) {
    Explanation why = people.why(self, other);
    List<String> lines = new ArrayList<>();
    if (why != null) {
      for (Explanation.Line line : why.lines()) {
        lines.add("%s: %s (%+.1f)".formatted(line.comparison(), line.level(), line.weight()));
      }
    }
    Written.Entry entry = other.act().written().entries().getFirst();
    return new Likely(
        Lines.person(other.person()),
        other.act().source().agency(),
        PartialDate.text(entry.happened()),
        why == null ? "" : "%.0f%%".formatted(why.probability() * 100),
        lines);
  }

  private static List<String> harm(LiveReport report) {
    int bits = report.entry().number(EntryAttribute.HARM);
    return List.of(Harm.values()).stream()
        .filter(kind -> (bits & kind.bit()) != 0)
        .map(Words::of)
        .toList();
  }

  private static String reporter(LiveReport report) {
    if (report.reporterKind().equals("anonymous") || report.reporterKind().isEmpty()) {
      return "Anonymous";
    }
    return List.of(
                report.text(EntryAttribute.REPORTER_NAME),
                report.text(EntryAttribute.REPORTER_AGENCY),
                report.text(EntryAttribute.REPORTER_CONTACT))
            .stream()
            .filter(text -> !text.isEmpty())
            .reduce((a, b) -> a + ", " + b)
            .orElse("Not said")
        + (report.reporterKind().equals("confidential") ? " (in confidence: tell nobody)" : "");
  }

  private static List<String> others(LiveReport report) {
    List<String> lines = new ArrayList<>();
    for (Role role : List.of(Role.SUSPECT, Role.ADULT)) {
      for (Written.Person person : report.people(role)) {
        lines.add(
            (role == Role.SUSPECT ? "Named as somebody who may harm: " : "Another adult: ")
                + Lines.person(person)
                + Lines.details(person).stream().map(one -> "; " + one).reduce("", String::concat));
      }
    }
    return lines;
  }

  private static List<String> things(LiveReport report) {
    List<String> lines = new ArrayList<>();
    for (Written.Thing thing : report.act().written().things()) {
      StringBuilder line = new StringBuilder(thing.vehicle() ? "Vehicle:" : "Place:");
      for (ThingAttribute attribute : ThingAttribute.values()) {
        thing.values().stream()
            .filter(value -> value.attribute() == attribute)
            .forEach(value -> line.append(' ').append(value.text()));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  static Done done(Recorded act) {
    Written.Entry entry = act.written().entries().getFirst();
    String reason = text(entry, EntryAttribute.REASON);
    String subject = text(entry, EntryAttribute.SUBJECT);
    String what =
        switch (entry.kind()) {
          case DECISION_TAKEN -> {
            int severity = entry.number(EntryAttribute.SEVERITY);
            yield "Decided: "
                + Words.of(Outcome.values()[entry.number(EntryAttribute.OUTCOME)])
                + (text(entry, EntryAttribute.TO).isEmpty()
                    ? ""
                    : ", to " + text(entry, EntryAttribute.TO))
                + (severity == 0 ? "" : ", severity " + Words.severity(severity))
                + (text(entry, EntryAttribute.READER).isEmpty()
                    ? ""
                    : ", second reader " + text(entry, EntryAttribute.READER));
          }
          case REPORT_ASSIGNED ->
              subject.isEmpty()
                  ? "Given to " + text(entry, EntryAttribute.WORKER)
                  : "Proposed, waits for a second reader: no further action";
          case CLOCK_MISSED ->
              "Clock missed: "
                  + text(entry, EntryAttribute.DUTY)
                  + "; told to the "
                  + Lines.rung(Rung.valueOf(subject))
                  + " ("
                  + text(entry, EntryAttribute.TO)
                  + ")";
          case TRANSFER_ANSWERED -> "Transfer " + subject;
          case DISAGREEMENT_RAISED -> "The reporter disagrees";
          case DISAGREEMENT_ANSWERED -> "Disagreement answered: " + subject;
          case ASSESSMENT_MADE -> "Assessment complete";
          case MEETING_HELD -> "Held: " + text(entry, EntryAttribute.SERIES);
          default -> entry.kind().word();
        };
    return new Done(
        Moments.moment(act.receivedAt()),
        what,
        text(entry, EntryAttribute.BY),
        (reason + "\n" + text(entry, EntryAttribute.TEXT)).strip());
  }

  private static String text(Written.Entry entry, EntryAttribute attribute) {
    String text = entry.text(attribute);
    return text == null ? "" : text;
  }

  private static List<Choice> outcomes() {
    return OFFERED.stream()
        .map(outcome -> new Choice(outcome.word(), Words.of(outcome), hint(outcome), false))
        .toList();
  }

  private static String hint(Outcome outcome) {
    return switch (outcome) {
      case NO_FURTHER_ACTION -> "Needs a reason, and a second reader who agrees.";
      case TRANSFERRED ->
          "The other body accepts or refuses; until it accepts, the report is yours.";
      default -> "";
    };
  }

  private List<Account> colleagues(Account account) {
    return accounts.living(UserRole.DECISION_MAKER).stream()
        .filter(one -> one.agency().equals(account.agency()))
        .toList();
  }

  private static boolean asked(LiveReport report, Account account) {
    return report
        .transfer()
        .filter(one -> one.answer() == null && one.to().equals(account.agency()))
        .isPresent();
  }

  private static boolean second(LiveReport report, Account account) {
    return report.agency().equals(account.agency())
        && report
            .proposed()
            .filter(one ->
                !account.name().equals(one.written().entries().getFirst().text(EntryAttribute.BY)))
            .isPresent();
  }

  /// A disagreement is answered by whoever did not take the decision.
  private static boolean disagreement(LiveReport report, Account account) {
    return report.openDisagreement().isPresent()
        && account.role() != UserRole.DECISION_MAKER
        && report.standing().filter(one -> one.by().equals(account.name())).isEmpty();
  }

  @PostMapping("/reports/{reference}/decide")
  View decide(@PathVariable String reference, @RequestParam Map<String, String> form)
      throws Unavailable {
    Optional<LiveReport> found = found(reference);
    if (found.isEmpty() || viewers.current().role() == UserRole.SCRUTINEER) {
      return errors.notFound();
    }
    LiveReport report = found.get();
    Account account = viewers.current().signedIn();
    if (!report.agency().equals(account.agency())) {
      return errors.notFound();
    }
    Outcome outcome = Outcome.ofWord(form.getOrDefault("outcome", ""));
    String severity = form.getOrDefault("severity", "");
    String reason = form.getOrDefault("reason", "").strip();
    Map<String, String> problems = problems(report, outcome, severity, reason, form);
    if (!problems.isEmpty() || outcome == null) {
      return page(report, problems);
    }
    int set = severity.isEmpty() ? 0 : Integer.parseInt(severity);
    UnaryOperator<Acts.Saying> said =
        what ->
            on(report, what)
                .number(EntryAttribute.SEVERITY, set)
                .text(EntryAttribute.REASON, reason);
    if (outcome == Outcome.NO_FURTHER_ACTION) {
      acts.write(
          account,
          EntryKind.REPORT_ASSIGNED,
          what -> said.apply(what).text(EntryAttribute.SUBJECT, LiveReport.SECOND_READING));
    } else {
      acts.write(
          account,
          EntryKind.DECISION_TAKEN,
          what ->
              said.apply(what)
                  .code(EntryAttribute.OUTCOME, outcome)
                  .text(
                      EntryAttribute.TO,
                      outcome == Outcome.TRANSFERRED ? form.getOrDefault("to", "") : ""));
    }
    return to(report);
  }

  private Map<String, String> problems(
      LiveReport report,
      @Nullable Outcome outcome,
      String severity,
      String reason,
      Map<String, String> form) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (outcome == null || !OFFERED.contains(outcome)) {
      problems.put("outcome", "Choose what you decide");
    }
    if (!severity.matches("[1-4]?")) {
      problems.put("severity", "Choose a severity");
      return problems;
    }
    boolean lower =
        !severity.isEmpty()
            && report.severity() > 0
            && Integer.parseInt(severity) < report.severity();
    if (reason.isEmpty() && lower) {
      problems.put(
          "reason", "Say why you set the severity below the reporter's. The reporter is told");
    } else if (reason.isEmpty() && outcome == Outcome.NO_FURTHER_ACTION) {
      problems.put("reason", "Say why nothing more is to be done");
    }
    if (outcome == Outcome.TRANSFERRED
        && (accounts.agency(form.getOrDefault("to", "")).isEmpty()
            || form.getOrDefault("to", "").equals(report.agency()))) {
      problems.put("to", "Choose the body that is asked to take the report over");
    }
    if (problems.isEmpty() && !form.containsKey("said") && !phrases.found(reason).isEmpty()) {
      problems.put(
          "reason",
          "Some of these words can read as if the child were to blame: "
              + String.join(
                  ", ",
                  phrases.found(reason).stream()
                      .map(one -> "“" + one.words() + "” (better: " + one.betterWords() + ")")
                      .toList())
              + ". Change them, or send them again as they are");
    }
    return problems;
  }

  private static Acts.Saying on(LiveReport report, Acts.Saying what) {
    return what.text(EntryAttribute.REPORT, report.reference())
        .text(EntryAttribute.REPORT_SOURCE, report.act().source().name());
  }

  @PostMapping("/reports/{reference}/assign")
  View assign(@PathVariable String reference, @RequestParam(defaultValue = "") String worker)
      throws Unavailable {
    Optional<LiveReport> found = found(reference);
    Account account = viewers.current().signedIn();
    if (found.isEmpty()
        || colleagues(account).stream().noneMatch(one -> one.name().equals(worker))) {
      return errors.notFound();
    }
    acts.write(
        account,
        EntryKind.REPORT_ASSIGNED,
        what -> on(found.get(), what).text(EntryAttribute.WORKER, worker));
    return to(found.get());
  }

  @PostMapping("/reports/{reference}/second-reading")
  View secondReading(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String agrees,
      @RequestParam(defaultValue = "") String words)
      throws Unavailable {
    Optional<LiveReport> found = found(reference);
    Account account = viewers.current().signedIn();
    if (found.isEmpty() || !second(found.get(), account)) {
      return errors.notFound();
    }
    LiveReport report = found.get();
    Written.Entry proposed = report.proposed().orElseThrow().written().entries().getFirst();
    if (agrees.equals("yes")) {
      acts.write(
          account,
          EntryKind.DECISION_TAKEN,
          what ->
              on(report, what)
                  .code(EntryAttribute.OUTCOME, Outcome.NO_FURTHER_ACTION)
                  .number(EntryAttribute.SEVERITY, proposed.number(EntryAttribute.SEVERITY))
                  .text(EntryAttribute.REASON, text(proposed, EntryAttribute.REASON))
                  .text(EntryAttribute.READER, account.name())
                  .text(EntryAttribute.TEXT, words.strip()));
    } else {
      String proposer = text(proposed, EntryAttribute.BY);
      acts.write(
          account,
          EntryKind.REPORT_ASSIGNED,
          what ->
              on(report, what)
                  .text(EntryAttribute.WORKER, proposer)
                  .text(
                      EntryAttribute.REASON, "The second reader does not agree. " + words.strip()));
    }
    return to(report);
  }

  @PostMapping("/reports/{reference}/transfer")
  View transfer(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String accepts,
      @RequestParam(defaultValue = "") String why)
      throws Unavailable {
    Optional<LiveReport> found = found(reference);
    Account account = viewers.current().signedIn();
    if (found.isEmpty() || !asked(found.get(), account)) {
      return errors.notFound();
    }
    if (!accepts.equals("yes") && why.isBlank()) {
      return page(found.get(), Map.of("why", "Say why the report is not taken over"));
    }
    acts.write(
        account,
        EntryKind.TRANSFER_ANSWERED,
        what ->
            on(found.get(), what)
                .text(EntryAttribute.SUBJECT, accepts.equals("yes") ? "accepted" : "refused")
                .text(EntryAttribute.REASON, why.strip()));
    return accepts.equals("yes") ? to(found.get()) : new RedirectView("/queue");
  }

  @PostMapping("/reports/{reference}/disagreement")
  View answerDisagreement(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String upheld,
      @RequestParam(defaultValue = "") String answer)
      throws Unavailable {
    Optional<LiveReport> found = found(reference);
    Account account = viewers.current().signedIn();
    if (found.isEmpty() || !disagreement(found.get(), account)) {
      return errors.notFound();
    }
    if (answer.isBlank()) {
      return page(found.get(), Map.of("answer", "Give the reporter an answer"));
    }
    acts.write(
        account,
        EntryKind.DISAGREEMENT_ANSWERED,
        what ->
            on(found.get(), what)
                .text(
                    EntryAttribute.SUBJECT,
                    upheld.equals("yes") ? "the reporter is right" : "the decision stands")
                .text(EntryAttribute.REASON, answer.strip()));
    return to(found.get());
  }

  @PostMapping("/reports/{reference}/held")
  View held(@PathVariable String reference, @RequestParam(defaultValue = "") String what)
      throws Unavailable {
    Optional<LiveReport> found = found(reference);
    Account account = viewers.current().signedIn();
    if (found.isEmpty()
        || viewers.current().role() == UserRole.SCRUTINEER
        || !found.get().agency().equals(account.agency())) {
      return errors.notFound();
    }
    switch (what) {
      case "assessment" ->
          acts.write(account, EntryKind.ASSESSMENT_MADE, say -> on(found.get(), say));
      case "initial child protection conference",
          "core group",
          "review conference",
          "return interview" ->
          acts.write(
              account,
              EntryKind.MEETING_HELD,
              say -> on(found.get(), say).text(EntryAttribute.SERIES, what));
      default -> {
        return page(found.get(), Map.of("what", "Choose what was done or held"));
      }
    }
    return to(found.get());
  }

  private static View to(LiveReport report) {
    return new RedirectView("/reports/" + report.reference());
  }
}
