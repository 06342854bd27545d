package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Duty;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// Of the reports to social care whose limit had passed by the as-at date, the share not answered
/// by the end of the first working day after the day of receipt, those never answered included.
///
/// An answer is a decision or a dated answer. A report with an undated decision or answer is in
/// neither term, nor is one whose day of receipt is not known. Where the table of bank holidays
/// does not reach a limit the share is not known, and the finding says so.
final class HowManyReportsWereAnsweredLate implements Question {

  private static final Duty DUTY =
      new Duty(
          "Social care decides within one working day of a referral's receipt what response it"
              + " needs, and tells the referrer.",
          "Keeping children safe in education 2025, paragraph 62; Children in need census guide"
              + " 2023-24, section 4.9",
          false);

  private final WorkingDays workingDays = WorkingDays.england();

  /// How the reports of one team or year fared.
  private static final class Fared {
    long late;
    long never;
    long all;

    void add(Answer answer) {
      all++;
      late += answer == Answer.LATE ? 1 : 0;
      never += answer == Answer.NEVER ? 1 : 0;
    }

    Breakdown row(String by, String key) {
      long notInTime = late + never;
      return new Breakdown(
          by,
          key,
          (double) notInTime / all,
          notInTime,
          all,
          List.of(new Detail("answered-late", late), new Detail("never-answered", never)));
    }
  }

  private enum Answer {
    IN_TIME,
    LATE,
    NEVER
  }

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    int asAt = Days.of(casebook.scope().asAt());
    var all = new Fared();
    Fared[] byTeam = new Fared[entries.dictionary(EntryAttribute.TEAM).size() + 1];
    SortedMap<Integer, Fared> byYear = new TreeMap<>();
    var evidence = new Evidence();
    long undated = 0;
    long beyondTable = 0;
    for (int report = 0; report < entries.size(); report++) {
      if (entries.kind(report) != EntryKind.REPORT_MADE
          || !casebook.concerns().counts(report)
          || !casebook.reports().madeToSocialCare(report)) {
        continue;
      }
      int received = Days.recorded(entries, report);
      if (received == Days.UNDATED || casebook.reports().undatedAnswer(report)) {
        undated++;
        continue;
      }
      int limit = workingDays.firstAfter(received);
      if (limit == Days.UNDATED) {
        beyondTable++;
        continue;
      }
      if (limit > asAt) {
        continue;
      }
      Answer answer = fared(casebook.reports().answeredDay(report), limit);
      all.add(answer);
      int team = entries.raw(EntryAttribute.TEAM, report);
      if (byTeam[team] == null) {
        byTeam[team] = new Fared();
      }
      byTeam[team].add(answer);
      byYear.computeIfAbsent(Days.date(received).getYear(), year -> new Fared()).add(answer);
      if (answer != Answer.IN_TIME) {
        evidence.add(
            entries.row(report),
            Evidence.NOBODY,
            "",
            answer == Answer.LATE ? "answered late" : "never answered");
      }
    }
    return finding(all, breakdown(entries, all, byTeam, byYear), evidence, undated, beyondTable);
  }

  private static Answer fared(int answered, int limit) {
    if (answered == Days.UNDATED) {
      return Answer.NEVER;
    }
    return answered > limit ? Answer.LATE : Answer.IN_TIME;
  }

  private static List<Breakdown> breakdown(
      Entries entries, Fared all, @Nullable Fared[] byTeam, SortedMap<Integer, Fared> byYear) {
    List<Breakdown> rows = new ArrayList<>();
    if (all.all > 0) {
      rows.add(Breakdown.share("answer", "answered-late", all.late, all.all));
      rows.add(Breakdown.share("answer", "never-answered", all.never, all.all));
    }
    TreeMap<String, Breakdown> teams = new TreeMap<>(Tally.IN_ORDER);
    for (int team = 0; team < byTeam.length; team++) {
      Fared fared = byTeam[team];
      if (fared != null) {
        String key =
            team == 0 ? Keys.NOT_RECORDED : entries.dictionary(EntryAttribute.TEAM).value(team);
        teams.put(key, fared.row("team", key));
      }
    }
    rows.addAll(teams.values());
    byYear.forEach((year, fared) -> rows.add(fared.row("year", Integer.toString(year))));
    return rows;
  }

  private Finding finding(
      Fared all, List<Breakdown> breakdown, Evidence evidence, long undated, long beyondTable) {
    long notInTime = all.late + all.never;
    List<String> caveats = new ArrayList<>();
    Double value = null;
    String answer;
    if (beyondTable > 0) {
      caveats.add(
          "Bank holidays are known from %d until %d; the limits of %s lie outside, so the share is"
                  .formatted(
                      workingDays.knownFrom(),
                      workingDays.knownUntil(),
                      Counted.of(beyondTable, "report"))
              + " not known.");
      answer =
          "How many reports to social care were answered late cannot be told: the table of bank"
              + " holidays ends with "
              + workingDays.knownUntil()
              + ".";
    } else if (all.all == 0) {
      caveats.add(
          "No report to social care has a day of receipt, a limit that had passed, and"
              + " either no answer or a dated one.");
      answer = "The records hold no report to social care whose limit can be judged.";
    } else {
      value = (double) notInTime / all.all;
      answer = inWords(notInTime, all);
    }
    if (undated > 0) {
      caveats.add(
          Counted.sentence(Counted.of(undated, "report"))
              + " with an undated receipt, decision or answer "
              + Counted.form(undated, "is", "are")
              + " in neither term of the share.");
    }
    return new Finding(
        "reports.late",
        "How many reports to social care were answered late?",
        answer,
        value,
        "share",
        null,
        "Reports to social care whose limit, the end of the first working day after the day of"
            + " receipt, had passed by the as-at date; the share of them with no decision and no"
            + " dated answer by that limit. Working days are Monday to Friday less England's bank"
            + " holidays.",
        DUTY,
        List.of("A report was received on the day on which it was recorded."),
        caveats,
        breakdown,
        evidence);
  }

  private static String inWords(long notInTime, Fared all) {
    if (notInTime == 0) {
      return all.all == 1
          ? "The only report to social care was answered by the end of the next working day."
          : "All "
              + Counted.number(all.all)
              + " reports to social care were answered by the end of the next working day.";
    }
    return Counted.sentence(
        Counted.of(notInTime, "report")
            + " to social care of "
            + Counted.number(all.all)
            + " ("
            + Counted.percent((double) notInTime / all.all)
            + ") "
            + Counted.form(notInTime, "was", "were")
            + " not answered by the end of the next working day: "
            + Counted.number(all.late)
            + " answered late, "
            + Counted.number(all.never)
            + " never.");
  }
}
