package uk.candour.inquiry;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import uk.candour.record.Area;
import uk.candour.record.Entries;
import uk.candour.record.ThingAttribute;

/// The districts that an entry speaks of, by the codes of the remit where they are named there:
/// that of each place it mentions where the place's district is recorded, else that of its source.
final class Areas {

  private Areas() {}

  static SortedSet<String> of(Entries entries, int entry) {
    SortedSet<String> areas = new TreeSet<>();
    var places = entries.places();
    for (int n = 0; n < places.count(entry); n++) {
      String area = places.text(ThingAttribute.AREA, places.nth(entry, n));
      if (area != null) {
        areas.add(code(entries, area));
      }
    }
    if (areas.isEmpty()) {
      areas.add(entries.source(entry).area());
    }
    return areas;
  }

  /// The name of a district by its code in the remit, or the code itself where it is not named.
  static String name(Entries entries, String code) {
    return of(entries, code, true);
  }

  /// The code of a district as a record writes it; where the remit does not name the district, the
  /// words themselves, without regard to case and spacing.
  static String code(Entries entries, String written) {
    return of(entries, written, false);
  }

  private static String of(Entries entries, String written, boolean asName) {
    String wanted = written.strip().replaceAll("\\s+", " ");
    Area own = entries.scope().area();
    if (is(own, wanted)) {
      return asName ? own.name() : own.code();
    }
    for (Area neighbour : entries.scope().neighbours()) {
      if (is(neighbour, wanted)) {
        return asName ? neighbour.name() : neighbour.code();
      }
    }
    return wanted.toUpperCase(Locale.ROOT);
  }

  private static boolean is(Area area, String wanted) {
    return area.code().equalsIgnoreCase(wanted) || area.name().equalsIgnoreCase(wanted);
  }
}
