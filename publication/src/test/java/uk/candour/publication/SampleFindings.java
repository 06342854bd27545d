package uk.candour.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.ConcernsAndAnswers;
import uk.candour.inquiry.Evidence;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Duty;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.inquiry.Network;
import uk.candour.inquiry.Network.Acted;
import uk.candour.inquiry.Network.Alone;
import uk.candour.inquiry.Network.Join;
import uk.candour.inquiry.Network.Tie;
import uk.candour.inquiry.RowsByMonth;
import uk.candour.inquiry.RowsByMonth.Month;
import uk.candour.inquiry.RowsByMonth.SourceMonths;
import uk.candour.inquiry.SeverityFlow;
import uk.candour.inquiry.SeverityFlow.Flow;
import uk.candour.inquiry.WaitingTimes;
import uk.candour.inquiry.WaitingTimes.Step;
import uk.candour.linkage.Linked.LinkError;
import uk.candour.publication.PublicationInput.Problems;
import uk.candour.record.AgencyKind;
import uk.candour.record.Area;
import uk.candour.record.Concern;
import uk.candour.record.Entries;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.InputFile;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Scope;
import uk.candour.record.Sex;
import uk.candour.record.Source;
import uk.candour.record.Span;
import uk.candour.record.Standing;

/// A made-up inquiry with every finding, among them awkward ones: no value, zero, huge, long words,
/// text that would be markup, a formula or unreadable if it were written as it is.
public final class SampleFindings {

  static final String MARKUP = "<script>alert('x')</script> & \"quoted\"";
  static final String FORMULA = "=HYPERLINK(\"x\")";
  static final String TURNED = "abc\u202Edef";
  static final String LONG = "Multiagencysafeguardinghubreferralandassessmentcoordinationteam";

  private static final int ROWS = 240;
  private static final String[] TEAMS = {"Duty team", MARKUP, FORMULA, TURNED, LONG};

  private SampleFindings() {}

  /// The whole input; `problems.csv` is made in `folder`.
  public static PublicationInput input(Path folder) throws IOException {
    Path problems = folder.resolve("problems-found.csv");
    Files.writeString(
        problems,
        "source,row,column,value,expected\npolice-crimes,7,vic_dob,31/02/1990,a date dd/MM/yyyy\n");
    Entries entries = entries();
    return new PublicationInput(
        entries,
        IntStream.range(0, entries.people().size()).map(mention -> mention / 3).toArray(),
        new LinkError(0.021, 0.045, 0.0042),
        findings(entries),
        networks(),
        pictures(),
        new Problems(problems, 1),
        "./candour inquiry examples/eastmoor/remit.yaml --as-at 2014-05-31");
  }

  /// The same sources with no finding at all and nothing to draw.
  static PublicationInput without(PublicationInput input) {
    return new PublicationInput(
        input.entries(),
        input.personOf(),
        input.linkError(),
        List.of(),
        List.of(),
        new Pictures(
            new ConcernsAndAnswers(List.of(), 0, List.of(), 0, 0),
            new WaitingTimes(0, 0, null, List.of()),
            new WaitingTimes(0, 0, null, List.of()),
            new SeverityFlow(List.of()),
            new RowsByMonth(List.of())),
        input.problems(),
        input.howToRunAgain());
  }

  static Entries entries() {
    Area eastmoor = new Area("X08000001", "Eastmoor");
    Span period = new Span(LocalDate.of(1997, 1, 1), LocalDate.of(2013, 12, 31));
    LocalDate asAt = LocalDate.of(2014, 5, 31);
    var builder =
        new EntriesBuilder(
            new Scope(
                "Eastmoor 1997-2013",
                eastmoor,
                List.of(new Area("X08000002", "Ridley")),
                period,
                asAt,
                EnumSet.of(Concern.EXPLOITATION, Concern.TRAFFICKING),
                List.of()));
    source(builder, "social-care", AgencyKind.SOCIAL_CARE, period, asAt, "sc_1.csv", "sc_2.csv");
    source(builder, "police-crimes", AgencyKind.POLICE, period, asAt, "crimes <2003>.csv");
    source(builder, "youth-project", AgencyKind.YOUTH, period, asAt, "contact sheets.xlsx");
    return builder.build();
  }

