package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.intake.CodeList.Code;
import uk.candour.intake.Problems.Kind;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.intake.ReferralEpisode.Assessment;
import uk.candour.intake.ReferralEpisode.Child;
import uk.candour.intake.ReferralEpisode.NeedPlan;
import uk.candour.intake.ReferralEpisode.PreProceedings;
import uk.candour.intake.ReferralEpisode.ProtectionPlan;
import uk.candour.intake.ReferralEpisode.Review;
import uk.candour.intake.ReferralEpisode.Section47;
import uk.candour.record.AgencyKind;
import uk.candour.record.Concern;
import uk.candour.record.Entries;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryKind;
import uk.candour.record.Outcome;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Sex;
import uk.candour.record.Source;
import uk.candour.record.Standing;

/// Turns the referral episodes of a children-in-need census into entries, as the contract says: the
/// referral is a report; no further action is a decision without a date; a section 47 enquiry is a
/// decision on the day it began, an assessment an entry of its own, a closure a decision; plans,
/// reviews and conferences are kept as records of the child.
///
/// A census numbers children and not referrals, and an open episode returns year after year. So a
/// referral's number is the authority's number of the child with the referral's date, what follows
/// it carries that number and its own date, and what has the same number counts once.
final class CensusReader {

  private final Source source;
  private final RowReader.Desk desk;
  private final EntriesBuilder entries;
  private final Tally tally;
  private final FingerprintIndex byId = new FingerprintIndex();
  private final FingerprintIndex mentioned = new FingerprintIndex();
  private final Fingerprint print = new Fingerprint();
  private final List<Contradiction> waiting = new ArrayList<>();

  private final CodeList referralSources = list("dfe-referral-source");
  private final CodeList closures = list("dfe-closure");
  private final CodeList factors = Meaning.factors();
  private final CodeList ethnicities = list("dfe-ethnicity");
  private final CodeList sexes = list("dfe-sex");
  private final CodeList genders = list("dfe-gender");

  CensusReader(Source source, RowReader.Desk desk, Tally tally) {
    this.source = source;
    this.desk = desk;
    this.entries = desk.entries();
    this.tally = tally;
  }

  private static CodeList list(String name) {
    return Objects.requireNonNull(CodeList.named(name), name);
  }

  /// Reads one file and gives the number of its episodes.
  ///
  /// @param progress hears each row of the source
  int read(Path file, int rowsBefore, IntConsumer progress, TableNotes notes) throws IOException {
    int before = tally.rows;
    CinCensus.read(
        file,
        episode -> {
          tell(rowsBefore);
          tally.rows++;
          new Episode(episode, rowsBefore + episode.row()).append();
          progress.accept(rowsBefore + episode.row());
        },
        waiting::add,
        notes);
    tell(rowsBefore);
    return tally.rows - before;
  }

  /// Lists what contradicts itself in the episodes of the child before, in their order.
  private void tell(int rowsBefore) {
    waiting.sort(Comparator.comparingInt(Contradiction::row));
    for (Contradiction found : waiting) {
      int row = found.row() == 0 ? 0 : rowsBefore + found.row();
      desk.problems()
          .add(
              new RowProblem(
                  Kind.CONTRADICTION,
                  source.name(),
                  row,
                  found.element(),
                  found.value(),
                  found.expectedBy()));
    }
    waiting.clear();
  }

  /// The day that an element gives, or [PartialDate#NOT_RECORDED]; what is no day is listed as a
  /// contradiction already.
  private static int day(@Nullable String text) {
    if (text == null) {
      return PartialDate.NOT_RECORDED;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() < 1 || day.getYear() > 9999
          ? PartialDate.NOT_RECORDED
          : PartialDate.of(day);
    } catch (DateTimeParseException e) {
      return PartialDate.NOT_RECORDED;
    }
  }

  /// One referral episode on its way into entries.
  private final class Episode {

    private final ReferralEpisode episode;
    private final int sourceRow;
    private final int row;
    private final String id;
    private final Set<String> numbers = new HashSet<>();
    private int mention = FingerprintIndex.ABSENT;
    private int mentionBefore = FingerprintIndex.ABSENT;

    Episode(ReferralEpisode episode, int sourceRow) {
      this.episode = episode;
      this.sourceRow = sourceRow;
      this.row = entries.globalRow(sourceRow);
      Child child = episode.child();
      String whose = child.laChildId() == null ? child.upn() : child.laChildId();
      this.id =
          (whose == null ? "row " + sourceRow : whose)
              + "/"
              + (episode.referralDate() == null ? "undated" : episode.referralDate());
    }

