package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// From which severity, as the reporter judged it, to which, as the first decision set it: the
/// decided reports of the inquiry's own area that have both. 1 is low, 4 very high.
///
/// @param flows the pairs that occur, by the reporter's severity and then the decision's
public record SeverityFlow(List<Flow> flows) {

  private static final int LEVELS = 4;

  public SeverityFlow {
    flows = List.copyOf(flows);
  }

  public record Flow(int reported, int decided, long reports) {}

  public static SeverityFlow of(Casebook casebook) {
    Entries entries = casebook.entries();
    long[][] counts = new long[LEVELS + 1][LEVELS + 1];
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) != EntryKind.REPORT_MADE
          || !casebook.concerns().ownArea(entry)
          || !casebook.concerns().inPeriod(entry)) {
        continue;
      }
      int[] decisions = casebook.reports().decisions(entry);
      int reported = entries.number(EntryAttribute.SEVERITY, entry);
      int decided =
          decisions.length == 0 ? 0 : entries.number(EntryAttribute.SEVERITY, decisions[0]);
      if (reported >= 1 && reported <= LEVELS && decided >= 1 && decided <= LEVELS) {
        counts[reported][decided]++;
      }
    }
    List<Flow> flows = new ArrayList<>();
    for (int reported = 1; reported <= LEVELS; reported++) {
      for (int decided = 1; decided <= LEVELS; decided++) {
        if (counts[reported][decided] > 0) {
          flows.add(new Flow(reported, decided, counts[reported][decided]));
        }
      }
    }
    return new SeverityFlow(flows);
  }
}