  private static void source(
      EntriesBuilder builder,
      String name,
      AgencyKind kind,
      Span period,
      LocalDate asAt,
      String... files) {
    builder.startSource(
        new Source(name, kind.word(), kind, "X08000001", name, List.of(), List.of(period), asAt));
    for (int row = 1; row <= ROWS; row++) {
      int global = builder.globalRow(row);
      int entry = builder.entry(EntryKind.REPORT_MADE, global);
      builder.set(entry, EntryAttribute.ID, row == 5 ? "-" + row : name + "/" + row);
      builder.setDate(
          entry,
          EntryAttribute.RECORDED,
          PartialDate.of(1997 + row % 17, 1 + row % 12, 1 + row % 28));
      builder.setCode(entry, EntryAttribute.CONCERN, Concern.EXPLOITATION);
      builder.set(entry, EntryAttribute.TEAM, TEAMS[row % TEAMS.length]);
      int child = builder.person(global, 1);
      builder.setCode(child, PersonAttribute.SEX, row % 7 == 0 ? Sex.MALE : Sex.FEMALE);
      if (row % 50 != 0) {
        builder.set(child, PersonAttribute.FORENAME, "Child" + row);
      }
      builder.mentions(entry, child, Role.CHILD, Standing.NAMED);
      if (row % 4 == 0) {
        int suspect = builder.person(global, 2);
        builder.set(suspect, PersonAttribute.SURNAME, "Surname" + row % 9);
        builder.mentions(entry, suspect, Role.SUSPECT, Standing.INTELLIGENCE);
      }
    }
    List<InputFile> inputs = new ArrayList<>();
    for (String file : files) {
      String sheet = file.endsWith(".xlsx") ? "Contacts" : "";
      inputs.add(new InputFile(name, file, "0".repeat(64), ROWS / files.length, sheet));
    }
    builder.endSource(ROWS, inputs);
  }

  private static final Duty IN_FORCE =
      new Duty(
          "A decision on the next course of action is due within one working day of a referral.",
          "Working Together to Safeguard Children 2013, chapter 1, paragraph 51",
          true);
  private static final Duty MEASURE =
      new Duty(
          "Leaders act on what they are told.",
          "no dated source; a measure of this inquiry",
          false);

