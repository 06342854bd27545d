package uk.candour.inquiry;

import java.util.Arrays;
import uk.candour.record.Entries;
import uk.candour.record.EntryKind;
import uk.candour.record.Role;

/// The actions on any report about a person, exploitation reports and others alike: the decisions
/// of the inquiry's own area whose outcome is action, on every report that mentions the person as a
/// child.
final class Actions {

  private static final int[] NONE = {};

  private final Entries entries;
  private final Casebook casebook;
  private final Persons persons;

  Actions(Casebook casebook, Persons persons) {
    this.entries = casebook.entries();
    this.casebook = casebook;
    this.persons = persons;
  }

  /// Every action on a report about the person, dated or not, in the order of reports.
  int[] on(int person) {
    int[] actions = NONE;
    int size = 0;
    for (int report : reports(person)) {
      for (int decision : casebook.reports().decisions(report)) {
        if (casebook.reports().isAction(decision) && casebook.concerns().ownArea(decision)) {
          actions = size == actions.length ? longer(actions) : actions;
          actions[size++] = decision;
        }
      }
    }
    return Arrays.copyOf(actions, size);
  }

  /// The dated actions on reports about the person; none where any action is undated, since then
  /// nothing in days can be said of the child.
  int[] datedOn(int person) {
    int[] actions = on(person);
    for (int action : actions) {
      if (undated(action)) {
        return NONE;
      }
    }
    return actions;
  }

  /// Whether an action has no day that can be right.
  boolean undated(int action) {
    return casebook.reports().decisionDay(action) == Days.UNDATED;
  }

  /// The reports of the inquiry's own area that mention the person as a child, in the order of
  /// rows.
  int[] reports(int person) {
    int[] reports = NONE;
    int size = 0;
    for (int n = 0; n < persons.mentions(person); n++) {
      int mention = persons.mention(person, n);
      for (int nth = 0; nth < entries.entriesOf(mention); nth++) {
        int entry = entries.entryOf(mention, nth);
        if (isReportOfChild(entry, mention)) {
          reports = size == reports.length ? longer(reports) : reports;
          reports[size++] = entry;
        }
      }
    }
    Arrays.sort(reports, 0, size);
    return withoutRepeats(reports, size);
  }

  private boolean isReportOfChild(int entry, int mention) {
    if (entries.kind(entry) != EntryKind.REPORT_MADE || !casebook.concerns().ownArea(entry)) {
      return false;
    }
    for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
      if (entries.mention(link) == mention && entries.role(link) == Role.CHILD) {
        return true;
      }
    }
    return false;
  }

  private static int[] withoutRepeats(int[] sorted, int size) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private static int[] longer(int[] values) {
    return Arrays.copyOf(values, Math.max(4, values.length * 2));
  }
}
