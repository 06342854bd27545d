package uk.candour.inquiry;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.Presence;
import uk.candour.record.EntryKind;

/// The months missing from the record: calendar months of `covers` without a row in sources whose
/// median month has ten rows or more ([MissingMonths]), plus meetings due of which there is no row
/// or no minutes, times their series' interval ([MissingMeetings]).
///
/// Beside the figure, and not in it, stand the reports whose file is missing and the runs of
/// numbers absent from serial ids ([SerialNumbers]). Rows of evidence are the meetings without
/// minutes, the reports without a file, and for what is not there at all the last row before it.
final class WhatIsMissingFromTheRecord implements Question {

  @Override
  public Finding answer(Casebook casebook) {
    var evidence = new Evidence();
    List<MissingMonths> months = MissingMonths.of(casebook);
    MissingMeetings.Found meetings = MissingMeetings.of(casebook);
    List<Breakdown> rows = new ArrayList<>();
    long monthsMissing = 0;
    for (var source : months) {
      monthsMissing += source.missing().size();
      addMonths(casebook, source, rows, evidence);
    }
    long meetingsMissing = 0;
    long meetingMonths = 0;
    for (var series : meetings.judged()) {
      meetingsMissing += series.missing().size();
      meetingMonths += series.months();
      addMeetings(casebook, series, meetings.judged(), rows, evidence);
    }
    addFiles(casebook, rows, evidence);
    addSerialNumbers(casebook, rows, evidence);
    boolean any =
        months.stream().anyMatch(MissingMonths::canBeJudged) || !meetings.judged().isEmpty();
    List<String> caveats = new ArrayList<>();
    if (!any) {
      caveats.add(
          "No source has a median month of ten rows or more, and no series of meetings has"
              + " a first date and an interval.");
    }
    if (meetings.unjudged() > 0) {
      caveats.add(
          Counted.sentence(
                  Counted.of(meetings.unjudged(), "series of meetings", "series of meetings"))
              + " without a date or an interval could not be judged.");
    }
    return new Finding(
        "record.gaps",
        "What is missing from the record?",
        answer(any, monthsMissing, meetingsMissing, meetingMonths),
        any ? (double) (monthsMissing + meetingMonths) : null,
        "months",
        null,
        "Calendar months of a source's covers without a row, by recorded date, where its median"
            + " month has ten rows or more; plus meetings due from the first held to the end of"
            + " covers of which there is no row or no minutes, times the series' interval in months."
            + " Files missing and numbers absent from serial ids are listed and not added.",
        null,
        List.of("A source that had rows every month should have had them in every month."),
        caveats,
        rows,
        evidence);
  }

  private static void addMonths(
      Casebook casebook, MissingMonths source, List<Breakdown> rows, Evidence evidence) {
    List<YearMonth> missing = source.missing();
    if (missing.isEmpty()) {
      return;
    }
    String name = casebook.entries().sources().get(source.source()).name();
    rows.add(
        new Breakdown(
            "months",
            name,
            null,
            (long) missing.size(),
            (long) source.months().size(),
            List.of(new Detail("missing", list(missing)))));
    for (YearMonth month : missing) {
      int before = source.rowBefore(month);
      if (before >= 0) {
        evidence.add(
            before, Evidence.NOBODY, name, "last row before " + month + ", a month without a row");
      }
    }
  }

  private static void addMeetings(
      Casebook casebook,
      MissingMeetings.OfSeries series,
      List<MissingMeetings.OfSeries> all,
      List<Breakdown> rows,
      Evidence evidence) {
    if (series.missing().isEmpty()) {
      return;
    }
    String source = casebook.entries().sources().get(series.source()).name();
    boolean nameIsShared =
        all.stream().filter(other -> other.series().equals(series.series())).count() > 1;
    String key = nameIsShared ? series.series() + " (" + source + ")" : series.series();
    rows.add(
        new Breakdown(
            "meetings",
            key,
            null,
            series.months(),
            (long) series.due() * series.every(),
            List.of(
                new Detail("source", source),
                new Detail("meetings", (long) series.missing().size()),
                new Detail("due", (long) series.due()),
                new Detail("every", (long) series.every()),
                new Detail("missing", list(series.missing())))));
    for (int i = 0; i < series.missing().size(); i++) {
      evidence.add(
          series.rows().get(i),
          Evidence.NOBODY,
          key,
          series.hasRow().get(i)
              ? "no minutes for " + series.missing().get(i)
              : "last row before the meeting due in " + series.missing().get(i));
    }
  }

  private static String list(List<YearMonth> months) {
    return months.stream().map(YearMonth::toString).collect(Collectors.joining(" "));
  }

  private static void addFiles(Casebook casebook, List<Breakdown> rows, Evidence evidence) {
    var entries = casebook.entries();
    var bySource = new CodeTally("files", source -> entries.sources().get(source).name());
    for (int report = 0; report < entries.size(); report++) {
      if (entries.kind(report) != EntryKind.REPORT_MADE
          || !casebook.concerns().counts(report)
          || !entries.has(EntryAttribute.FILE, report)) {
        continue;
      }
      boolean missing =
          entries.code(EntryAttribute.FILE, Presence.class, report) == Presence.MISSING;
      bySource.add(entries.sourceIndex(report), missing);
      if (missing) {
        evidence.count(
            entries.row(report), Evidence.NOBODY, entries.source(report).name(), "file missing");
      }
    }
    rows.addAll(bySource.countsOf());
  }

  private static void addSerialNumbers(Casebook casebook, List<Breakdown> rows, Evidence evidence) {
    for (SerialNumbers.Run run : SerialNumbers.absent(casebook)) {
      String key = run.first() + "-" + run.last();
      String source = casebook.entries().sources().get(run.source()).name();
      rows.add(
          new Breakdown(
              "serial",
              key,
              null,
              run.count(),
              null,
              List.of(new Detail("source", source), new Detail("after", run.id()))));
      evidence.add(
          run.row(), Evidence.NOBODY, source, "last number before " + key + ", which are absent");
    }
  }

  private static String answer(boolean any, long months, long meetings, long meetingMonths) {
    if (!any) {
      return "The records are too thin to tell what is missing from them.";
    }
    if (months + meetingMonths == 0) {
      return "No month is missing from the sources and the minutes that can be judged.";
    }
    return Counted.sentence(
        "%s %s missing: %s without a row, and the months of %s without a row or minutes."
            .formatted(
                Counted.of(months + meetingMonths, "month"),
                Counted.form(months + meetingMonths, "is", "are"),
                Counted.of(months, "month"),
                Counted.of(meetings, "meeting")));
  }
}
