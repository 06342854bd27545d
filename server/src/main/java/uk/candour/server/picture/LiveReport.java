package uk.candour.server.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.candour.record.Concern;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Outcome;
import uk.candour.record.Role;
import uk.candour.record.Written;
import uk.candour.store.Recorded;

/// A report of the live record, with all that was done on it since, in the order of the log. How it
/// stands is worked out from these entries and kept nowhere.
///
/// @param later the acts on the report, its own not among them
/// @param firstRead when somebody who may decide first read it, or null
public record LiveReport(Recorded act, List<Recorded> later, @Nullable Instant firstRead) {

  /// The subject of an assignment by which a second reader is asked.
  public static final String SECOND_READING = "second reading: no further action";

  private static final Concern[] CONCERNS = Concern.values();
  private static final Outcome[] OUTCOMES = Outcome.values();

  public LiveReport {
    later = List.copyOf(later);
  }

  LiveReport with(Recorded more) {
    List<Recorded> all = new ArrayList<>(later);
    all.add(more);
    return new LiveReport(act, all, firstRead);
  }

  LiveReport readAt(Instant time) {
    return firstRead == null ? new LiveReport(act, later, time) : this;
  }

  public String reference() {
    return act.reference();
  }

  public Written.Entry entry() {
    return entry(act);
  }

  static Written.Entry entry(Recorded act) {
    return act.written().entries().getFirst();
  }

  public Concern concern() {
    return CONCERNS[entry().number(EntryAttribute.CONCERN)];
  }

  /// The severity as the reporter judged it, 0 where that was not said.
  public int severity() {
    return entry().number(EntryAttribute.SEVERITY);
  }

  public String text(EntryAttribute attribute) {
    String text = entry().text(attribute);
    return text == null ? "" : text;
  }

  /// The people of a role whom the report mentions.
  public List<Written.Person> people(Role role) {
    return act.written().people().stream().filter(one -> one.role() == role).toList();
  }

  /// The acts of a kind on the report.
  public List<Recorded> all(EntryKind kind) {
    return later.stream().filter(one -> entry(one).kind() == kind).toList();
  }

  private Optional<Recorded> last(EntryKind kind) {
    List<Recorded> all = all(kind);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// A decision on the report.
  public record Decided(
      Recorded act, Outcome outcome, int severity, String by, String post, String reason) {}

  /// The decisions, in order.
  public List<Decided> decisions() {
    return all(EntryKind.DECISION_TAKEN).stream().map(LiveReport::decided).toList();
  }

  private static Decided decided(Recorded act) {
    Written.Entry entry = entry(act);
    return new Decided(
        act,
        OUTCOMES[entry.number(EntryAttribute.OUTCOME)],
        entry.number(EntryAttribute.SEVERITY),
        or(entry.text(EntryAttribute.BY)),
        or(entry.text(EntryAttribute.POST)),
        or(entry.text(EntryAttribute.REASON)));
  }

  static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// A transfer that was asked for.
  ///
  /// @param answer the other's answer, or null while it waits
  public record Transfer(Recorded act, String to, @Nullable Recorded answer) {

    public boolean accepted() {
      return answer != null
          && "accepted".equals(LiveReport.entry(answer).text(EntryAttribute.SUBJECT));
    }
  }

  /// The last transfer, or nothing.
  public Optional<Transfer> transfer() {
    Optional<Decided> asked =
        decisions().reversed().stream()
            .filter(one -> one.outcome() == Outcome.TRANSFERRED)
            .findFirst();
    return asked.map(one ->
        new Transfer(
            one.act(),
            or(entry(one.act()).text(EntryAttribute.TO)),
            last(EntryKind.TRANSFER_ANSWERED)
                .filter(answer -> answer.logIndex() > one.act().logIndex())
                .orElse(null)));
  }

  /// The agency that the report lies with: the one it was made to, or whoever accepted it.
  public String agency() {
    return transfer()
        .filter(Transfer::accepted)
        .map(Transfer::to)
        .orElseGet(() -> text(EntryAttribute.MADE_TO_BODY));
  }

  /// The decisions that answer the report: all but a transfer, which hands the answer on, and a
  /// decision of the body that had it before.
  public List<Decided> answers() {
    return decisions().stream().filter(one -> one.outcome() != Outcome.TRANSFERRED).toList();
  }

  public boolean isAnswered() {
    return !answers().isEmpty();
  }

  /// The decision that stands, or nothing.
  public Optional<Decided> standing() {
    return answers().isEmpty() ? Optional.empty() : Optional.of(answers().getLast());
  }

  /// Who proposed no further action and waits for a second reader, or nothing.
  public Optional<Recorded> proposed() {
    return last(EntryKind.REPORT_ASSIGNED)
        .filter(one -> SECOND_READING.equals(entry(one).text(EntryAttribute.SUBJECT)))
        .filter(one ->
            later.stream()
                .filter(more -> more.logIndex() > one.logIndex())
                .noneMatch(more ->
                    entry(more).kind() == EntryKind.DECISION_TAKEN
                        || entry(more).kind() == EntryKind.REPORT_ASSIGNED));
  }

  /// Whom the report was last given to, or empty.
  public String assignedTo() {
    return all(EntryKind.REPORT_ASSIGNED).reversed().stream()
        .map(one -> or(entry(one).text(EntryAttribute.WORKER)))
        .filter(worker -> !worker.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// The reporter's disagreement that has no answer yet, or nothing.
  public Optional<Recorded> openDisagreement() {
    long answered = last(EntryKind.DISAGREEMENT_ANSWERED).map(Recorded::logIndex).orElse(-1L);
    return last(EntryKind.DISAGREEMENT_RAISED).filter(one -> one.logIndex() > answered);
  }

  /// Who made the report, as an account's name; empty where nobody was signed in.
  public String account() {
    return text(EntryAttribute.WORKER);
  }

  public String reporterKind() {
    return text(EntryAttribute.REPORTER_KIND);
  }

  /// Where the report stands, in a word or two.
  public String state() {
    if (openDisagreement().isPresent()) {
      return "Disagreed with";
    }
    if (transfer().filter(one -> one.answer() == null).isPresent()) {
      return "Transfer waits";
    }
    if (isAnswered()) {
      return "Decided";
    }
    if (proposed().isPresent()) {
      return "Waits for a second reader";
    }
    return firstRead == null ? "Received" : "Read";
  }
}
