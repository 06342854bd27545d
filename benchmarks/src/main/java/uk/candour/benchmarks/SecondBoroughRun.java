package uk.candour.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linker;
import uk.candour.linkage.Linking;
import uk.candour.linkage.PersonColumns;

/// Links the [SecondBorough] with no settings and prints what it scores, by role and by the origin
/// of names.
///
/// Run it as `java -cp benchmarks/target/classes:linkage/target/classes:... \
/// uk.candour.benchmarks.SecondBoroughRun [ROWS [SEED]]`, with commons-codec on the path.
final class SecondBoroughRun {

  private SecondBoroughRun() {}

  public static void main(String[] arguments) {
    int mentions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 7;
    List<BoroughRow> rows = SecondBorough.rows(mentions, seed);
    PersonColumns people = BoroughColumns.of(rows);
    long start = System.nanoTime();
    Linked linked = Linker.link(people, 2, percent -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    IO.println(report(rows, linked, seconds));
  }

  private static String report(List<BoroughRow> rows, Linked linked, double seconds) {
    int[] truth = rows.stream().mapToInt(BoroughRow::truth).toArray();
    StringBuilder report = new StringBuilder();
    report.append("%d rows in %.1f s%n".formatted(rows.size(), seconds));
    report.append(
        "%-28s %6s %8s  %9s %6s %6s  %6s%n"
            .formatted("group", "rows", "pairs", "precision", "recall", "F1", "B3 F1"));
    int[] central = linked.personOf(Linking.CENTRAL);
    for (Linking linking : Linking.values()) {
      String name = linking.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
      line(report, name, truth, linked.personOf(linking), record -> true);
    }
    line(report, "children", truth, central, record -> !rows.get(record).suspect());
    line(report, "children with surname", truth, central, r -> named(rows.get(r), false));
    line(report, "suspects", truth, central, record -> rows.get(record).suspect());
    line(report, "suspects with surname", truth, central, r -> named(rows.get(r), true));
    for (NameOrigin origin : NameOrigin.values()) {
      String name = origin.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
      line(report, name, truth, central, record -> rows.get(record).origin() == origin);
    }
    PairwiseF1 low = PairwiseF1.of(truth, linked.personOf(Linking.EVERY_DOUBTFUL));
    report.append(
        "links missed with every doubtful one accepted: %.4f, said to be at most %.4f%n"
            .formatted(1 - low.recall(), linked.error().missedAtMost()));
    PairwiseF1 middle = PairwiseF1.of(truth, central);
    report.append(
        "central: missed %.4f, said %.4f; false %.4f, said %.4f%n"
            .formatted(
                1 - middle.recall(),
                linked.error().missed(),
                1 - middle.precision(),
                linked.error().falseLinks()));
    return report.toString();
  }

  private static boolean named(BoroughRow row, boolean suspect) {
    return row.suspect() == suspect && row.surname().length() > 1;
  }

  private static void line(
      StringBuilder report, String name, int[] truth, int[] predicted, IntPredicate group) {
    PairwiseF1 score = PairwiseF1.of(truth, predicted, group);
    report.append(
        "%-28s %6d %8d  %9.4f %6.4f %6.4f  %6.4f%n"
            .formatted(
                name,
                score.records(),
                score.pairs(),
                score.precision(),
                score.recall(),
                score.f1(),
                score.bCubedF1()));
  }
}
