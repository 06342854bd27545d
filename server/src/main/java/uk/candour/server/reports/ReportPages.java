package uk.candour.server.reports;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import uk.candour.inquiry.BlamingPhrases;
import uk.candour.record.Concern;
import uk.candour.record.Harm;
import uk.candour.server.Acts;
import uk.candour.server.access.Viewer;
import uk.candour.server.access.Viewers;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Agency;
import uk.candour.server.accounts.Secrets;
import uk.candour.server.pages.Choice;
import uk.candour.server.pages.Errors;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.server.picture.Picture;
import uk.candour.store.Answer;
import uk.candour.store.Conflict;
import uk.candour.store.Once;
import uk.candour.store.Receipt;
import uk.candour.store.Unavailable;

/// Reporting a concern in a browser: one thing a page, in any order, put aside and taken up again,
/// checked, sent, and answered by a receipt. The draft stays in the session until it is sent.
@Controller
public final class ReportPages {

  private static final String DRAFT = "draft";
  private static final String RECEIPT = "receipt";
  private static final String NOTICED = "noticed";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Pages pages;
  private final Errors errors;
  private final Acts acts;
  private final Picture picture;
  private final Drafts drafts;
  private final Viewers viewers;
  private final Accounts accounts;
  private final BlamingPhrases phrases = BlamingPhrases.standard();

  public ReportPages(
      Pages pages,
      Errors errors,
      Acts acts,
      Picture picture,
      Drafts drafts,
      Viewers viewers,
      Accounts accounts) {
    this.pages = pages;
    this.errors = errors;
    this.acts = acts;
    this.picture = picture;
    this.drafts = drafts;
    this.viewers = viewers;
    this.accounts = accounts;
  }

  @GetMapping("/report")
  View start(HttpSession session) {
    boolean begun = !draft(session).answers().isEmpty();
    return pages
        .page("report/start", "Report a concern about a child")
        .with("begun", begun)
        .quickToLeave();
  }

  @PostMapping("/report")
  View begin(HttpSession session) {
    keep(session, Draft.fresh(Secrets.code()));
    session.removeAttribute(NOTICED);
    return to(Step.WHO.address());
  }

  @GetMapping("/report/{step}")
  View step(
      @PathVariable String step,
      @RequestParam(defaultValue = "") String from,
      HttpSession session) {
    return Step.ofPath(step)
        .<View>map(known -> {
          if (known == Step.CHECK) {
            return check(draft(session), Map.of());
          }
          if (known == Step.CHILDREN && draft(session).numbers("children").isEmpty()) {
            return thing(known, 1, draft(session), from, Map.of());
          }
          return page(known, draft(session), from, Map.of());
        })
        .orElseGet(errors::notFound);
  }

  private Page page(Step step, Draft draft, String from, Map<String, String> problems) {
    Page page =
        pages
            .page("report/" + (step.isList() ? "list" : step.path()), step.title())
            .with("draft", draft)
            .with("from", from)
            .with("back", from.isEmpty() ? step.back() : Step.CHECK.address())
            .problems(problems)
            .back(from.isEmpty() ? step.back() : Step.CHECK.address())
            .quickToLeave();
    return switch (step) {
      case WHO -> page.with("choices", reporters(draft));
      case CONCERN -> page.with("choices", concerns(draft));
      case HARM -> page.with("choices", harm(draft));
      case SEVERITY -> page.with("choices", severities(draft));
      case WHAT_HAPPENED -> page.with("phrases", phrases.found(draft.get("text")));
      case OPINION -> page.with("phrases", phrases.found(draft.get("opinion")));
      case CHILDREN, PEOPLE, PLACES, VEHICLES ->
          page.with("list", step.path()).with("lines", lines(draft, step.path()));
      case WHEN, CHILDS_WORDS, CHECK -> page;
    };
  }

  private static List<Map.Entry<Integer, String>> lines(Draft draft, String list) {
    return draft.numbers(list).stream()
        .map(number -> Map.entry(number, draft.line(list, number)))
        .toList();
  }

  private List<Choice> reporters(Draft draft) {
    List<Choice> choices = new ArrayList<>();
    if (viewers.current().isSignedIn()) {
      choices.add(
          new Choice(
              "named",
              "With my name",
              "Those who decide see who you are and can ask you.",
              draft.get("kind").equals("named") || !draft.has("kind")));
    }
    choices.add(
        new Choice(
            "confidential",
            "In confidence",
            "Those who decide see who you are. Nobody else is told.",
            draft.get("kind").equals("confidential")));
    choices.add(
        new Choice(
            "anonymous",
            "Anonymously",
            "Nobody is told who you are, and we cannot ask you anything.",
            draft.get("kind").equals("anonymous")));
    return choices;
  }

