package uk.candour.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Source;

/// Finds the source that holds a copy of a report by the copy's number, for an assessment that
/// stands in another source of the same agency.
///
/// A number that two of the agency's sources give to copies, or that one gives to a report of its
/// own, says not which is meant and finds none.
final class CopiesElsewhere {

  private static final String SEVERAL = "";

  private final Map<String, String> agencyOf = new HashMap<>();
  private final Map<String, String> holderOf = new HashMap<>();

  /// @param sources the sources that were read, in that order
  /// @param endOf after each of them, how many entries there were
  CopiesElsewhere(Taking.Desk desk, List<Source> sources, List<Integer> endOf) {
    sources.forEach(source -> agencyOf.put(source.name(), source.agency()));
    Set<String> numbers = new HashSet<>();
    for (String copy : desk.sameReport().keySet()) {
      String source = copy.substring(0, copy.indexOf('\n'));
      String number = copy.substring(copy.indexOf('\n') + 1);
      numbers.add(number);
      holderOf.merge(key(source, number), source, (one, other) -> SEVERAL);
    }
    EntriesBuilder entries = desk.entries();
    int entry = 0;
    for (int source = 0; source < sources.size(); source++) {
      for (; entry < endOf.get(source); entry++) {
        String number =
            entries.kind(entry) == EntryKind.REPORT_MADE
                ? entries.text(entry, EntryAttribute.ID)
                : null;
        if (number != null && numbers.contains(number)) {
          holderOf.computeIfPresent(
              key(sources.get(source).name(), number), (key, holder) -> SEVERAL);
        }
      }
    }
  }

  private String key(String source, String number) {
    return agencyOf.get(source) + "\n" + number;
  }

  /// The source of the same agency that holds the only copy of a report under the number, or null.
  @Nullable String sourceOf(String source, String number) {
    String holder = holderOf.get(key(source, number));
    return SEVERAL.equals(holder) ? null : holder;
  }
}
