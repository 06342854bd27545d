package uk.candour.server.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.candour.record.DutyClock;
import uk.candour.record.DutyState;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Written;
import uk.candour.server.duties.Duties;
import uk.candour.server.pages.Moments;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.Mention;
import uk.candour.server.reports.Words;

/// How a report, a person and a clock are written in one line.
public final class Lines {

  private Lines() {}

  /// A report in a list: who it is about, how grave, and what is due.
  ///
  /// @param late whether the duty is late
  public record ReportLine(
      String reference,
      String children,
      String concern,
      String severity,
      String state,
      String due,
      boolean late,
      String owner) {}

  public static ReportLine report(LiveReport report, Duties duties, Instant now, String owner) {
    var next = duties.next(report, now);
    return new ReportLine(
        report.reference(),
        children(report),
        Words.of(report.concern()),
        Words.severity(report.severity()),
        report.state(),
        next.map(clock -> clock.duty().name() + ": " + Moments.left(now, clock.due())).orElse(""),
        next.filter(clock -> now.isAfter(clock.due())).isPresent(),
        owner);
  }

  static String children(LiveReport report) {
    String names =
        report.people(Role.CHILD).stream().map(Lines::person).collect(Collectors.joining("; "));
    return names.isEmpty() ? "A child not named" : names;
  }

  /// The mentions of all children of a report, as entries name them; the report itself where it
  /// names no child.
  public static List<String> shown(LiveReport report) {
    List<String> mentions =
        report.people(Role.CHILD).stream()
            .map(child -> new Mention(report.reference(), Role.CHILD, child.nth()).toString())
            .toList();
    return mentions.isEmpty() ? List.of(report.reference()) : mentions;
  }

  /// A person as one record describes them: `Leah Marsden, “Lee”, born 9 May 2003`.
  public static String person(Written.Person person) {
    List<String> words = new ArrayList<>();
    String name =
        (text(person, PersonAttribute.FORENAME)
                + " "
                + text(person, PersonAttribute.MIDDLE)
                + " "
                + text(person, PersonAttribute.SURNAME))
            .replaceAll(" +", " ")
            .strip();
    if (!name.isEmpty()) {
      words.add(name);
    }
    for (Written.PersonValue value : person.values()) {
      switch (value.attribute()) {
        case ALIAS -> words.add("“" + value.text() + "”");
        case BORN -> words.add("born " + PartialDate.text(value.number()));
        default -> {
          // Not part of a line.
        }
      }
    }
    String from = number(person, PersonAttribute.AGE_FROM);
    String to = number(person, PersonAttribute.AGE_TO);
    if (!from.isEmpty()) {
      words.add("aged " + (from.equals(to) ? from : from + " to " + to));
    }
    return words.isEmpty() ? "Somebody not named" : String.join(", ", words);
  }

  private static String text(Written.Person person, PersonAttribute attribute) {
    return person.values().stream()
        .filter(value -> value.attribute() == attribute)
        .map(value -> String.valueOf(value.text()))
        .findFirst()
        .orElse("");
  }

  private static String number(Written.Person person, PersonAttribute attribute) {
    return person.values().stream()
        .filter(value -> value.attribute() == attribute)
        .map(value -> String.valueOf(value.number()))
        .findFirst()
        .orElse("");
  }

  /// What else a record says of a person, a value a line.
  public static List<String> details(Written.Person person) {
    List<String> lines = new ArrayList<>();
    for (Written.PersonValue value : person.values()) {
      switch (value.attribute()) {
        case ADDRESS -> lines.add("Address: " + value.text());
        case POSTCODE -> lines.add("Postcode: " + value.text());
        case SCHOOL -> lines.add("School: " + value.text());
        case PHONE -> lines.add("Phone: " + value.text());
        case EMAIL -> lines.add("E-mail: " + value.text());
        case HANDLE -> lines.add("Name online: " + value.text());
        case AREA -> lines.add("District: " + value.text());
        case ID -> lines.add("Number: " + value.text());
        default -> {
          // In the person's line already.
        }
      }
    }
    return lines;
  }

  /// A clock in a line.
  ///
  /// @param state in words
  public record ClockLine(String duty, String state, boolean late, String source, String limit) {}

  public static ClockLine clock(DutyClock clock, Instant now) {
    return switch (clock.at(now)) {
      case DutyState.Due due ->
          line(clock, "Due " + Moments.end(due.by()) + ": " + Moments.left(now, due.by()), false);
      case DutyState.Met met ->
          line(clock, "Met " + Moments.moment(met.at()) + (met.late() ? ", late" : ""), met.late());
      case DutyState.Missed missed ->
          line(clock, "Missed: was due " + Moments.end(missed.due()), true);
      case DutyState.Escalated told ->
          line(
              clock,
              "Missed: was due "
                  + Moments.end(told.due())
                  + ", with the "
                  + rung(told.told())
                  + " since "
                  + Moments.moment(told.toldAt()),
              true);
      case DutyState.Withdrawn gone ->
          line(clock, "No longer owed since " + Moments.moment(gone.at()), false);
    };
  }

  public static String rung(DutyState.Rung rung) {
    return switch (rung) {
      case MANAGER -> "manager";
      case HEAD_OF_SERVICE -> "head of service";
      case SCRUTINEER -> "independent scrutineer";
    };
  }

  private static ClockLine line(DutyClock clock, String state, boolean late) {
    String name = clock.duty().name();
    return new ClockLine(
        name.substring(0, 1).toUpperCase(Locale.UK) + name.substring(1),
        state,
        late,
        clock.duty().source(),
        clock.duty().limit().inWords());
  }
}
