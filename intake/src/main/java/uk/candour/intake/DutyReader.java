package uk.candour.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import uk.candour.record.Duty;
import uk.candour.record.DutyEvent;
import uk.candour.record.EntryKind;
import uk.candour.record.Limit;
import uk.candour.record.Outcome;

/// Reads one duty of a remit: its name, what starts and what stops its clock, its limit, the
/// document that sets it and when it was in force.
final class DutyReader {

  private static final String LIMIT = "one limit as {working-days: 1}, {days: n} or {hours: n}";
  private static final List<Limit.Unit> UNITS =
      List.of(Limit.Unit.WORKING_DAYS, Limit.Unit.DAYS, Limit.Unit.HOURS);

  private final Section.Sheet sheet;

  DutyReader(Section.Sheet sheet) {
    this.sheet = sheet;
  }

  /// The duty, or null where something of it is wrong and was put down.
  @Nullable Duty read(Node node) {
    List<String> keys = List.of("name", "starts", "stops", "limit", "source", "in-force");
    Section section = Section.of(node, "a duty: name, starts, stops, limit", keys, sheet);
    if (section == null) {
      return null;
    }
    String name = section.needText("name", "the duty's name");
    DutyEvent starts = event(section, "starts", "what starts the clock");
    DutyEvent stops = event(section, "stops", "what stops the clock");
    String source = section.text("source", "the document that sets the duty");
    Limit limit = limit(section);
    LocalDate from = null;
    LocalDate to = null;
    Node inForce = section.get("in-force");
    if (inForce != null) {
      Section span = Section.of(inForce, "{from: DAY, to: DAY}", List.of("from", "to"), sheet);
      if (span != null) {
        from = span.day("from");
        to = span.day("to");
        if (from != null && to != null && to.isBefore(from)) {
          sheet.add(inForce, from + " to " + to, "a last day that is not before the first");
          return null;
        }
      }
    }
    if (name == null || starts == null || stops == null || limit == null) {
      return null;
    }
    return new Duty(
        name, starts, starts, stops, limit, source == null ? "" : source.strip(), from, to);
  }

  private @Nullable DutyEvent event(Section section, String key, String what) {
    String word = section.needText(key, what);
    if (word == null) {
      return null;
    }
    DutyEvent event = DutyEvent.ofWord(word);
    if (event == null) {
      sheet.add(section.at(key), word, Nearest.oneOf(word, words()));
    }
    return event;
  }

  /// The words of events, for a message.
  private static List<String> words() {
    List<String> words = new ArrayList<>();
    words.add("answer");
    for (EntryKind kind : EntryKind.values()) {
      if (kind.isOfRemits()) {
        words.add(kind.word());
      }
    }
    for (Outcome outcome : Outcome.values()) {
      words.add(EntryKind.DECISION_TAKEN.word() + ":" + outcome.word());
    }
    return words;
  }

  private @Nullable Limit limit(Section section) {
    Node node = section.need("limit", LIMIT);
    if (node == null) {
      return null;
    }
    List<String> words = UNITS.stream().map(Limit.Unit::word).toList();
    Section limits = Section.of(node, LIMIT, words, sheet);
    if (limits == null) {
      return null;
    }
    if (limits.keys().size() != 1) {
      sheet.add(node, String.join(", ", limits.keys()), LIMIT);
      return null;
    }
    String word = limits.keys().iterator().next();
    Limit.Unit unit = words.contains(word) ? Limit.Unit.ofWord(word) : null;
    Integer number = unit == null ? null : limits.number(word, 1);
    return unit == null || number == null ? null : new Limit(number, unit);
  }
}
