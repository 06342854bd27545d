package uk.candour.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.ResidentsOfGroup;
import uk.candour.intake.Problems.Kind;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.record.InputFile;
import uk.candour.record.Scope;

/// Reads the files of residents. Every count with a group goes to the sealed envelope; the totals
/// of all groups and sexes go to the scope, from files without a group where the same area and year
/// has one, so that nobody is counted twice.
final class Residents {

  private static final List<String> EVERYBODY =
      List.of("", "all", "all persons", "persons", "total", "both");
  private static final List<String> FEMALE = List.of("female", "females", "f", "girls", "women");
  private static final List<String> MALE = List.of("male", "males", "m", "boys", "men");
  private static final int OLDEST = 120;

  private final ProblemList problems;
  private final List<Problem> refused;
  private final Remit remit;
  private final List<InputFile> inputs = new ArrayList<>();

  Residents(ProblemList problems, List<Problem> refused, Remit remit) {
    this.problems = problems;
    this.refused = refused;
    this.remit = remit;
  }

  /// The files that were read.
  List<InputFile> inputs() {
    return inputs;
  }

  private record Ages(String area, int year, int from, int to) {

    static final Comparator<Ages> ORDER =
        Comparator.comparing(Ages::area)
            .thenComparingInt(Ages::year)
            .thenComparingInt(Ages::from)
            .thenComparingInt(Ages::to);
  }

  /// Counts of one area, year and age range, told apart by whether they are already totals.
  private static final class Counts {
    long ofAllSexes;
    long bySex;
    long ofGroupsAllSexes;
    long ofGroupsBySex;

    long total() {
      for (long total : new long[] {ofAllSexes, bySex, ofGroupsAllSexes}) {
        if (total > 0) {
          return total;
        }
      }
      return ofGroupsBySex;
    }
  }

  List<Scope.Residents> read(List<PopulationPlan> plans, Consumer<ResidentsOfGroup> groups)
      throws IOException {
    Map<Ages, Counts> counts = new TreeMap<>(Ages.ORDER);
    for (PopulationPlan plan : plans) {
      try (Table table = Tables.open(plan.file(), plan.format(), plan.columns(), _ -> {})) {
        var asSource = asSource(plan);
        var values = new RowValues(asSource, table, problems);
        int rows = 0;
        while (table.next()) {
          rows = table.row();
          Table.Malformed malformed = table.malformed();
          if (malformed != null) {
            list(Kind.MALFORMED, plan, table.row(), "", malformed.found(), malformed.expected());
          } else {
            values.take(table.row(), 1);
            read(plan, table.row(), values, counts, groups);
          }
        }
        inputs.add(new InputFile("population", plan.name(), FileDigest.of(plan.file()), rows));
      } catch (RefusedFile e) {
        refused.add(Intake.refusal(remit, plan.place(), plan.name(), e));
      }
    }
    List<Scope.Residents> residents = new ArrayList<>();
    counts.forEach((ages, count) ->
        residents.add(
            new Scope.Residents(ages.area(), ages.year(), ages.from(), ages.to(), count.total())));
    return residents;
  }

  private SourcePlan asSource(PopulationPlan plan) {
    return new SourcePlan(
        new uk.candour.record.Source(
            plan.name(),
            "",
            uk.candour.record.AgencyKind.PARTNERSHIP,
            remit.area().code(),
            null,
            List.of(),
            List.of(),
            remit.asAt()),
        plan.place(),
        plan.format(),
        List.of(plan.file()),
        List.of(plan.name()),
        plan.columns(),
        plan.unknown(),
        null,
        plan.cells(),
        List.of(),
        List.of(),
        List.of());
  }

