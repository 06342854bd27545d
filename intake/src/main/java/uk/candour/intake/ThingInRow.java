package uk.candour.intake;

import java.util.ArrayList;
import java.util.List;
import uk.candour.intake.SourcePlan.ThingPart;
import uk.candour.intake.SourcePlan.ThingPlan;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.ThingAttribute;

/// A place or a vehicle as one row describes it, before a mention is made of it.
final class ThingInRow {

  private final ThingPlan plan;
  private final RowValues values;
  private final List<ThingPart> said = new ArrayList<>();
  private boolean exists;

  /// @param held the entries of the row that count; what only others say is left out
  ThingInRow(SourcePlan source, ThingPlan plan, RowValues values, long held) {
    this.plan = plan;
    this.values = values;
    for (ThingPart part : plan.parts()) {
      if ((part.entries() & held) != 0 && values.text(part.cell()) != null) {
        said.add(part);
        boolean naming =
            part.attribute() == ThingAttribute.NAME || part.attribute() == ThingAttribute.ADDRESS;
        exists |= naming || source.cells().get(part.cell()).variesByRow();
      }
    }
  }

  ThingPlan plan() {
    return plan;
  }

  /// Whether the row names the thing, or says anything of it that is not the same for every row.
  boolean exists() {
    return exists;
  }

  void print(Fingerprint print) {
    print.add(plan.vehicle() ? -11 : -12);
    for (ThingPart part : said) {
      print.add(part.attribute().ordinal());
      values.print(print, part.cell());
    }
  }

  /// Makes the mention and gives its number.
  int put(EntriesBuilder entries, int row) {
    int thing = plan.vehicle() ? entries.vehicle(row) : entries.place(row);
    for (ThingPart part : said) {
      String text = values.text(part.cell());
      if (text == null) {
        continue;
      }
      if (plan.vehicle()) {
        entries.setVehicle(thing, part.attribute(), text);
      } else {
        entries.setPlace(thing, part.attribute(), text);
      }
    }
    return thing;
  }
}
