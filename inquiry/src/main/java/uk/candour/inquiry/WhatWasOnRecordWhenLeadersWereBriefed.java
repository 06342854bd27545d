package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;

/// The children on record on the day of the first briefing to leaders about exploitation; and for
/// every such briefing the children, the suspects and the unanswered reports on record by then, and
/// what was done.
///
/// **On record by a day** means recorded by it in the agencies' own files: of a child, the first
/// exploitation concern; of a suspect, an entry that names somebody as one and an entry with that
/// person's surname; of a report made to somebody, that it was recorded by then and that neither a
/// decision nor an answer was known by then. It is what the agencies held between them. What the
/// leaders in the room were told is in the briefing.
final class WhatWasOnRecordWhenLeadersWereBriefed implements Question {

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    int[] briefings = briefings(casebook);
    int[] dated =
        Arrays.stream(briefings)
            .filter(briefing -> Days.happened(entries, briefing) != Days.UNDATED)
            .toArray();
    int[] childDays = childDays(casebook.central());
    int[] suspectDays = suspectDays(casebook);
    var waiting = new Waiting(casebook);
    List<Breakdown> rows = rows(entries, briefings, childDays, suspectDays, waiting);
    var evidence = new Evidence();
    if (dated.length == 0) {
      for (int briefing : briefings) {
        evidence.add(entries.row(briefing), Evidence.NOBODY, Keys.NOT_RECORDED, "briefing");
      }
      return finding(
          "No dated briefing to leaders about exploitation is on record.",
          null,
          null,
          List.of(
              briefings.length == 0
                  ? "No source holds a briefing to leaders about exploitation."
                  : "No briefing to leaders about exploitation has a day."),
          rows,
          evidence);
    }
    int day = Days.happened(entries, dated[0]);
    addEvidence(casebook, evidence, dated[0], day);
    int children = by(childDays, day);
    return finding(
        answer(entries, dated[0], day, children, by(suspectDays, day), waiting.on(day)),
        (double) children,
        casebook.overLinkings(view -> by(childDays(view), day)),
        caveats(casebook),
        rows,
        evidence);
  }

  private static Finding finding(
      String answer,
      @Nullable Double value,
      Finding.@Nullable Interval interval,
      List<String> caveats,
      List<Breakdown> rows,
      Evidence evidence) {
    return new Finding(
        "leaders.knew",
        "What was on record when leaders were briefed?",
        answer,
        value,
        "children",
        interval,
        "Seen children whose first exploitation concern was recorded by the day of the first"
            + " briefing to leaders about exploitation. For every briefing: the same, the suspects"
            + " named by a surname, and the reports made to somebody with neither a decision nor an"
            + " answer known by then.",
        null,
        List.of("On record means in an agency's own entries, not that anybody read them."),
        caveats,
        rows,
        evidence);
  }

  /// The briefings about exploitation, dated ones first in the order of their days.
  private static int[] briefings(Casebook casebook) {
    var entries = casebook.entries();
    return IntStream.range(0, entries.size())
        .filter(entry ->
            entries.kind(entry) == EntryKind.LEADERS_BRIEFED
                && casebook.concerns().holds(entry)
                && casebook.concerns().counts(entry))
        .boxed()
        .sorted(
            Comparator.comparingInt(
                    (Integer briefing) -> {
                      int day = Days.happened(entries, briefing);
                      return day == Days.UNDATED ? Days.NEVER : day;
                    })
                .thenComparing(briefing -> briefing))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<Breakdown> rows(
      Entries entries, int[] briefings, int[] childDays, int[] suspectDays, Waiting reports) {
    List<Breakdown> rows = new ArrayList<>();
    for (int briefing : briefings) {
      int day = Days.happened(entries, briefing);
      boolean dated = day != Days.UNDATED;
      List<Detail> details = new ArrayList<>();
      details.add(new Detail("to", entries.text(EntryAttribute.TO, briefing)));
      details.add(new Detail("subject", entries.text(EntryAttribute.SUBJECT, briefing)));
      details.add(new Detail("suspects", dated ? (long) by(suspectDays, day) : null));
      details.add(new Detail("unanswered-reports", dated ? reports.on(day) : null));
      details.add(new Detail("action", action(entries, briefing)));
      rows.add(
          new Breakdown(
              "briefing",
              Days.text(day),
              null,
              dated ? (long) by(childDays, day) : null,
              null,
              details));
    }
    return rows;
  }

  /// What was done: the date of the action as the record gives it, or null where none is on record
  /// by the as-at date.
  private static @Nullable String action(Entries entries, int briefing) {
    return Days.hasPassed(entries, EntryAttribute.ACTION, briefing)
        ? PartialDate.text(entries.date(EntryAttribute.ACTION, briefing))
        : null;
  }

  /// The days on which the children known by more than a forename were first on record, in order.
  private static int[] childDays(View view) {
    return view.children()
        .all()
        .map(view.children()::firstDay)
        .filter(day -> day != Days.UNDATED)
        .sorted()
        .toArray();
  }

  /// The days on which suspects were first on record as suspects and by a surname, in order.
  private static int[] suspectDays(Casebook casebook) {
    var entries = casebook.entries();
    var suspects = casebook.central().suspects();
    return IntStream.range(0, suspects.size())
        .filter(suspects::named)
        .map(suspect ->
            Math.max(
                IntStream.of(suspects.entries(suspect))
                    .map(entry -> Days.knownFrom(entries, entry))
                    .min()
                    .orElse(Days.NEVER),
                surnameDay(casebook, suspects.person(suspect))))
        .sorted()
        .toArray();
  }

  private static int surnameDay(Casebook casebook, int person) {
    var entries = casebook.entries();
    var persons = casebook.central().persons();
    int first = Days.NEVER;
    for (int n = 0; n < persons.mentions(person); n++) {
      int mention = persons.mention(person, n);
      for (int i = 0; i < entries.entriesOf(mention); i++) {
        if (entries.people().has(PersonAttribute.SURNAME, mention)
            && casebook.concerns().ownArea(entries.entryOf(mention, i))) {
          first = Math.min(first, Days.knownFrom(entries, entries.entryOf(mention, i)));
        }
      }
    }
    return first;
  }

  /// How many of some days in order had come by a day.
  private static int by(int[] inOrder, int day) {
    int at = Arrays.binarySearch(inOrder, day);
    if (at < 0) {
      return -at - 1;
    }
    while (at < inOrder.length && inOrder[at] == day) {
      at++;
    }
    return at;
  }

  /// The reports made to somebody: how many of them waited for an answer on a day.
  private static final class Waiting {

    private final int[] recorded;
    private final int[] answered;

    Waiting(Casebook casebook) {
      var entries = casebook.entries();
      int[] reports =
          IntStream.range(0, entries.size())
              .filter(entry ->
                  entries.kind(entry) == EntryKind.REPORT_MADE
                      && casebook.concerns().counts(entry)
                      && casebook.reports().madeToSomebody(entry))
              .toArray();
      this.recorded =
          Arrays.stream(reports).map(report -> Days.knownFrom(entries, report)).sorted().toArray();
      this.answered =
          Arrays.stream(reports)
              .map(report ->
                  Math.max(
                      Days.knownFrom(entries, report), casebook.reports().answeredFrom(report)))
              .sorted()
              .toArray();
    }

    long on(int day) {
      return (long) by(recorded, day) - by(answered, day);
    }
  }

  private static void addEvidence(Casebook casebook, Evidence evidence, int briefing, int day) {
    var entries = casebook.entries();
    var children = casebook.central().children();
    String key = Days.text(day);
    evidence.add(entries.row(briefing), Evidence.NOBODY, key, "first briefing about exploitation");
    children
        .all()
        .filter(
            child -> children.firstDay(child) != Days.UNDATED && children.firstDay(child) <= day)
        .forEach(child ->
            evidence.add(
                casebook
                    .central()
                    .persons()
                    .row(children.person(child), children.firstConcern(child)),
                children.person(child),
                key,
                "first concern, on record by then"));
  }

  private static List<String> caveats(Casebook casebook) {
    var children = casebook.central().children();
    long undated = children.all().filter(child -> children.firstDay(child) == Days.UNDATED).count();
    return undated == 0
        ? List.of()
        : List.of(
            Counted.sentence(Counted.of(undated, "seen child", "seen children"))
                + " without a dated concern "
                + Counted.form(undated, "is", "are")
                + " in none of these figures.");
  }

  private static String answer(
      Entries entries, int briefing, int day, int children, long suspects, long unanswered) {
    String action = action(entries, briefing);
    return "When leaders were first briefed, on %s, %s, %s and %s were on record; %s."
        .formatted(
            Days.inWords(Days.date(day)),
            Counted.of(children, "child", "children"),
            Counted.of(suspects, "named suspect"),
            Counted.of(unanswered, "unanswered report"),
            action == null
                ? "no action on the briefing is on record"
                : "the action on it is dated " + action);
  }
}
