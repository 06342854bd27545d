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
import uk.candour.characteristics.SealedRow;
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
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryKind;
import uk.candour.record.Outcome;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Sex;
import uk.candour.record.Source;
import uk.candour.record.Written;
import uk.candour.record.Written.EntryValue;
import uk.candour.record.Written.PersonValue;

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
  private final ProblemList problems;
  private final Tally tally;
  private final RowTaker taker;
  private final List<Contradiction> waiting = new ArrayList<>();

  private final CodeList referralSources = list("dfe-referral-source");
  private final CodeList closures = list("dfe-closure");
  private final CodeList factors = Meaning.factors();
  private final CodeList ethnicities = list("dfe-ethnicity");
  private final CodeList sexes = list("dfe-sex");
  private final CodeList genders = list("dfe-gender");

  CensusReader(Source source, ProblemList problems, Tally tally, RowTaker taker) {
    this.source = source;
    this.problems = problems;
    this.tally = tally;
    this.taker = taker;
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
          new Episode(episode, rowsBefore + episode.row()).write();
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
      problems.add(
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

  /// An entry whose values are still being added.
  private record Begun(EntryKind kind, List<EntryValue> values) {}

  /// One referral episode on its way into a row as it is written.
  private final class Episode {

    private final ReferralEpisode episode;
    private final int sourceRow;
    private final String id;
    private final Set<String> numbers = new HashSet<>();
    private final List<Begun> begun = new ArrayList<>();

    Episode(ReferralEpisode episode, int sourceRow) {
      this.episode = episode;
      this.sourceRow = sourceRow;
      Child child = episode.child();
      String whose = child.laChildId() == null ? child.upn() : child.laChildId();
      this.id =
          (whose == null ? "row " + sourceRow : whose)
              + "/"
              + (episode.referralDate() == null ? "undated" : episode.referralDate());
    }

    void write() {
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
      List<Written.Entry> entries =
          begun.stream().map(entry -> Written.Entry.of(entry.kind(), entry.values())).toList();
      taker.take(
          sourceRow,
          new Written(Written.Shape.EPISODE, entries, List.of(child()), List.of()),
          sealed());
    }

    private void report() {
      int referred = day(episode.referralDate());
      List<EntryValue> values = values(EntryKind.REPORT_MADE, id);
      if (referred != 0) {
        values.add(EntryValue.of(EntryAttribute.RECORDED, referred));
      }
      String by = episode.referralSource();
      if (by != null) {
        Code code = referralSources.find(by);
        values.add(EntryValue.of(EntryAttribute.BY, code == null ? by : code.label()));
      }
      concerns(values);
      boolean receives =
          source.kind() == AgencyKind.SOCIAL_CARE || source.kind() == AgencyKind.POLICE;
      if (receives) {
        values.add(EntryValue.of(EntryAttribute.MADE_TO_BODY, source.agency()));
      }
      values.add(
          EntryValue.of(
              EntryAttribute.MADE_TO,
              source.kind() == AgencyKind.SOCIAL_CARE
                  ? MadeTo.SOCIAL_CARE
                  : receives ? MadeTo.ANOTHER_BODY : MadeTo.NOBODY));
    }

    /// What the factors of its own assessments say, each known from its assessment on, the gravest
    /// in the order of [Concern] last.
    private void concerns(List<EntryValue> values) {
      values.add(EntryValue.of(EntryAttribute.CONCERN, Concern.OTHER));
      List<EntryValue> found = new ArrayList<>();
      for (Assessment assessment : episode.assessments()) {
        for (String factor : assessment.factors()) {
          Code code = factors.find(factor);
          Concern concern = code == null ? null : Concern.ofWord(code.word());
          if (concern != null) {
            found.add(
                new EntryValue(EntryAttribute.CONCERN, null, concern.ordinal(), made(assessment)));
          }
        }
      }
      found.sort(Comparator.comparingInt(EntryValue::number).reversed());
      values.addAll(found);
    }

    /// An assessment is made when it is authorised; one that is not yet stands at its start.
    private static int made(Assessment assessment) {
      int authorised = day(assessment.authorised());
      return authorised == 0 ? day(assessment.started()) : authorised;
    }

    private void assessment(Assessment assessment) {
      int made = made(assessment);
      List<EntryValue> values =
          onReport(EntryKind.ASSESSMENT_MADE, id + "/assessment" + dated(made), made);
      var found = new TreeSet<String>();
      for (String factor : assessment.factors()) {
        Code code = factors.find(factor);
        if (code != null) {
          found.add(code.code());
        }
      }
      if (!found.isEmpty()) {
        values.add(EntryValue.of(EntryAttribute.FACTORS, String.join(" ", found)));
      }
    }

    private void decision(String what, int made, Outcome outcome, @Nullable String reason) {
      List<EntryValue> values =
          onReport(EntryKind.DECISION_TAKEN, id + "/" + what + dated(made), made);
      values.add(EntryValue.of(EntryAttribute.OUTCOME, outcome));
      if (reason != null) {
        values.add(EntryValue.of(EntryAttribute.REASON, reason));
      }
    }

    private List<EntryValue> onReport(EntryKind kind, String natural, int made) {
      List<EntryValue> values = values(kind, natural);
      values.add(EntryValue.of(EntryAttribute.REPORT, id));
      values.add(EntryValue.of(EntryAttribute.REPORT_SOURCE, source.name()));
      if (made != 0) {
        values.add(EntryValue.of(EntryAttribute.HAPPENED, made));
      }
      return values;
    }

    private void record(String what, @Nullable String date) {
      if (date == null) {
        return;
      }
      int made = day(date);
      String slug = what.toLowerCase(Locale.ROOT).replace(' ', '-');
      List<EntryValue> values = values(EntryKind.PERSON_RECORDED, id + "/" + slug + dated(made));
      values.add(EntryValue.of(EntryAttribute.TEXT, what));
      if (made != 0) {
        values.add(EntryValue.of(EntryAttribute.HAPPENED, made));
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

    /// Begins an entry about the child and gives its values, to be added to.
    private List<EntryValue> values(EntryKind kind, String natural) {
      String number = natural;
      for (int nth = 2; !numbers.add(number); nth++) {
        number = natural + "/" + nth;
      }
      List<EntryValue> values = new ArrayList<>();
      values.add(EntryValue.of(EntryAttribute.ID, number));
      begun.add(new Begun(kind, values));
      return values;
    }

    private Written.Person child() {
      Child child = episode.child();
      List<PersonValue> values = new ArrayList<>();
      identify(values, "la", child.laChildId());
      identify(values, "upn", child.upn());
      child.formerUpns().forEach(former -> identify(values, "former-upn", former));
      int born = day(child.birthDate());
      if (born != 0) {
        values.add(PersonValue.of(PersonAttribute.BORN, born));
      }
      Code sex =
          child.sex() == null ? null : (child.sexIsOldGender() ? genders : sexes).find(child.sex());
      Sex word = sex == null ? null : Sex.ofWord(sex.word());
      if (word != null) {
        values.add(PersonValue.of(PersonAttribute.SEX, word));
      }
      return new Written.Person(Role.CHILD, 1, Written.WHOLE, Written.WHOLE, List.of(), values);
    }

    private static void identify(List<PersonValue> values, String scheme, @Nullable String value) {
      if (value != null) {
        values.add(PersonValue.of(PersonAttribute.ID, scheme + ":" + value));
      }
    }

    private SealedRow sealed() {
      String ethnicity = episode.child().ethnicity();
      Characteristic stated = ethnicity == null ? null : ethnicities.characteristic(ethnicity);
      return stated == null
          ? SealedRow.NOTHING
          : new SealedRow(
              List.of(new SealedRow.OfPerson(0, SealedRow.Kind.STATED, stated, Written.WHOLE)),
              List.of());
    }
  }
}