  private static List<Choice> concerns(Draft draft) {
    List<Choice> choices = new ArrayList<>();
    for (Concern concern : Concern.values()) {
      choices.add(
          new Choice(
              concern.word(),
              Words.of(concern),
              Words.hint(concern),
              draft.get("concern").equals(concern.word())));
    }
    return choices;
  }

  private static List<Choice> harm(Draft draft) {
    List<Choice> choices = new ArrayList<>();
    List<String> chosen = List.of(draft.get("harm").split(" ", -1));
    for (Harm harm : Harm.values()) {
      choices.add(new Choice(harm.word(), Words.of(harm), "", chosen.contains(harm.word())));
    }
    return choices;
  }

  private static List<Choice> severities(Draft draft) {
    List<Choice> choices = new ArrayList<>();
    for (int severity = 4; severity >= 1; severity--) {
      choices.add(
          new Choice(
              String.valueOf(severity),
              Words.severity(severity),
              Words.severityHint(severity),
              draft.get("severity").equals(String.valueOf(severity))));
    }
    return choices;
  }

  @PostMapping("/report/{step}")
  View answer(
      @PathVariable String step,
      @RequestParam MultiValueMap<String, String> form,
      HttpSession session)
      throws Unavailable {
    Optional<Step> known = Step.ofPath(step);
    if (known.isEmpty()) {
      return errors.notFound();
    }
    String from = form.getFirst("from") == null ? "" : "check";
    return switch (known.get()) {
      case CHECK -> send(session);
      case CHILDREN, PEOPLE, PLACES, VEHICLES -> {
        boolean more = "yes".equals(form.getFirst("more"));
        yield to(
            more
                ? known.get().address() + "/" + draft(session).nextNumber(step)
                : after(known.get(), from));
      }
      default -> answer(known.get(), form, from, session);
    };
  }

