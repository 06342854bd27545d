package uk.candour.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.candour.characteristics.SealedRow;
import uk.candour.intake.Problems.Kind;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.intake.SourcePlan.Condition;
import uk.candour.intake.SourcePlan.PersonPlan;
import uk.candour.intake.SourcePlan.ThingPlan;
import uk.candour.record.EntryAttribute;
import uk.candour.record.Source;
import uk.candour.record.Written;

/// Turns the rows of one source into rows as they are written, each once and in one pass.
///
/// For each row: whether it is whole and no test; which of the source's entries accept it; its
/// values; then the entries and what they mention. Nothing here asks as at which day.
final class RowReader {

  private final SourcePlan plan;
  private final Source source;
  private final EntryInRow.Around around;
  private final ProblemList problems;
  private final Tally tally;
  private final RowTaker taker;

  RowReader(
      SourcePlan plan,
      EntryInRow.Around around,
      ProblemList problems,
      Tally tally,
      RowTaker taker) {
    this.plan = plan;
    this.source = plan.source();
    this.around = around;
    this.problems = problems;
    this.tally = tally;
    this.taker = taker;
  }

  /// Reads the row at which a table stands.
  ///
  /// @param values made for this source and table; filled here
  void read(Table table, int sourceRow, RowValues values) {
    tally.rows++;
    Table.Malformed malformed = table.malformed();
    if (malformed != null) {
      tally.malformed++;
      list(Kind.MALFORMED, sourceRow, "", malformed.found(), malformed.expected());
      return;
    }
    if (isTest(table, sourceRow)) {
      tally.test++;
      return;
    }
    for (Table.Flaw flaw : table.flaws()) {
      String column = plan.columns().get(flaw.column());
      list(Kind.VALUE, sourceRow, column, flaw.found(), flaw.expected());
    }
    long accepted = accepted(values);
    if (accepted == 0) {
      tally.withoutEntry++;
      list(Kind.NO_ENTRY, sourceRow, "", "", "a row that one of the source's entries accepts");
      return;
    }
    values.take(sourceRow, accepted);
    write(sourceRow, values, accepted);
  }

  private void list(Kind kind, int row, String column, String value, String expected) {
    problems.add(new RowProblem(kind, source.name(), row, column, value, expected));
  }

  private boolean isTest(Table table, int sourceRow) {
    SourcePlan.TestRows test = plan.test();
    if (test == null) {
      return false;
    }
    String written = table.value(test.column());
    String value = written == null ? "" : written;
    if (!test.values().contains(value)) {
      return false;
    }
    String column = plan.columns().get(test.column());
    list(Kind.TEST, sourceRow, column, value, "no test row: it is set aside");
    return true;
  }

  private long accepted(RowValues values) {
    long accepted = 0;
    for (int i = 0; i < plan.entries().size(); i++) {
      boolean all = true;
      for (Condition condition : plan.entries().get(i).when()) {
        all &= condition.holds(values.present(condition.column()));
      }
      accepted |= all ? 1L << i : 0;
    }
    return accepted;
  }

  private void write(int sourceRow, RowValues values, long accepted) {
    PersonInRow.Sets sets = set -> inRow(set & accepted, accepted);
    List<Written.Entry> entries = new ArrayList<>();
    List<SealedRow.OfChange> changes = new ArrayList<>();
    for (int i = 0; i < plan.entries().size(); i++) {
      if ((accepted >>> i & 1) != 0) {
        var entry = new EntryInRow(source, plan.entries().get(i), values);
        SealedRow.OfChange change = entry.sealed(entries.size());
        if (change != null) {
          changes.add(change);
        }
        entries.add(entry.written(i, around));
      }
    }
    List<Written.Person> people = new ArrayList<>();
    List<SealedRow.OfPerson> sealed = new ArrayList<>();
    for (PersonPlan person : plan.people()) {
      if ((person.entries() & accepted) != 0) {
        var described = new PersonInRow(plan, person, values, sets);
        if (described.isThere()) {
          described.seal(sealed, people.size());
          people.add(described.written());
        }
      }
    }
    List<Written.Thing> things = new ArrayList<>();
    for (ThingPlan thing : plan.things()) {
      if ((thing.entries() & accepted) != 0) {
        Written.Thing described = ThingInRow.written(plan, thing, values, sets);
        if (described.told() != 0) {
          things.add(described);
        }
      }
    }
    SealedRow protectedValues =
        sealed.isEmpty() && changes.isEmpty() ? SealedRow.NOTHING : new SealedRow(sealed, changes);
    taker.take(
        sourceRow,
        new Written(Written.Shape.ROW, ownValues(values, accepted), entries, people, things),
        protectedValues);
  }

  /// How many values the row gives that are its own: not fixed by the remit, no number of an entry,
  /// no later date, and not protected.
  private int ownValues(RowValues values, long accepted) {
    int own = 0;
    for (int cell = 0; cell < plan.cells().size(); cell++) {
      SourcePlan.Cell of = plan.cells().get(cell);
      boolean tellsNothing =
          of.of() instanceof Target.OfEntry entry && TELLS_NOTHING.contains(entry.attribute());
      Meaning.Kind kind = of.of().meaning().kind();
      boolean isProtected =
          kind == Meaning.Kind.CHARACTERISTIC || kind == Meaning.Kind.CHANGED_VALUE;
      if ((of.entries() & accepted) != 0
          && values.has(cell)
          && of.variesByRow()
          && !tellsNothing
          && !isProtected) {
        own++;
      }
    }
    return own;
  }

  private static final Set<EntryAttribute> TELLS_NOTHING =
      EnumSet.of(
          EntryAttribute.ID,
          EntryAttribute.REPORT,
          EntryAttribute.ANSWERED,
          EntryAttribute.ACTION,
          EntryAttribute.ENDED);

  /// From a set of the source's entries to one of those that the row holds.
  private static long inRow(long set, long accepted) {
    return Long.compress(set, accepted);
  }
}