    void append() {
      report();
      if (episode.isNoFurtherAction()) {
        decision("no-further-action", 0, Outcome.NO_FURTHER_ACTION, null);
      }
      for (Assessment assessment : episode.assessments()) {
        assessment(assessment);
      }
      for (Section47 enquiry : episode.section47s()) {
        decision("section-47", day(enquiry.started()), Outcome.SECTION_47, null);
        record("Initial child protection conference", enquiry.conference());
      }
      record("Initial child protection conference", episode.initialConference());
      for (NeedPlan plan : episode.needPlans()) {
        record("Child in need plan begun", plan.started());
        record("Child in need plan ended", plan.ended());
      }
      for (ProtectionPlan plan : episode.protectionPlans()) {
        record("Child protection plan begun", plan.started());
        for (Review review : plan.reviews()) {
          record("Child protection plan reviewed", review.held());
        }
        record("Child protection plan ended", plan.ended());
      }
      for (PreProceedings proceedings : episode.preProceedings()) {
        proceedings(proceedings);
      }
      if (episode.closureDate() != null || episode.reasonForClosure() != null) {
        String reason = episode.reasonForClosure();
        Code code = reason == null ? null : closures.find(reason);
        decision(
            "closed",
            day(episode.closureDate()),
            Outcome.CLOSED,
            code == null ? reason : code.label());
      }
      if (mention == FingerprintIndex.ABSENT && mentionBefore != FingerprintIndex.ABSENT) {
        entries.repeats(row, 1, mentionBefore, id);
      }
    }

    private void report() {
      int referred = day(episode.referralDate());
      int report = entry(EntryKind.REPORT_MADE, id, referred);
      if (report < 0) {
        return;
      }
      if (referred != 0) {
        entries.setDate(report, EntryAttribute.RECORDED, referred);
      }
      String by = episode.referralSource();
      if (by != null) {
        Code code = referralSources.find(by);
        entries.set(report, EntryAttribute.BY, code == null ? by : code.label());
      }
      entries.setCode(report, EntryAttribute.CONCERN, concern());
      boolean receives =
          source.kind() == AgencyKind.SOCIAL_CARE || source.kind() == AgencyKind.POLICE;
      if (receives) {
        entries.set(report, EntryAttribute.MADE_TO_BODY, source.agency());
      }
      entries.setCode(
          report,
          EntryAttribute.MADE_TO,
          source.kind() == AgencyKind.SOCIAL_CARE
              ? MadeTo.SOCIAL_CARE
              : receives ? MadeTo.ANOTHER_BODY : MadeTo.NOBODY);
    }

    /// The gravest that the factors of its own assessments say, in the order of [Concern], as far
    /// as these were held by the as-at date.
    private Concern concern() {
      Concern gravest = Concern.OTHER;
      for (Assessment assessment : episode.assessments()) {
        if (!isHeld(made(assessment))) {
          continue;
        }
        for (String factor : assessment.factors()) {
          Code code = factors.find(factor);
          Concern concern = code == null ? null : Concern.ofWord(code.word());
          if (concern != null && concern.compareTo(gravest) < 0) {
            gravest = concern;
          }
        }
      }
      return gravest;
    }

    /// An assessment is made when it is authorised; one that is not yet stands at its start.
    private static int made(Assessment assessment) {
      int authorised = day(assessment.authorised());
      return authorised == 0 ? day(assessment.started()) : authorised;
    }

    private void assessment(Assessment assessment) {
      int made = made(assessment);
      int entry = entry(EntryKind.ASSESSMENT_MADE, id + "/assessment" + dated(made), made);
      if (entry < 0) {
        return;
      }
      onReport(entry, made);
      var found = new TreeSet<String>();
      for (String factor : assessment.factors()) {
        Code code = factors.find(factor);
        if (code != null) {
          found.add(code.code());
        }
      }
      if (!found.isEmpty()) {
        entries.set(entry, EntryAttribute.FACTORS, String.join(" ", found));
      }
    }

    private void decision(String what, int made, Outcome outcome, @Nullable String reason) {
      int entry = entry(EntryKind.DECISION_TAKEN, id + "/" + what + dated(made), made);
      if (entry < 0) {
        return;
      }
      onReport(entry, made);
      entries.setCode(entry, EntryAttribute.OUTCOME, outcome);
      if (reason != null) {
        entries.set(entry, EntryAttribute.REASON, reason);
      }
    }

