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
import uk.candour.record.Limit;
import uk.candour.record.UsualDuties;

/// Of the reports to social care whose limit had passed by the as-at date, the share not answered
/// by the end of the first working day after the day of receipt, those never answered included.
///
/// An answer is a decision or a dated answer. A report with an undated decision or answer is in
/// neither term, nor is one whose day of receipt is not known. Where the table of bank holidays
/// does not reach a limit the share is not known, and the finding says so.
///
/// A remit may set the duty to answer anew, with another limit and the time in which it was in
/// force; its other duties are measured beside it.
final class HowManyReportsWereAnsweredLate implements Question {

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
    uk.candour.record.Duty duty = DutiesOnReports.toAnswer(casebook);
    Limit allowed = duty == null ? UsualDuties.ANSWER.limit() : duty.limit();
    var all = new Fared();
    Fared[] byTeam = new Fared[entries.dictionary(EntryAttribute.TEAM).size() + 1];
    SortedMap<Integer, Fared> byYear = new TreeMap<>();
    var evidence = new Evidence();
    long undated = 0;
    long beyondTable = 0;
    long inForce = 0;
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
      int limit = DutiesOnReports.lastDay(allowed, received, workingDays);
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
        inForce += duty != null && duty.inForce(Days.date(received)) ? 1 : 0;
        evidence.count(
            entries.row(report),
            Evidence.NOBODY,
            "",
            answer == Answer.LATE ? "answered late" : "never answered");
      }
    }
    List<Breakdown> breakdown = breakdown(entries, all, byTeam, byYear);
    List<String> caveats = caveats(undated, beyondTable, all.all);
    if (duty == null) {
      caveats.add(
          "The remit sets no duty to answer reports; the usual limit is measured all the same.");
    } else if (inForce > 0 && inForce < all.late + all.never) {
      caveats.add(
          Counted.sentence(Counted.of(inForce, "report"))
              + " of these "
              + Counted.form(inForce, "was", "were")
              + " received while the duty was in force: only there is it a breach.");
    }
    addOtherDuties(casebook, breakdown, caveats);
    return finding(
        allowed, measured(duty, all, inForce), all, breakdown, evidence, caveats, beyondTable);
  }

  private static @Nullable Duty measured(
      uk.candour.record.@Nullable Duty duty, Fared all, long inForce) {
    if (duty == null) {
      return null;
    }
    String text =
        duty.equals(UsualDuties.ANSWER)
            ? "Social care decides within one working day of a referral's receipt what response it"
                + " needs, and tells the referrer."
            : Counted.sentence(duty.name()) + " within " + duty.limit().inWords() + ".";
    return new Duty(
        text,
        duty.source().isEmpty() ? "the remit" : duty.source(),
        inForce > 0 && inForce == all.late + all.never);
  }

  /// The remit's further duties, as far as the records of reports can tell of them.
  private void addOtherDuties(Casebook casebook, List<Breakdown> rows, List<String> caveats) {
    List<uk.candour.record.Duty> duties = casebook.scope().duties();
    if (duties == null) {
      return;
    }
    var onReports = new DutiesOnReports(casebook, workingDays);
    for (uk.candour.record.Duty duty : duties) {
      if (duty.isToAnswerReports()) {
        continue;
      }
      if (DutiesOnReports.canMeasure(duty)) {
        rows.add(onReports.measure(duty));
      } else {
        caveats.add(
            "The duty \"%s\", from %s to %s, cannot be measured: only reports, and the decisions and"
                    .formatted(duty.name(), duty.starts().word(), duty.stops().word())
                + " assessments on them, say when a duty began and ended.");
      }
    }
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

  private List<String> caveats(long undated, long beyondTable, long judged) {
    List<String> caveats = new ArrayList<>();
    if (beyondTable > 0) {
      caveats.add(
          "Bank holidays are known from %d until %d; the limits of %s lie outside, so the share is"
                  .formatted(
                      workingDays.knownFrom(),
                      workingDays.knownUntil(),
                      Counted.of(beyondTable, "report"))
              + " not known.");
    } else if (judged == 0) {
      caveats.add(
          "No report to social care has a day of receipt, a limit that had passed, and"
              + " either no answer or a dated one.");
    }
    if (undated > 0) {
      caveats.add(
          Counted.sentence(Counted.of(undated, "report"))
              + " with an undated receipt, decision or answer "
              + Counted.form(undated, "is", "are")
              + " in neither term of the share.");
    }
    return caveats;
  }

  private Finding finding(
      Limit allowed,
      @Nullable Duty duty,
      Fared all,
      List<Breakdown> breakdown,
      Evidence evidence,
      List<String> caveats,
      long beyondTable) {
    long notInTime = all.late + all.never;
    Double value = null;
    String answer;
    if (beyondTable > 0) {
      answer =
          "How many reports to social care were answered late cannot be told: the table of bank"
              + " holidays ends with "
              + workingDays.knownUntil()
              + ".";
    } else if (all.all == 0) {
      answer = "The records hold no report to social care whose limit can be judged.";
    } else {
      value = (double) notInTime / all.all;
      answer = inWords(notInTime, all, limitInWords(allowed));
    }
    return new Finding(
        "reports.late",
        "How many reports to social care were answered late?",
        answer,
        value,
        "share",
        null,
        method(allowed),
        duty,
        List.of("A report was received on the day on which it was recorded."),
        caveats,
        breakdown,
        evidence);
  }

  private static String method(Limit allowed) {
    String limit =
        allowed.equals(UsualDuties.ANSWER.limit())
            ? "the end of the first working day after the day of receipt"
            : "the end of " + allowed.inWords() + " after the day of receipt";
    return "Reports to social care whose limit, "
        + limit
        + ", had passed by the as-at date; the share of them with no decision and no dated answer"
        + " by that limit. Working days are Monday to Friday less England's bank holidays."
        + (allowed.unit() == Limit.Unit.HOURS
            ? " The records hold days, so a limit in hours counts as the days it takes up."
            : "");
  }

  private static String limitInWords(Limit allowed) {
    return allowed.equals(UsualDuties.ANSWER.limit())
        ? "by the end of the next working day"
        : "within " + allowed.inWords();
  }

  private static String inWords(long notInTime, Fared all, String limit) {
    if (notInTime == 0) {
      return all.all == 1
          ? "The only report to social care was answered " + limit + "."
          : "All "
              + Counted.number(all.all)
              + " reports to social care were answered "
              + limit
              + ".";
    }
    return Counted.sentence(
        Counted.of(notInTime, "report")
            + " to social care of "
            + Counted.number(all.all)
            + " ("
            + Counted.percent((double) notInTime / all.all)
            + ") "
            + Counted.form(notInTime, "was", "were")
            + " not answered "
            + limit
            + ": "
            + Counted.number(all.late)
            + " answered late, "
            + Counted.number(all.never)
            + " never.");
  }
}
