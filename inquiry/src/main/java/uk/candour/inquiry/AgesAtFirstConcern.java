package uk.candour.inquiry;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.IntStream;
import uk.candour.inquiry.Casebook.View;
import uk.candour.record.Entries;
import uk.candour.record.PartialDate;

/// The completed years of each seen child on the day of the first concern, by the best supported
/// full date of birth ([DatesOfBirth]).
///
/// The youngest of many children is where wrong dates gather. A date on which two agencies agree is
/// **confirmed**. A child whose date one agency alone gives, and who by it would be younger than
/// every confirmed child, is left out where a wrong date is the likelier reason: where, of the
/// dates given of confirmed children, the share that is wrong and would make one so young is above
/// the share of children who can be so young when none of the confirmed ones is (one half in their
/// number plus one, the rule of Jeffreys). With few confirmed children nobody is left out.
final class AgesAtFirstConcern {

  private static final int NONE = -1;

  private final View view;
  private final int[] age;
  private int leftOut;
  private int youngestLeftOut = NONE;

  AgesAtFirstConcern(Entries entries, View view) {
    this.view = view;
    this.age = new int[view.children().size()];
    Arrays.fill(age, NONE);
    boolean[] confirmed = new boolean[age.length];
    int[][] wrong = new int[age.length][];
    int dates = 0;
    for (int child : all().toArray()) {
      int person = view.children().person(child);
      var given = DatesOfBirth.of(entries, view.persons(), person);
      int best = given.best();
      age[child] = years(best, view.children().firstDay(child));
      confirmed[child] = age[child] >= 0 && given.agencies(best) > 1;
      if (confirmed[child]) {
        wrong[child] =
            given
                .all()
                .filter(date -> date != best)
                .map(date -> years(date, view.children().firstDay(child)))
                .filter(years -> years >= 0)
                .toArray();
        dates += given.size();
      }
    }
    int[] whose = all().filter(child -> confirmed[child]).toArray();
    int least = Arrays.stream(whose).map(child -> age[child]).min().orElse(0);
    long tooYoung =
        Arrays.stream(whose)
            .flatMap(child -> Arrays.stream(wrong[child]))
            .filter(years -> years < least)
            .count();
    if (tooYoung * 2.0 * (whose.length + 1) > dates) {
      leaveOut(confirmed, least);
    }
  }

  private void leaveOut(boolean[] confirmed, int least) {
    for (int child : all().toArray()) {
      if (!confirmed[child] && age[child] >= 0 && age[child] < least) {
        youngestLeftOut =
            youngestLeftOut == NONE ? age[child] : Math.min(youngestLeftOut, age[child]);
        leftOut++;
        age[child] = NONE;
      }
    }
  }

  private static int years(int born, int day) {
    return born == 0 || day == Days.UNDATED || PartialDate.epochDay(born) > day
        ? NONE
        : (int) ChronoUnit.YEARS.between(PartialDate.firstDay(born), Days.date(day));
  }

  private IntStream all() {
    return view.children().all();
  }

  /// The age of a child, or -1 where it is not known or left out.
  int of(int child) {
    return age[child];
  }

  /// The same as a key.
  String key(int child) {
    return age[child] == NONE ? Keys.NOT_RECORDED : Integer.toString(age[child]);
  }

  /// The fewest years of all, or -1 where no child has an age.
  int youngest() {
    return all().map(this::of).filter(years -> years >= 0).min().orElse(NONE);
  }

  /// How many children are left out, since nothing but a date of one agency makes them so young.
  int leftOut() {
    return leftOut;
  }

  /// The fewest years that a child left out would have, or -1.
  int youngestLeftOut() {
    return youngestLeftOut;
  }
}