  private void read(
      PopulationPlan plan,
      int row,
      RowValues values,
      Map<Ages, Counts> counts,
      Consumer<ResidentsOfGroup> groups) {
    String area = text(plan, values, "area");
    int from = age(plan, row, values, "age-from");
    int to = plan.cell("age-to") < 0 ? upTo(plan, values, from) : age(plan, row, values, "age-to");
    String sex = sex(plan, row, values);
    int count = count(plan, row, values);
    if (from < 0 || to < 0 || sex == null || count < 0) {
      return;
    }
    if (to < from) {
      list(
          Kind.VALUE,
          plan,
          row,
          columns(plan, values, "age-to"),
          String.valueOf(to),
          "an age not below " + from);
      return;
    }
    String group = null;
    if (plan.cell("group") >= 0) {
      String written = text(plan, values, "group");
      group = written == null ? null : CodeList.group(written);
      if (group == null) {
        list(
            Kind.VALUE,
            plan,
            row,
            columns(plan, values, "group"),
            written == null ? "" : written,
            "a group by its name in the code lists");
        return;
      }
    }
    var ages = new Ages(area == null ? remit.area().code() : area, plan.year(), from, to);
    Counts sums = counts.computeIfAbsent(ages, _ -> new Counts());
    boolean allSexes = sex.isEmpty();
    if (group == null) {
      sums.ofAllSexes += allSexes ? count : 0;
      sums.bySex += allSexes ? 0 : count;
    } else {
      sums.ofGroupsAllSexes += allSexes ? count : 0;
      sums.ofGroupsBySex += allSexes ? 0 : count;
      groups.accept(new ResidentsOfGroup(ages.area(), ages.year(), from, to, sex, group, count));
    }
  }

  private static @Nullable String text(PopulationPlan plan, RowValues values, String target) {
    return values.text(plan.cell(target));
  }

  private static String columns(PopulationPlan plan, RowValues values, String target) {
    return plan.cell(target) < 0 ? "" : values.columns(plan.cell(target));
  }

  /// An age, `90+` and `100 and over` read as their number; -1 with a problem put down.
  private int age(PopulationPlan plan, int row, RowValues values, String target) {
    String text = text(plan, values, target);
    String plain = text == null ? "" : text.toLowerCase(Locale.ROOT);
    if (target.equals("age-to") && isOpen(plain)) {
      return OLDEST;
    }
    String digits = plain.replaceAll("\\s*(\\+|and over|or over|years?)$", "");
    if (digits.matches("\\d{1,3}") && Integer.parseInt(digits) <= OLDEST) {
      return Integer.parseInt(digits);
    }
    list(
        Kind.VALUE,
        plan,
        row,
        columns(plan, values, target),
        text == null ? "" : text,
        "an age in whole years");
    return -1;
  }

  private static int upTo(PopulationPlan plan, RowValues values, int from) {
    String text = text(plan, values, "age-from");
    return text != null && isOpen(text.toLowerCase(Locale.ROOT)) ? OLDEST : from;
  }

  private static boolean isOpen(String age) {
    return age.isEmpty() || age.endsWith("+") || age.endsWith("over");
  }

  private @Nullable String sex(PopulationPlan plan, int row, RowValues values) {
    String text = text(plan, values, "sex");
    String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
    if (EVERYBODY.contains(lower)) {
      return "";
    }
    if (FEMALE.contains(lower)) {
      return "female";
    }
    if (MALE.contains(lower)) {
      return "male";
    }
    String column = columns(plan, values, "sex");
    list(Kind.VALUE, plan, row, column, lower, "female, male, or nothing for all");
    return null;
  }

  private int count(PopulationPlan plan, int row, RowValues values) {
    String text = text(plan, values, "count");
    int count = text == null ? -1 : Meaning.number(0, Integer.MAX_VALUE).number(text);
    if (count < 0) {
      list(
          Kind.VALUE,
          plan,
          row,
          columns(plan, values, "count"),
          text == null ? "" : text,
          "a whole number");
    }
    return count;
  }

  private void list(
      Kind kind, PopulationPlan plan, int row, String column, String value, String expected) {
    problems.add(new RowProblem(kind, plan.name(), row, column, value, expected));
  }
}
