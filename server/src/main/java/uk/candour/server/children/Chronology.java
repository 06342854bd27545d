package uk.candour.server.children;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.candour.record.Concern;
import uk.candour.record.EntryAttribute;
import uk.candour.record.Outcome;
import uk.candour.record.PartialDate;
import uk.candour.record.Role;
import uk.candour.record.Written;
import uk.candour.server.decisions.Lines;
import uk.candour.server.picture.People;
import uk.candour.server.picture.Picture;
import uk.candour.server.reports.Words;
import uk.candour.store.Recorded;

/// What is held of a child over all agencies, in the order in which it happened.
public final class Chronology {

  private Chronology() {}

  /// An entry about the child.
  ///
  /// @param evidence the source and row, or the reference, that it rests on
  public record Event(
      String date, String what, String agency, String evidence, String said, List<String> words) {}

  /// The acts that mention the child or are on a report that does, each once.
  static Collection<Recorded> acts(List<People.Told> child, Picture picture) {
    Map<String, Recorded> acts = new LinkedHashMap<>();
    for (People.Told told : child) {
      acts.put(told.act().reference(), told.act());
      picture.onReportsOf(told.act()).forEach(act -> acts.put(act.reference(), act));
    }
    return acts.values();
  }

  static List<Event> of(Collection<Recorded> acts, List<People.Told> child) {
    record Dated(int date, long index, Event event) {}
    List<Dated> events = new ArrayList<>();
    for (Recorded act : acts) {
      for (Written.Entry entry : act.written().entries()) {
        events.add(
            new Dated(entry.happened(), act.logIndex(), event(act, entry, named(act, child))));
      }
    }
    return events.stream()
        .sorted(Comparator.comparingInt(Dated::date).thenComparingLong(Dated::index))
        .map(Dated::event)
        .toList();
  }

  private static People.@Nullable Told named(Recorded act, List<People.Told> child) {
    return child.stream()
        .filter(told -> told.act().reference().equals(act.reference()))
        .findFirst()
        .orElse(null);
  }

  private static Event event(Recorded act, Written.Entry entry, People.@Nullable Told named) {
    List<String> words = new ArrayList<>();
    add(words, "", entry.text(EntryAttribute.TEXT));
    add(words, "The child’s own words: ", entry.text(EntryAttribute.CHILDS_WORDS));
    add(words, "Reason: ", entry.text(EntryAttribute.REASON));
    boolean live = act.written().shape() == Written.Shape.ACT;
    return new Event(
        entry.happened() == 0 ? "No date" : PartialDate.text(entry.happened()),
        what(entry),
        act.source().agency(),
        live ? "entry " + act.reference() : act.source().name() + ", row " + act.row(),
        named == null
            ? ""
            : (named.mention().role() == Role.CHILD
                    ? ""
                    : "As " + named.mention().role().word() + ": ")
                + Lines.person(named.person()),
        words);
  }

  private static void add(List<String> words, String before, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      words.add(before + text);
    }
  }

  private static String what(Written.Entry entry) {
    return switch (entry.kind()) {
      case REPORT_MADE -> {
        int severity = entry.number(EntryAttribute.SEVERITY);
        yield "Report: "
            + Words.of(Concern.values()[entry.number(EntryAttribute.CONCERN)])
            + (severity == 0 ? "" : ", severity " + Words.severity(severity));
      }
      case DECISION_TAKEN ->
          "Decision: " + Words.of(Outcome.values()[entry.number(EntryAttribute.OUTCOME)]);
      case ASSESSMENT_MADE -> "Assessment";
      case MONITORING_CHANGED -> "Monitoring list changed";
      case MEETING_HELD -> "Meeting: " + entry.text(EntryAttribute.SERIES);
      case STATEMENT_MADE -> "Statement of a witness";
      case CASE_ALLOCATED -> "Allocated to a team";
      case RECORD_CHANGED -> "A record was changed";
      case CONVICTION_RECORDED -> "Conviction";
      case PERSON_RECORDED -> "Recorded";
      case FILE_READ -> "Case file read";
      case CLOCK_MISSED -> "Clock missed: " + entry.text(EntryAttribute.DUTY);
      case REPORT_ASSIGNED -> "Report given to somebody";
      case TRANSFER_ANSWERED -> "Transfer " + entry.text(EntryAttribute.SUBJECT);
      case DISAGREEMENT_RAISED -> "The reporter disagrees";
      case DISAGREEMENT_ANSWERED -> "Disagreement answered";
      default -> entry.kind().word().replace('-', ' ');
    };
  }
}
