package uk.candour.server;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.SealedRow;
import uk.candour.record.AgencyKind;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryKind;
import uk.candour.record.Harm;
import uk.candour.record.PartialDate;
import uk.candour.record.Source;
import uk.candour.record.Written;
import uk.candour.record.Written.EntryValue;
import uk.candour.server.accounts.Account;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Agency;
import uk.candour.server.picture.Picture;
import uk.candour.server.reports.Report;
import uk.candour.store.Act;
import uk.candour.store.Answer;
import uk.candour.store.Conflict;
import uk.candour.store.LiveRecord;
import uk.candour.store.Once;
import uk.candour.store.Opening;
import uk.candour.store.Reader;
import uk.candour.store.References;
import uk.candour.store.Unavailable;

/// Whatever is done here is an entry: this writes it, waits until it is in a signed checkpoint, and
/// lets the picture in memory see it.
public final class Acts {

  /// The agency in whose source the public's reports are rows.
  public static final Agency PUBLIC = new Agency("public", AgencyKind.PARTNERSHIP, "");

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final int TIMES_LOOKED = 20;
  private static final long MILLIS_BETWEEN_LOOKS = 25;
  private static final Duration PATIENCE_OF_A_PAGE = Duration.ofSeconds(15);

  private final LiveRecord record;
  private final Picture picture;
  private final Accounts accounts;
  private final Clock clock;
  private final String area;
  private final LocalDate since;

  public Acts(
      LiveRecord record,
      Picture picture,
      Accounts accounts,
      Clock clock,
      String area,
      LocalDate since) {
    this.record = record;
    this.picture = picture;
    this.accounts = accounts;
    this.clock = clock;
    this.area = area;
    this.since = since;
  }

