package uk.candour.inquiry;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.record.Concern;
import uk.candour.record.Dictionary;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.Judgement;
import uk.candour.record.EntryAttribute.MonitoringChange;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.Role;
import uk.candour.record.Span;

/// Which entries hold an exploitation concern, and which speak of one.
///
/// An entry **holds** an exploitation concern where its concern is one of the scope's exploitation
/// concerns (a briefing to leaders that names none is about exploitation), where it adds a child to
/// monitoring for one (a removal is none), where it is an assessment with factor 11A (child sexual
/// exploitation) or 12A (trafficking), or where it is a reading that was judged exploited. An entry
/// **speaks** of exploitation where it holds a concern or is an assessment of, or a decision on, a
/// report that does.
final class Concerns {

  private final Entries entries;
  private final Reports reports;
  private final BitSet holds = new BitSet();
  private final BitSet speaks = new BitSet();
  private final BitSet ownArea = new BitSet();
  private final BitSet inPeriod = new BitSet();
  private final BitSet exploitationFactors;

  Concerns(Entries entries, Reports reports) {
    this.entries = entries;
    this.reports = reports;
    this.exploitationFactors = exploitationFactors(entries.dictionary(EntryAttribute.FACTORS));
    var scope = entries.scope();
    var ownSources = new BitSet();
    for (int source = 0; source < entries.sources().size(); source++) {
      ownSources.set(source, entries.sources().get(source).area().equals(scope.area().code()));
    }
    for (int entry = 0; entry < entries.size(); entry++) {
      if (holdsConcern(entry, scope.exploitationConcerns())) {
        holds.set(entry);
        speaks.set(entry);
      }
      ownArea.set(entry, ownSources.get(entries.sourceIndex(entry)));
      inPeriod.set(entry, isExploitedReading(entry) || mayBeIn(scope.period(), entry));
    }
    for (int entry = 0; entry < entries.size(); entry++) {
      int report = reports.reportOf(entry);
      if (report >= 0 && holds.get(report)) {
        speaks.set(entry);
      }
    }
  }

  private boolean mayBeIn(Span period, int entry) {
    int recorded = entries.recorded(entry);
    return PartialDate.isFull(recorded)
        ? recorded >= PartialDate.of(period.from()) && recorded <= PartialDate.of(period.to())
        : period.mayContain(recorded);
  }

  /// Whether the entry itself holds an exploitation concern.
  boolean holds(int entry) {
    return holds.get(entry);
  }

  /// Whether the entry holds an exploitation concern, or is an assessment of or a decision on a
  /// report that does.
  boolean speaks(int entry) {
    return speaks.get(entry);
  }

  /// Whether the entry's source is of the inquiry's own area.
  boolean ownArea(int entry) {
    return ownArea.get(entry);
  }

  /// Whether the entry was recorded in the inquiry's period, or may have been: an undated one, a
  /// partial date that overlaps the period, and a reading judged exploited, whatever its date.
  boolean inPeriod(int entry) {
    return inPeriod.get(entry);
  }

  /// Whether an entry counts in a finding about the inquiry's own area and period.
  boolean counts(int entry) {
    return ownArea.get(entry) && inPeriod.get(entry);
  }

  /// The entry that names the children of whom an entry speaks: itself, but for an assessment that
  /// holds a concern and names nobody, which speaks of the children of its report.
  int naming(int entry) {
    int report = reports.reportOf(entry);
    boolean ofItsReport =
        report >= 0
            && holds.get(entry)
            && entries.kind(entry) == EntryKind.ASSESSMENT_MADE
            && !namesChild(entry);
    return ofItsReport ? report : entry;
  }

  private boolean namesChild(int entry) {
    for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
      if (entries.role(link) == Role.CHILD) {
        return true;
      }
    }
    return false;
  }

  /// The day from which days are counted: that of recording, and none for a reading.
  int day(int entry) {
    return entries.kind(entry) == EntryKind.FILE_READ
        ? Days.UNDATED
        : Days.recorded(entries, entry);
  }

  private boolean holdsConcern(int entry, Set<Concern> exploitation) {
    Concern concern = entries.concern(entry);
    return switch (entries.kind(entry)) {
      case MONITORING_CHANGED ->
          entries.code(EntryAttribute.CHANGE, MonitoringChange.class, entry)
                  == MonitoringChange.ADDED
              && exploitation.contains(concern == null ? Concern.EXPLOITATION : concern);
      case LEADERS_BRIEFED ->
          exploitation.contains(concern == null ? Concern.EXPLOITATION : concern);
      case FILE_READ -> isExploitedReading(entry);
      case ASSESSMENT_MADE -> hasExploitationFactor(entry) || isOneOf(concern, exploitation);
      case REPORT_MADE,
          DECISION_TAKEN,
          MEETING_HELD,
          DIRECTION_GIVEN,
          STATEMENT_MADE,
          CASE_ALLOCATED,
          RECORD_CHANGED,
          CONVICTION_RECORDED,
          PERSON_RECORDED ->
          isOneOf(concern, exploitation);
      case CLOCK_MISSED,
          LINK_ASSERTED,
          LINK_DENIED,
          RECORD_READ,
          REPORT_ASSIGNED,
          TRANSFER_ANSWERED,
          DISAGREEMENT_RAISED,
          DISAGREEMENT_ANSWERED,
          ACCOUNT_CHANGED,
          INQUIRY_RUN,
          SOURCE_LOADED ->
          false;
    };
  }

  private static boolean isOneOf(@Nullable Concern concern, Set<Concern> exploitation) {
    return concern != null && exploitation.contains(concern);
  }

  private boolean isExploitedReading(int entry) {
    return entries.kind(entry) == EntryKind.FILE_READ
        && entries.code(EntryAttribute.JUDGEMENT, Judgement.class, entry) == Judgement.EXPLOITED;
  }

  private boolean hasExploitationFactor(int entry) {
    return exploitationFactors.get(entries.raw(EntryAttribute.FACTORS, entry));
  }

  /// The codes of the lists of factors that name 11A or 12A.
  private static BitSet exploitationFactors(Dictionary factors) {
    var codes = new BitSet();
    for (int code = 1; code <= factors.size(); code++) {
      var named = List.of(factors.value(code).split(" ", -1));
      codes.set(code, named.contains("11A") || named.contains("12A"));
    }
    return codes;
  }
}
