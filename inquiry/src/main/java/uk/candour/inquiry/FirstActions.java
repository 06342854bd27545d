package uk.candour.inquiry;

import java.util.Arrays;
import java.util.BitSet;
import uk.candour.inquiry.Casebook.View;

/// What followed the first exploitation concern of each seen child of one linking: the first action
/// on any report about the child, on or after the day on which that concern was recorded. Found for
/// all of them at once.
final class FirstActions {

  /// No action.
  static final int NONE = -1;

  private final Casebook casebook;
  private final View view;
  private final BitSet never = new BitSet();
  private final BitSet hasDays = new BitSet();
  private final int[] first;

  FirstActions(Casebook casebook, View view) {
    this.casebook = casebook;
    this.view = view;
    this.first = new int[view.children().size()];
    Arrays.fill(first, NONE);
    var actions = casebook.actions(view.persons().linking());
    view.children()
        .all()
        .forEach(child -> follow(child, actions.on(view.children().person(child))));
  }

  private void follow(int child, int[] actions) {
    int from = view.children().firstDay(child);
    boolean undated = false;
    for (int action : actions) {
      int day = day(action);
      undated |= day == Days.UNDATED;
      if (from != Days.UNDATED && day >= from && isEarlier(action, first[child])) {
        first[child] = action;
      }
    }
    hasDays.set(child, from != Days.UNDATED && !undated);
    never.set(child, from == Days.UNDATED ? actions.length == 0 : !undated && first[child] == NONE);
  }

  private boolean isEarlier(int action, int than) {
    return than == NONE || day(action) < day(than) || (day(action) == day(than) && action < than);
  }

  private int day(int action) {
    return casebook.reports().decisionDay(action);
  }

  /// Whether nothing was done on any report about the child from the first concern on. Where an
  /// action has no day, or the first concern has none and there is an action at all, this cannot be
  /// said and the answer is no.
  boolean neverActed(int child) {
    return never.get(child);
  }

  /// Whether anything can be said in days: the first concern has a day, and so has every action.
  boolean hasDays(int child) {
    return hasDays.get(child);
  }

  /// The first dated action on or after the day of the first concern, or [#NONE]; of several on one
  /// day the first of the rows. Only for a child that [#hasDays].
  int first(int child) {
    return first[child];
  }

  /// Days from the first concern to an action.
  int days(int child, int action) {
    return day(action) - view.children().firstDay(child);
  }

  /// Days from the first concern to the as-at date.
  int daysWaiting(int child) {
    return Days.of(casebook.scope().asAt()) - view.children().firstDay(child);
  }
}