  static List<Finding> findings(Entries entries) {
    List<Finding> all = new ArrayList<>();
    all.add(
        finding("children.seen", "children", 1407.0, interval(1361.0, 1489.0, null), null)
            .by("agency", "police", 612, "social-care", 1003, "youth", 388)
            .by("sex", "female", 1188, "male", 171, "not-recorded", 48)
            .made(entries, 900));
    all.add(finding("children.conservative", "children", 1462.0, null, null).made(entries, 900));
    all.add(
        finding("children.likely", "children", null, interval(1702.0, 2941.0, 0.95), null)
            .caveat("The methods differ by more than 1.5 times, so no single figure is given.")
            .row(
                new Breakdown(
                    "method",
                    "chao-lower-bound",
                    1702.0,
                    null,
                    null,
                    List.of(new Detail("low", 1588L), new Detail("high", 1871L))))
            .row(
                new Breakdown(
                    "method",
                    "sparse-mse",
                    null,
                    null,
                    null,
                    List.of(new Detail("refused", "a list feeds another: " + MARKUP))))
            .lists("social-care", "police", "youth", "health", "school", "voluntary " + LONG)
            .made(entries, 0));
    all.add(finding("children.sampled", "children", 988.0, null, null).made(entries, 60));
    all.add(
        finding("children.by-year", "children", 143.0, null, null)
            .years(1997, 12, 18, 25, 31, 44, 60, 71, 88, 97, 102, 110, 118, 121, 125, 130, 140, 115)
            .made(entries, 400));
    all.add(
        finding("children.rate", "per 10,000 residents under 18", 248.31, null, null)
            .made(entries, 0));
    all.add(finding("children.known-before", "children", 611.0, null, null).made(entries, 611));
    all.add(
        finding("children.boys", "share", 0.1258, null, null)
            .by("sex", "female", 1188, "male", 171)
            .made(entries, 171));
    all.add(
        finding("children.youngest", "years", 9.0, null, null)
            .ages(9, 2, 5, 22, 61, 180, 344, 371, 240, 122, 0, 1)
            .made(entries, 2));
    all.add(
        finding("children.repeat-reported", "children", 302.0, interval(297.0, 311.0, null), null)
            .made(entries, 700));
    all.add(
        finding("children.to-action", "days", 412.0, interval(370.0, 455.0, 0.95), null)
            .made(entries, 700));
    all.add(
        finding("children.never-acted", "children", 518.0, interval(490.0, 556.0, null), null)
            .share("agencies", "1", 344, 700, "2", 121, 500, "3", 53, 207)
            .made(entries, 518));
    all.add(finding("children.several-suspects", "children", 377.0, null, null).made(entries, 377));
    all.add(
        finding("children.recorded-as-suspects", "people", 1.0, null, null)
            .by("also-seen", "yes", 1, "no", 0)
            .made(entries, 1));
    all.add(
        finding("suspects.identified", "suspects", 233.0, interval(229.0, 301.0, null), null)
            .by("standing", "convicted", 14, "charged", 9, "named", 131, "intelligence", 79)
            .made(entries, 233));
    all.add(finding("suspects.several-children", "suspects", 101.0, null, null).made(entries, 101));
    all.add(
        finding("networks.count", "networks", 4.0, interval(3.0, 5.0, null), null)
            .made(entries, 88));
    all.add(
        finding("networks.knowable", "months", 62.4, null, null)
            .row(network("1", 71.2, "2001-03-04", "2006-11-20", "police", "2007-02-09"))
            .row(network("2", 120.0, "2004-05-17", null, null, null))
            .made(entries, 40));
    all.add(finding("areas.crossed", "people", 0.0, null, null).made(entries, 0));
    all.add(
        finding("places.recurring", "places", 37.0, null, null)
            .by("kind", "takeaway", 12, LONG, 9, MARKUP, 2, "not-recorded", 14)
            .made(entries, 120));
    all.add(
        finding("harm.kinds", "children", 402.0, null, null)
            .by("harm", "threat", 198, "violence", 140, "transported", 201, "images", 44)
            .made(entries, 402));
    all.add(
        finding("reports.first-by", "share", 0.3131, null, null)
            .share("agency", "youth", 388, 1407, "school", 40, 1407)
            .made(entries, 428));
    all.add(
        finding("reports.unanswered", "reports", 1204.0, null, MEASURE)
            .share("agency", "social-care", 1001, 4120, "police", 203, 2217)
            .share(
                "team", TEAMS[0], 400, 1200, MARKUP, 301, 900, FORMULA, 300, 1100, LONG, 203, 920)
            .made(entries, 700));
    all.add(
        finding("reports.late", "share", 0.6172, null, IN_FORCE)
            .share("team", TEAMS[0], 1400, 2020, MARKUP, 1143, 2100)
            .made(entries, 700));
    all.add(
        finding("reports.days-to-decision", "days", 19.0, interval(18.0, 21.0, 0.95), null)
            .row(Breakdown.value("statistic", "median", 17.0))
            .row(Breakdown.value("statistic", "percentile-90", 211.0))
            .made(entries, 700));
    all.add(
        finding("reports.no-further-action", "share", 0.44, null, null)
            .share("outcome", "no-further-action", 2240, 5090)
            .made(entries, 700));
    all.add(
        finding("severity.played-down", "reports", 902.0, null, MEASURE)
            .share("post", "Team manager", 700, 1600, "Service manager", 202, 640)
            .made(entries, 700));
    all.add(
        finding("record.gaps", "months", 61.0, null, MEASURE)
            .by("months", "police-crimes", 25, "youth-project", 12)
            .row(
                new Breakdown(
                    "meetings",
                    "Strategic group",
                    null,
                    24L,
                    180L,
                    List.of(
                        new Detail("source", "social-care"),
                        new Detail("meetings", 8L),
                        new Detail("due", 60L),
                        new Detail("every", 3L),
                        new Detail(
                            "missing",
                            "2001-02 2001-05 2001-08 2001-11 2002-02 2002-05 2002-08 2005-11"))))
            .by("serial", "0041-0077", 37)
            .made(entries, 24));
    all.add(
        finding("record.mass-removals", "days", 2.0, null, null)
            .share("day", "2006-03-31", 41, 60, "2009-04-01", 12, 88)
            .made(entries, 53));
    all.add(finding("record.reclassified", "children", 77.0, null, null).made(entries, 77));
    all.add(
        finding("record.language", "entries", 12_345_678.0, null, null)
            .by("phrase", "lifestyle choice", 900, MARKUP, 2)
            .made(entries, 700));
    all.add(finding("leaders.unanswered", "briefings", 3.0, null, MEASURE).made(entries, 3));
    all.add(
        finding("leaders.knew", "children", 187.0, null, null)
            .row(briefing("2001-05-12", 187, 40, 201, "none"))
            .row(briefing("2003-10-01", 402, 77, 455, "none"))
            .row(briefing("2003-11-15", 409, 77, 460, "none"))
            .row(briefing("2010-06-30", 1106, 198, 1020, "2011-01-10"))
            .made(entries, 90));
    all.add(
        finding("directions.given", "directions", 5.0, null, null)
            .by("subject", "ethnicity", 3, "severity", 2)
            .made(entries, 5));
    all.add(
        finding("ethnicity.recorded", "share", 0.588, null, null)
            .share("agency", "police", 700, 1000, "social-care", 120, 800)
            .made(entries, 137));
    all.add(finding("ethnicity.removed", "values", 19.0, null, null).made(entries, 19));
    all.add(
        finding("ethnicity.suspects", "suspects", null, null, null)
            .caveat("No single figure can say this; see the table.")
            .share("group", "not-recorded", 96, 233, "Any group", 80, 233)
            .made(entries, 137));
    all.add(
        finding("caseload.by-team", "children", 211.0, null, null)
            .by("team", TEAMS[0], 100, LONG, 61, TURNED, 50)
            .made(entries, 211));
    return all;
  }

