package uk.candour.inquiry;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.estimate.KaplanMeier;

/// What share still waited, day by day, of those who waited for something; those for whom it never
/// came count as still waiting up to the as-at date (Kaplan and Meier 1958).
///
/// @param all how many waited
/// @param ended for how many of them the wait had ended by the as-at date
/// @param median the smallest day on which half or fewer still waited, or null where there is none
/// @param steps the days on which a wait ended, in order
public record WaitingTimes(long all, long ended, @Nullable Double median, List<Step> steps) {

  public WaitingTimes {
    steps = List.copyOf(steps);
  }

  /// A day on which a wait ended.
  ///
  /// @param waiting the share still waiting after that day
  public record Step(int day, double waiting) {}

  /// How long reports made to somebody waited for their first decision ([DecisionTimes]).
  public static WaitingTimes ofReportsForADecision(Casebook casebook) {
    var times = DecisionTimes.of(casebook);
    return of(times.curve(), times.size(), times.ofDecided());
  }

  /// How long seen children waited for the first action ([FirstActions]), from the day on which the
  /// first concern about them was recorded. Those of whom nothing can be said in days are left out.
  public static WaitingTimes ofChildrenForAnAction(Casebook casebook) {
    var view = casebook.central();
    var first = casebook.firstActions(view.persons().linking());
    int[] children = view.children().all().filter(first::hasDays).toArray();
    double[] waited = new double[children.length];
    boolean[] acted = new boolean[children.length];
    double[] ofActed = new double[children.length];
    int count = 0;
    for (int i = 0; i < children.length; i++) {
      int action = first.first(children[i]);
      acted[i] = action != FirstActions.NONE;
      waited[i] =
          acted[i] ? first.days(children[i], action) : Math.max(0, first.daysWaiting(children[i]));
      if (acted[i]) {
        ofActed[count++] = waited[i];
      }
    }
    ofActed = Arrays.copyOf(ofActed, count);
    Arrays.sort(ofActed);
    return of(KaplanMeier.of(waited, acted), children.length, ofActed);
  }

  private static WaitingTimes of(KaplanMeier curve, int all, double[] endedInOrder) {
    List<Step> steps =
        Arrays.stream(endedInOrder)
            .distinct()
            .mapToObj(day -> new Step((int) day, curve.survival(day)))
            .toList();
    return new WaitingTimes(all, endedInOrder.length, curve.median(), steps);
  }
}