  /// Today, where the duties' days are counted.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  public Source source(Agency agency) {
    return LiveRecord.liveSource(
        agency.name(), agency.kind(), agency.area().isEmpty() ? area : agency.area(), since);
  }

  private Source source(Account account) {
    return source(accounts.agency(account.agency()).orElse(PUBLIC));
  }

  /// Who reads, for the entry that says so.
  public Reader reader(Account account) {
    return new Reader(account.name(), account.role().title(), source(account));
  }

  /// Writes a report. Waits for the receipt as long as `patience`.
  ///
  /// @param by the account of whoever is signed in, or empty
  public Answer report(
      Report report, Agency agency, String by, @Nullable Once once, Duration patience)
      throws Conflict, Unavailable {
    return record.write(act(report, agency, by, once)).await(patience);
  }

  /// What is known of a reference, or null where there is no such act. A receipt that was given a
  /// moment ago can take another moment to be found again; that is waited for.
  public @Nullable Answer receipt(String reference) throws Unavailable {
    if (!References.isReference(reference)) {
      return null;
    }
    Answer answer = record.receipt(reference);
    for (int times = 0; times < TIMES_LOOKED && answer instanceof Answer.Accepted; times++) {
      try {
        Thread.sleep(MILLIS_BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return answer;
      }
      answer = record.receipt(reference);
    }
    return answer;
  }

  /// Puts down that mentions were shown to somebody, and waits until that is in a signed
  /// checkpoint.
  public void shown(Account to, String purpose, List<String> mentions) throws Unavailable {
    record.shown(reader(to), purpose, mentions);
  }

  /// How many entries the log vouches for.
  public long logSize() throws Unavailable {
    return record.logSize();
  }

  private Act act(Report report, Agency agency, String by, @Nullable Once once) {
    String reference = References.random();
    int today = PartialDate.of(today());
    List<EntryValue> values = new ArrayList<>();
    values.add(EntryValue.of(EntryAttribute.ID, reference));
    if (report.happened() != 0) {
      values.add(EntryValue.of(EntryAttribute.HAPPENED, report.happened()));
    }
    values.add(EntryValue.of(EntryAttribute.RECORDED, today));
    values.add(EntryValue.of(EntryAttribute.CONCERN, report.concern()));
    if (report.severity() != 0) {
      values.add(EntryValue.of(EntryAttribute.SEVERITY, report.severity()));
    }
    text(values, EntryAttribute.BY, agency.equals(PUBLIC) ? "public" : agency.kind().word());
    text(values, EntryAttribute.WORKER, by);
    text(values, EntryAttribute.TEAM, report.team());
    madeTo(values, report.to());
    text(values, EntryAttribute.TEXT, report.text());
    text(values, EntryAttribute.CHILDS_WORDS, report.childsWords());
    int harm = 0;
    for (Harm kind : report.harm()) {
      harm |= kind.bit();
    }
    if (harm != 0) {
      values.add(EntryValue.of(EntryAttribute.HARM, harm));
    }
    text(values, EntryAttribute.REPORTER_KIND, report.reporter().kind());
    text(values, EntryAttribute.REPORTER_NAME, report.reporter().name());
    text(values, EntryAttribute.REPORTER_AGENCY, report.reporter().agency());
    text(values, EntryAttribute.REPORTER_CONTACT, report.reporter().contact());
    Written written =
        new Written(
            Written.Shape.ACT,
            List.of(Written.Entry.of(EntryKind.REPORT_MADE, values)),
            report.people(),
            report.things());
    return Act.of(reference, source(agency), written, report.sealed(), once);
  }

  /// Whether a report can be made to a body: `nobody`, a kind of agency, an agency that there is
  /// here, or empty for social care.
  public boolean isBody(String to) {
    return to.isEmpty()
        || to.equals("nobody")
        || AgencyKind.ofWord(to) != null
        || accounts.agency(to).isPresent();
  }

  /// The parts of a report with the salts of their commitments, for the sender who sends it again
  /// word for word with its key; put down as a reading before they are handed out. Null where the
  /// log holds no such report.
  public @Nullable Opening opening(String reference, Agency agency, Once once) throws Unavailable {
    Opening opening = record.opening(reference, once);
    if (opening != null) {
      record.shown(
          new Reader("the reporter", "by the key of the report", source(agency)),
          "to prove what the reporter reported",
          List.of(reference));
    }
    return opening;
  }

  private void madeTo(List<EntryValue> values, String to) {
    if (to.equals("nobody")) {
      values.add(EntryValue.of(EntryAttribute.MADE_TO, MadeTo.NOBODY));
      return;
    }
    AgencyKind kind = accounts.agency(to).map(Agency::kind).orElse(AgencyKind.ofWord(to));
    boolean isSocialCare = to.isEmpty() || kind == AgencyKind.SOCIAL_CARE;
    values.add(
        EntryValue.of(
            EntryAttribute.MADE_TO, isSocialCare ? MadeTo.SOCIAL_CARE : MadeTo.ANOTHER_BODY));
    values.add(EntryValue.of(EntryAttribute.MADE_TO_BODY, body(to, kind)));
  }

  /// The agency that a report made to a kind of agency lies with: the first of that kind.
  private String body(String to, @Nullable AgencyKind kind) {
    if (accounts.agency(to).isPresent()) {
      return to;
    }
    AgencyKind wanted = kind == null ? AgencyKind.SOCIAL_CARE : kind;
    return accounts.agencies().stream()
        .filter(one -> one.kind() == wanted)
        .map(Agency::name)
        .findFirst()
        .orElse(to.isEmpty() ? AgencyKind.SOCIAL_CARE.word() : to);
  }

  private static void text(List<EntryValue> values, EntryAttribute attribute, String text) {
    if (!text.isEmpty()) {
      values.add(EntryValue.of(attribute, text));
    }
  }

  /// What an entry says, gathered value by value.
  public static final class Saying {

    private final List<EntryValue> values = new ArrayList<>();

    public Saying text(EntryAttribute attribute, String text) {
      Acts.text(values, attribute, text);
      return this;
    }

    public Saying code(EntryAttribute attribute, Enum<?> constant) {
      values.add(EntryValue.of(attribute, constant));
      return this;
    }

    /// A date, or a number other than 0.
    public Saying number(EntryAttribute attribute, int number) {
      if (number != 0) {
        values.add(EntryValue.of(attribute, number));
      }
      return this;
    }
  }

  /// Writes an entry of one account's doing and waits for its receipt.
  public Answer write(Account by, EntryKind kind, UnaryOperator<Saying> saying) throws Unavailable {
    return write(
        source(by),
        kind,
        null,
        what ->
            saying.apply(
                what.text(EntryAttribute.BY, by.name())
                    .text(EntryAttribute.POST, by.role().title())
                    .text(EntryAttribute.TEAM, by.team())));
  }

  /// Writes an entry that nobody did by hand, such as a missed clock.
  public Answer write(Agency agency, EntryKind kind, UnaryOperator<Saying> saying)
      throws Unavailable {
    return write(source(agency), kind, null, saying);
  }

  /// Writes such an entry where it was not written before under its key.
  public Answer writeOnce(Agency agency, EntryKind kind, String key, UnaryOperator<Saying> saying)
      throws Unavailable {
    byte[] whole = key.getBytes(StandardCharsets.UTF_8);
    return write(source(agency), kind, Once.of("service", key, whole), saying);
  }

  /// The agency of a name; a name that no agency has is the public's.
  public Agency agency(String name) {
    return accounts.agency(name).orElse(PUBLIC);
  }

  private Answer write(
      Source source, EntryKind kind, @Nullable Once once, UnaryOperator<Saying> saying)
      throws Unavailable {
    String reference = References.random();
    int today = PartialDate.of(today());
    Saying what =
        saying.apply(
            new Saying()
                .text(EntryAttribute.ID, reference)
                .number(EntryAttribute.HAPPENED, today)
                .number(EntryAttribute.RECORDED, today));
    Act act =
        Act.of(
            reference,
            source,
            new Written(
                Written.Shape.ACT,
                List.of(Written.Entry.of(kind, what.values)),
                List.of(),
                List.of()),
            SealedRow.NOTHING,
            once);
    try {
      Answer answer = record.write(act).await(PATIENCE_OF_A_PAGE);
      picture.catchUp();
      return answer;
    } catch (Conflict e) {
      throw new IllegalStateException("a key of our own stood for something else", e);
    }
  }
}