    private void onReport(int entry, int made) {
      entries.set(entry, EntryAttribute.REPORT, id);
      entries.set(entry, EntryAttribute.REPORT_SOURCE, source.name());
      if (made != 0) {
        entries.setDate(entry, EntryAttribute.HAPPENED, made);
      }
    }

    private void record(String what, @Nullable String date) {
      if (date == null) {
        return;
      }
      int made = day(date);
      String slug = what.toLowerCase(Locale.ROOT).replace(' ', '-');
      int entry = entry(EntryKind.PERSON_RECORDED, id + "/" + slug + dated(made), made);
      if (entry >= 0) {
        entries.set(entry, EntryAttribute.TEXT, what);
        if (made != 0) {
          entries.setDate(entry, EntryAttribute.HAPPENED, made);
        }
      }
    }

    private void proceedings(PreProceedings proceedings) {
      for (int i = 0; i < proceedings.values().size(); i++) {
        if (day(proceedings.values().get(i)) != 0) {
          record("Pre-proceedings: " + proceedings.elements().get(i), proceedings.values().get(i));
        }
      }
    }

    private static String dated(int date) {
      return date == 0 ? "" : "/" + PartialDate.text(date);
    }

    private boolean isHeld(int date) {
      return Entries.held(date, desk.asAt(), source.extracted());
    }

    /// Makes an entry about the child, unless it was not yet held or an entry before has its
    /// number; then -1.
    private int entry(EntryKind kind, String natural, int date) {
      String number = natural;
      for (int nth = 2; !numbers.add(number); nth++) {
        number = natural + "/" + nth;
      }
      if (!isHeld(date)) {
        tally.notYetKnown++;
        return -1;
      }
      print.reset();
      print.add(kind.ordinal());
      print.add(number);
      int before = byId.putIfAbsent(print, entries.size());
      if (before != FingerprintIndex.ABSENT) {
        if (kind == EntryKind.REPORT_MADE) {
          tally.repeated++;
          repeated(number, before);
        }
        return -1;
      }
      int entry = entries.entry(kind, row);
      tally.entries++;
      tally.undated += date == 0 ? 1 : 0;
      entries.set(entry, EntryAttribute.ID, number);
      if (mention == FingerprintIndex.ABSENT) {
        mention = child();
      }
      mention(entry);
      return entry;
    }

    private void repeated(String number, int before) {
      int first = entries.row(before) - entries.globalRow(1) + 1;
      desk.problems()
          .add(
              new RowProblem(
                  Kind.REPEATED,
                  source.name(),
                  sourceRow,
                  "LAchildID+CINreferralDate",
                  number,
                  "each referral once: counted with row " + first));
      printMention(before);
      int known = mentioned.find(print);
      if (known != FingerprintIndex.ABSENT) {
        seal(known);
        mentionBefore = known;
      } else {
        mention = child();
        mention(before);
      }
    }

    private void mention(int entry) {
      printMention(entry);
      mentioned.putIfAbsent(print, mention);
      entries.mentions(entry, mention, Role.CHILD, Standing.NAMED);
    }

    private void printMention(int entry) {
      Child child = episode.child();
      print.reset();
      print.add(entry);
      print.add(String.valueOf(child.laChildId()));
      print.add(String.valueOf(child.upn()));
      print.add(day(child.birthDate()));
      print.add(String.valueOf(child.sex()));
    }

    private int child() {
      Child child = episode.child();
      int person = entries.person(row, 1);
      identify(person, "la", child.laChildId());
      identify(person, "upn", child.upn());
      child.formerUpns().forEach(former -> identify(person, "former-upn", former));
      int born = day(child.birthDate());
      if (born != 0) {
        entries.setDate(person, PersonAttribute.BORN, born);
      }
      Code sex =
          child.sex() == null ? null : (child.sexIsOldGender() ? genders : sexes).find(child.sex());
      Sex word = sex == null ? null : Sex.ofWord(sex.word());
      if (word != null) {
        entries.setCode(person, PersonAttribute.SEX, word);
      }
      seal(person);
      return person;
    }

    private void identify(int person, String scheme, @Nullable String value) {
      if (value != null) {
        entries.set(person, PersonAttribute.ID, scheme + ":" + value);
      }
    }

    private void seal(int person) {
      String ethnicity = episode.child().ethnicity();
      Characteristic stated = ethnicity == null ? null : ethnicities.characteristic(ethnicity);
      if (stated != null) {
        desk.sealed().mention(person, stated, null, null);
      }
    }
  }
}
