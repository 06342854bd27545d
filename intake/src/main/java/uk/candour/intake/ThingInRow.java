package uk.candour.intake;

import java.util.ArrayList;
import java.util.List;
import uk.candour.intake.SourcePlan.ThingPart;
import uk.candour.intake.SourcePlan.ThingPlan;
import uk.candour.record.ThingAttribute;
import uk.candour.record.Written;
import uk.candour.record.Written.ThingValue;

/// A place or a vehicle as one row describes it.
final class ThingInRow {

  private ThingInRow() {}

  static Written.Thing written(
      SourcePlan source, ThingPlan plan, RowValues values, PersonInRow.Sets sets) {
    List<ThingValue> said = new ArrayList<>();
    long told = 0;
    for (ThingPart part : plan.parts()) {
      long of = sets.inRow(part.entries());
      String text = values.text(part.cell());
      if (of != 0 && text != null) {
        said.add(new ThingValue(part.attribute(), text, of));
        boolean naming =
            part.attribute() == ThingAttribute.NAME || part.attribute() == ThingAttribute.ADDRESS;
        if (naming || source.cells().get(part.cell()).variesByRow()) {
          told |= of;
        }
      }
    }
    return new Written.Thing(plan.vehicle(), plan.nth(), sets.inRow(plan.entries()), told, said);
  }
}