  private View answer(
      Step step, MultiValueMap<String, String> form, String from, HttpSession session) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String field : step.fields()) {
      List<String> given = form.get(field);
      answers.put(field, given == null ? "" : String.join(" ", given).strip());
    }
    Draft draft = draft(session).with(answers);
    keep(session, draft);
    Map<String, String> problems = problems(step, draft);
    if (!problems.isEmpty()) {
      return page(step, draft, from, problems);
    }
    String text = draft.get(step == Step.OPINION ? "opinion" : "text");
    boolean isWords = step == Step.WHAT_HAPPENED || step == Step.OPINION;
    if (isWords && !text.equals(session.getAttribute(NOTICED)) && !phrases.found(text).isEmpty()) {
      session.setAttribute(NOTICED, text);
      return page(step, draft, from, Map.of());
    }
    return to(after(step, from));
  }

  /// What is wrong with the answers of one page, by its fields.
  private Map<String, String> problems(Step step, Draft draft) {
    Map<String, String> problems = new LinkedHashMap<>();
    switch (step) {
      case WHO -> {
        if (!draft.has("kind")) {
          problems.put("kind", "Choose how you want to report");
        } else if (draft.get("kind").equals("confidential")
            && !draft.has("name")
            && !viewers.current().isSignedIn()) {
          problems.put("name", "Enter your name, or report anonymously");
        }
      }
      case CONCERN -> {
        if (!draft.has("concern")) {
          problems.put("concern", "Choose what you are worried about, or 'Something else'");
        }
      }
      case WHAT_HAPPENED -> {
        if (!draft.has("text")) {
          problems.put("text", "Say what happened, in your own words");
        }
      }
      case SEVERITY -> {
        if (wrong(draft).containsKey("severity")) {
          problems.put("severity", "Choose how serious it is, or leave it open");
        }
      }
      case WHEN -> {
        if (wrong(draft).containsKey("happened")) {
          problems.put("happened-day", "Enter a real date in the past; the year alone is enough");
        }
      }
      default -> {
        // Any answer will do, and none.
      }
    }
    return problems;
  }

  /// What the check of a whole report finds wrong so far, by where it stands.
  private Map<String, String> wrong(Draft draft) {
    return switch (ReportCheck.check(draft.said(), acts.today(), "")) {
      case ReportCheck.Result.Sound _ -> Map.of();
      case ReportCheck.Result.Wrong wrong -> {
        Map<String, String> problems = new LinkedHashMap<>();
        wrong.problems().forEach(one -> problems.put(one.field(), one.expected()));
        yield problems;
      }
    };
  }

  private static String after(Step step, String from) {
    return from.isEmpty() ? step.next().address() : Step.CHECK.address();
  }

  @GetMapping("/report/{list}/{number}")
  View thing(
      @PathVariable String list,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String from,
      HttpSession session) {
    Optional<Step> step = Step.ofPath(list).filter(Step::isList);
    if (step.isEmpty() || !number.matches("\\d{1,3}")) {
      return errors.notFound();
    }
    return thing(step.get(), Integer.parseInt(number), draft(session), from, Map.of());
  }

  private Page thing(
      Step step, int number, Draft draft, String from, Map<String, String> problems) {
    String list = step.path();
    String title =
        switch (step) {
          case CHILDREN -> "What do you know about the child?";
          case PEOPLE -> "What do you know about this person?";
          case PLACES -> "What do you know about this place?";
          default -> "What do you know about this vehicle?";
        };
    return pages
        .page("report/one-of-" + list, title)
        .with("draft", draft)
        .with("from", from)
        .with("at", list + "." + number + ".")
        .with("action", "/report/" + list + "/" + number)
        .problems(problems)
        .back(step == Step.CHILDREN && draft.numbers(list).isEmpty() ? step.back() : step.address())
        .quickToLeave();
  }

  @PostMapping("/report/{list}/{number}")
  View saveThing(
      @PathVariable String list,
      @PathVariable String number,
      @RequestParam Map<String, String> form,
      HttpSession session) {
    Optional<Step> step = Step.ofPath(list).filter(Step::isList);
    if (step.isEmpty() || !number.matches("\\d{1,3}")) {
      return errors.notFound();
    }
    int nth = Integer.parseInt(number);
    String at = list + "." + nth + ".";
    if (form.containsKey("remove")) {
      keep(session, draft(session).without(list, nth));
      return to(step.get().address());
    }
    Map<String, String> answers = new LinkedHashMap<>();
    for (String field : step.get().fieldsOfOne()) {
      String given = form.getOrDefault(at + field, "").strip();
      if (!given.isEmpty()) {
        answers.put(at + field, given);
      }
    }
    Draft draft = draft(session).without(list, nth).with(answers);
    keep(session, draft);
    Map<String, String> problems = new LinkedHashMap<>();
    wrong(draft)
        .forEach((where, expected) -> {
          if (where.startsWith(list + "/" + nth + "/")) {
            String field = where.substring((list + "/" + nth + "/").length());
            problems.put(at + (field.equals("born") ? "born-day" : field), "Enter " + expected);
          }
        });
    if (!problems.isEmpty()) {
      return thing(step.get(), nth, draft, "", problems);
    }
    return to(answers.isEmpty() ? step.get().next().address() : step.get().address());
  }

  private Page check(Draft draft, Map<String, String> problems) {
    List<CheckLine> lines = new ArrayList<>();
    for (Step step : Step.values()) {
      if (step != Step.CHECK) {
        lines.add(new CheckLine(step.title(), shown(step, draft), step.address() + "?from=check"));
      }
    }
    return pages
        .page("report/check", Step.CHECK.title())
        .with("lines", lines)
        .with("phrases", phrases.found(draft.get("text") + "\n\n" + draft.get("opinion")))
        .problems(problems)
        .back(Step.CHECK.back())
        .quickToLeave();
  }

  /// One line of the check: what was asked, what was answered, and where it is changed.
  public record CheckLine(String asked, List<String> answers, String change) {}

  private List<String> shown(Step step, Draft draft) {
    return switch (step) {
      case WHO ->
          draft.get("kind").equals("anonymous") || !draft.has("kind")
              ? List.of("Anonymously")
              : List.of(
                  draft.get("kind").equals("named") ? "With my name" : "In confidence",
                  draft.get("name"),
                  draft.get("agency"),
                  draft.get("contact"));
      case CONCERN -> {
        Concern concern = Concern.ofWord(draft.get("concern"));
        yield concern == null ? List.of() : List.of(Words.of(concern));
      }
      case WHEN -> List.of(draft.date("happened"));
      case CHILDS_WORDS -> List.of(draft.get("childsWords"));
      case WHAT_HAPPENED -> List.of(draft.get("text"));
      case OPINION -> List.of(draft.get("opinion"));
      case HARM -> {
        List<String> words = new ArrayList<>();
        for (String word : draft.get("harm").split(" ", -1)) {
          Harm harm = Harm.ofWord(word);
          if (harm != null) {
            words.add(Words.of(harm));
          }
        }
        yield words;
      }
      case SEVERITY ->
          draft.get("severity").matches("[1-4]")
              ? List.of(Words.severity(Integer.parseInt(draft.get("severity"))))
              : List.of();
      case CHILDREN, PEOPLE, PLACES, VEHICLES ->
          lines(draft, step.path()).stream().map(Map.Entry::getValue).toList();
      case CHECK -> List.of();
    };
  }

  private View send(HttpSession session) throws Unavailable {
    Draft draft = draft(session);
    if (draft.answers().isEmpty()) {
      return to("/report");
    }
    Viewer viewer = viewers.current();
    Draft whole = viewer.isSignedIn() ? draft.with(signedIn(viewer, draft)) : draft;
    switch (ReportCheck.check(whole.said(), acts.today(), "")) {
      case ReportCheck.Result.Wrong wrong -> {
        Map<String, String> problems = new LinkedHashMap<>();
        wrong
            .problems()
            .forEach(one ->
                problems.put(
                    "change-" + Step.of(one.field()).path(),
                    Step.of(one.field()).title() + " Expected: " + one.expected()));
        return check(draft, problems);
      }
      case ReportCheck.Result.Sound sound -> {
        Agency agency =
            viewer.isSignedIn()
                ? accounts.agency(viewer.signedIn().agency()).orElse(Acts.PUBLIC)
                : Acts.PUBLIC;
        boolean named = !sound.report().reporter().kind().equals("anonymous");
        String by = viewer.isSignedIn() && named ? viewer.signedIn().name() : "";
        try {
          Answer answer =
              acts.report(
                  sound.report(),
                  agency,
                  by,
                  Once.of("page", draft.key(), draft.key().getBytes(StandardCharsets.UTF_8)),
                  PATIENCE);
          session.removeAttribute(DRAFT);
          session.setAttribute(RECEIPT, answer);
          picture.catchUp();
          return to("/report-received");
        } catch (Conflict e) {
          throw new IllegalStateException("a draft's key stands for that draft alone", e);
        }
      }
    }
  }

  private static Map<String, String> signedIn(Viewer viewer, Draft draft) {
    return draft.get("kind").equals("anonymous")
        ? Map.of()
        : Map.of(
            "kind", draft.has("kind") ? draft.get("kind") : "named",
            "name", viewer.signedIn().fullName(),
            "agency", viewer.signedIn().agency());
  }

  @GetMapping("/report-received")
  View received(HttpSession session) throws Unavailable {
    Object kept = session.getAttribute(RECEIPT);
    if (!(kept instanceof Answer answer)) {
      return to("/report");
    }
    if (answer instanceof Answer.Accepted) {
      Answer now = acts.receipt(answer.reference());
      answer = now == null ? answer : now;
      session.setAttribute(RECEIPT, answer);
    }
    String leaf =
        answer instanceof Answer.Signed signed
            ? Base64.getEncoder().encodeToString(signed.receipt().leafHash())
            : "";
    long index = answer instanceof Answer.Signed signed ? signed.receipt().logIndex() : -1;
    return pages
        .page("report/received", "Your report has been received")
        .with("reference", answer.reference())
        .with("received", Moments.moment(answer.receivedAt()))
        .with("index", index)
        .with("leaf", leaf)
        .with(
            "qr",
            QrPicture.of(
                "Candour report "
                    + answer.reference()
                    + (index < 0 ? "" : " entry " + index + " leaf " + leaf)))
        .with("signedIn", viewers.current().isSignedIn())
        .quickToLeave();
  }

  @GetMapping("/report-received/receipt.json")
  ResponseEntity<byte[]> file(HttpSession session) throws Unavailable {
    if (session.getAttribute(RECEIPT) instanceof Answer answer
        && acts.receipt(answer.reference()) instanceof Answer.Signed signed) {
      Receipt receipt = signed.receipt();
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              "attachment; filename=\"candour-receipt-" + receipt.reference() + ".json\"")
          .body(ReceiptJson.of(receipt));
    }
    return ResponseEntity.notFound().build();
  }

  @PostMapping("/report-save")
  View save(HttpSession session) {
    Draft draft = draft(session);
    if (draft.answers().isEmpty()) {
      return to("/report");
    }
    String code = drafts.save(draft);
    session.removeAttribute(DRAFT);
    return pages
        .page("report/saved", "Your report is put aside, not sent")
        .with("code", code)
        .quickToLeave();
  }

  @GetMapping("/report-come-back")
  View comeBack() {
    return comeBack(Map.of());
  }

  private Page comeBack(Map<String, String> problems) {
    return pages
        .page("report/come-back", "Go on with a report you put aside")
        .problems(problems)
        .back("/report")
        .quickToLeave();
  }

  @PostMapping("/report-come-back")
  View takeUp(@RequestParam(defaultValue = "") String code, HttpSession session) {
    Optional<Draft> draft = drafts.take(code);
    if (draft.isEmpty()) {
      return comeBack(
          Map.of("code", "No report is kept under this code. A code opens its report once"));
    }
    keep(session, draft.get());
    return to(Step.CHECK.address());
  }

  private static Draft draft(HttpSession session) {
    return session.getAttribute(DRAFT) instanceof Draft draft ? draft : Draft.fresh(Secrets.code());
  }

  private static void keep(HttpSession session, Draft draft) {
    session.setAttribute(DRAFT, draft);
  }

  private static View to(String address) {
    return new RedirectView(address);
  }
}