  private static Breakdown network(
      String number,
      double months,
      String joined,
      @Nullable String alone,
      @Nullable String by,
      @Nullable String acted) {
    return new Breakdown(
        "network",
        number,
        months,
        null,
        null,
        List.of(
            new Detail("joined-on", joined),
            new Detail("held-alone-on", alone),
            new Detail("held-alone-by", by),
            new Detail("acted-on", acted)));
  }

  private static Breakdown briefing(
      String day, long children, long suspects, long unanswered, String action) {
    return new Breakdown(
        "briefing",
        day,
        null,
        children,
        null,
        List.of(
            new Detail("suspects", suspects),
            new Detail("unanswered-reports", unanswered),
            new Detail("action", action)));
  }

  private static Interval interval(double low, @Nullable Double high, @Nullable Double level) {
    return new Interval(low, high, level);
  }

  private static Draft finding(
      String id,
      String unit,
      @Nullable Double value,
      @Nullable Interval interval,
      @Nullable Duty duty) {
    return new Draft(id, unit, value, interval, duty);
  }

  /// A finding on its way.
  private static final class Draft {

    private final String id;
    private final String unit;
    private final @Nullable Double value;
    private final @Nullable Interval interval;
    private final @Nullable Duty duty;
    private final List<Breakdown> breakdown = new ArrayList<>();
    private final List<String> caveats = new ArrayList<>();

    Draft(
        String id,
        String unit,
        @Nullable Double value,
        @Nullable Interval interval,
        @Nullable Duty duty) {
      this.id = id;
      this.unit = unit;
      this.value = value;
      this.interval = interval;
      this.duty = duty;
    }

    Draft row(Breakdown row) {
      breakdown.add(row);
      return this;
    }

    Draft caveat(String caveat) {
      caveats.add(caveat);
      return this;
    }

    Draft by(String by, Object... keysAndCounts) {
      for (int i = 0; i < keysAndCounts.length; i += 2) {
        row(Breakdown.count(by, (String) keysAndCounts[i], (Integer) keysAndCounts[i + 1]));
      }
      return this;
    }

    Draft share(String by, Object... keysAndCounts) {
      for (int i = 0; i < keysAndCounts.length; i += 3) {
        row(
            Breakdown.share(
                by,
                (String) keysAndCounts[i],
                (Integer) keysAndCounts[i + 1],
                (Integer) keysAndCounts[i + 2]));
      }
      return this;
    }

    /// Lists of children, and how many stand on each combination of up to four of them.
    Draft lists(String... names) {
      for (String name : names) {
        row(Breakdown.count("list", name, 100));
      }
      for (int bits = 1; bits < 1 << names.length; bits++) {
        int on = bits;
        if (Integer.bitCount(bits) <= 4) {
          String key =
              IntStream.range(0, names.length)
                  .filter(list -> (on >>> list & 1) != 0)
                  .mapToObj(list -> names[list])
                  .collect(Collectors.joining("+"));
          row(Breakdown.count("overlap", key, 2 + 420L / bits / Integer.bitCount(bits)));
        }
      }
      return this;
    }

    Draft years(int first, int... counts) {
      for (int i = 0; i < counts.length; i++) {
        row(Breakdown.count("year", Integer.toString(first + i), counts[i]));
      }
      return this;
    }

    Draft ages(int first, int... counts) {
      for (int i = 0; i < counts.length; i++) {
        row(Breakdown.count("age", Integer.toString(first + i), counts[i]));
      }
      return row(Breakdown.count("age", "not-recorded", 59));
    }

    Finding made(Entries entries, int rows) {
      var evidence = new Evidence();
      for (int i = 0; i < rows; i++) {
        int row = i % (3 * ROWS);
        evidence.add(
            row,
            i % 3 == 0 ? Evidence.NOBODY : i / 3,
            entries.text(EntryAttribute.TEAM, row) == null ? "" : TEAMS[i % TEAMS.length],
            "counted as " + id);
      }
      return new Finding(
          id,
          "What do the records say of " + id.replace('.', ' ') + "?",
          "The records say "
              + (value == null ? "nothing that is one figure" : Figures.inUnit(value, unit))
              + " of "
              + id.replace('.', ' ')
              + ".",
          value,
          unit,
          interval,
          "Counted over the rows cited, by the definition of " + id + ".",
          duty,
          List.of("Rows say what happened."),
          caveats,
          breakdown,
          evidence);
    }
  }

  static List<Network> networks() {
    return List.of(
        network(1, 9, 14, 11_385, new Alone("police", 13_472), new Acted(3, 13_553)),
        network(2, 4, 7, 12_555, null, null),
        network(3, 2, 2, 15_000, new Alone("social-care", 15_000), new Acted(7, 15_020)),
        network(4, 30, 41, 13_000, null, new Acted(7, 15_900)));
  }

  private static Network network(
      int number,
      int suspects,
      int children,
      int joinedOn,
      @Nullable Alone alone,
      @Nullable Acted acted) {
    int first = number * 1000;
    List<Integer> suspectNumbers =
        IntStream.range(0, suspects).map(i -> first + i).boxed().toList();
    List<Integer> childNumbers =
        IntStream.range(0, children).map(i -> first + 500 + i).boxed().toList();
    List<Tie> ties = new ArrayList<>();
    for (int i = 0; i < children; i++) {
      ties.add(new Tie(first + i % suspects, first + 500 + i, 1 + i % 4));
      if (i % 3 == 0) {
        ties.add(new Tie(first + (i * 5 + 1) % suspects, first + 500 + i, 1));
      }
    }
    for (int i = 1; i < suspects; i++) {
      ties.add(new Tie(first + (i - 1) / 2, first + i, 2 + i % 7));
    }
    return new Network(
        number,
        suspectNumbers,
        childNumbers,
        ties,
        List.of(0, 1, 2),
        List.of("X08000001", "X08000002"),
        joinedOn - 400,
        joinedOn + 1500,
        joinedOn,
        new Join(0, 1, false),
        alone,
        acted);
  }

  static Pictures pictures() {
    long[] reports = {
      40, 61, 88, 120, 180, 240, 260, 301, 340, 388, 410, 455, 470, 500, 520, 610, 502
    };
    List<ConcernsAndAnswers.Year> years = new ArrayList<>();
    for (int i = 0; i < reports.length; i++) {
      long answered = reports[i] * (55 + i * 7 % 31) / 100;
      years.add(new ConcernsAndAnswers.Year(1997 + i, reports[i], answered, answered / 2));
    }
    List<Step> steps = new ArrayList<>();
    double waiting = 1;
    for (int day = 0; day < 900; day += 1 + day / 12) {
      waiting *= 0.93 + day / 15_000.0;
      steps.add(new Step(day, waiting));
    }
    return new Pictures(
        new ConcernsAndAnswers(
            years,
            17,
            List.of(
                LocalDate.of(2001, 5, 12),
                LocalDate.of(2003, 10, 1),
                LocalDate.of(2003, 11, 15),
                LocalDate.of(2010, 6, 30)),
            6337,
            1204),
        new WaitingTimes(5332, 4128, 9.0, steps),
        new WaitingTimes(1407, 600, null, steps.subList(0, 5)),
        new SeverityFlow(
            List.of(
                new Flow(1, 1, 301),
                new Flow(2, 1, 160),
                new Flow(2, 2, 380),
                new Flow(3, 1, 121),
                new Flow(3, 2, 330),
                new Flow(3, 3, 402),
                new Flow(3, 4, 12),
                new Flow(4, 1, 40),
                new Flow(4, 2, 101),
                new Flow(4, 3, 150),
                new Flow(4, 4, 243))),
        new RowsByMonth(
            List.of(
                months("social-care", 1997, 0, 0),
                months("police-crimes", 1997, 50, 75),
                months("youth-project", 1999, 96, 108),
                new SourceMonths(
                    "school-absence", false, List.of(new Month(YearMonth.of(2001, 1), 3))))));
  }

  private static SourceMonths months(String source, int firstYear, int gapFrom, int gapTo) {
    List<Month> months = new ArrayList<>();
    for (int i = 0; i < (2014 - firstYear) * 12; i++) {
      months.add(
          new Month(
              YearMonth.of(firstYear, 1).plusMonths(i),
              i >= gapFrom && i < gapTo ? 0 : 20 + i % 9));
    }
    return new SourceMonths(source, true, months);
  }
}
