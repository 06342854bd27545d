package uk.candour.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.intake.Problems.Kind;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.intake.SourcePlan.Condition;
import uk.candour.intake.SourcePlan.PersonPlan;
import uk.candour.intake.SourcePlan.ThingPlan;
import uk.candour.record.AgencyKind;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.Role;
import uk.candour.record.Source;
import uk.candour.record.Standing;

/// Turns the rows of one source into entries, each row once and in one pass.
///
/// For each row: which of the source's entries accept it; its values; which of the entries were
/// held by the as-at date, for the others take part in nothing; whether the row repeats an entry's
/// number or is a copy of a row before; then its entries, and the people, places and vehicles that
/// they mention. Protected values go to the sealed envelope and are not looked at by any of this.
final class RowReader {

  /// What all the sources of one inquiry are read into.
  ///
  /// @param agencies the kind of each agency of the remit, by its name in lower case
  /// @param sources the names of all sources
  /// @param sameReport the numbers of reports that turn out to be copies, as `source, line feed,
  ///   number`, each with the number of the report that it is
  record Desk(
      LocalDate asAt,
      EntriesBuilder entries,
      SealedCharacteristics.Builder sealed,
      Problems problems,
      Map<String, AgencyKind> agencies,
      Set<String> sources,
      Map<String, String> sameReport) {

    /// A report's number in a source, as `sameReport` has it.
    static String numberIn(String source, String number) {
      return source + "\n" + number;
    }
  }

  private final SourcePlan plan;
  private final Source source;
  private final Desk desk;
  private final EntriesBuilder entries;
  private final Tally tally;

  // What is remembered of the rows before: by number, by content, and whom each entry mentions.
  private final FingerprintIndex byId = new FingerprintIndex();
  private final FingerprintIndex byContent = new FingerprintIndex();
  private final FingerprintIndex mentioned = new FingerprintIndex();
  private final Fingerprint print = new Fingerprint();

  /// The entry, in the record, of each entry that the row in hand holds.
  private final int[] entryOf;

  RowReader(SourcePlan plan, Desk desk, Tally tally) {
    this.plan = plan;
    this.source = plan.source();
    this.desk = desk;
    this.entries = desk.entries();
    this.tally = tally;
    this.entryOf = new int[plan.entries().size()];
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
    var inRow = new EntryInRow[entryOf.length];
    long held = 0;
    for (int i = 0; i < inRow.length; i++) {
      inRow[i] = new EntryInRow(source, plan.entries().get(i), values, desk.asAt());
      if ((accepted & bit(i)) != 0 && inRow[i].isHeld()) {
        held |= bit(i);
      }
    }
    tally.notYetKnown += Long.bitCount(accepted & ~held);
    if (held != 0) {
      new InHand(sourceRow, values, inRow, held).append();
    }
  }

  private void list(Kind kind, int row, String column, String value, String expected) {
    desk.problems().add(new RowProblem(kind, source.name(), row, column, value, expected));
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
    for (int i = 0; i < entryOf.length; i++) {
      boolean all = true;
      for (Condition condition : plan.entries().get(i).when()) {
        all &= condition.holds(values.present(condition.column()));
      }
      accepted |= all ? bit(i) : 0;
    }
    return accepted;
  }

  private static long bit(int entry) {
    return 1L << entry;
  }

  private int sourceRowOf(int entry) {
    return entries.row(entry) - entries.globalRow(1) + 1;
  }

  /// The row in hand, once it is known that something of it counts.
  private final class InHand {

    private final int sourceRow;
    private final int row;
    private final RowValues values;
    private final EntryInRow[] inRow;
    private final long held;
    private final @Nullable String reportId;
    private final List<PersonInRow> people = new ArrayList<>();
    private final List<ThingInRow> things = new ArrayList<>();

    InHand(int sourceRow, RowValues values, EntryInRow[] inRow, long held) {
      this.sourceRow = sourceRow;
      this.row = entries.globalRow(sourceRow);
      this.values = values;
      this.inRow = inRow;
      this.held = held;
      this.reportId = reportId();
      for (PersonPlan person : plan.people()) {
        if ((person.entries() & held) != 0) {
          var described = new PersonInRow(plan, person, values, held, ageAt(person));
          if (described.exists() || described.hasProtected()) {
            people.add(described);
          }
        }
      }
      for (ThingPlan thing : plan.things()) {
        if ((thing.entries() & held) != 0) {
          var described = new ThingInRow(plan, thing, values, held);
          if (described.exists()) {
            things.add(described);
          }
        }
      }
    }

    private boolean holds(int i) {
      return (held & bit(i)) != 0;
    }

    private @Nullable String reportId() {
      for (int i = 0; i < inRow.length; i++) {
        if (holds(i) && kind(i) == EntryKind.REPORT_MADE) {
          return inRow[i].text(EntryAttribute.ID);
        }
      }
      return null;
    }

    private EntryKind kind(int i) {
      return plan.entries().get(i).kind();
    }

    /// The date that an age on this row speaks of: that of the first dated entry.
    private int ageAt(PersonPlan person) {
      for (int i = 0; i < inRow.length; i++) {
        if (holds(i) && (person.entries() & bit(i)) != 0 && inRow[i].happened() != 0) {
          return inRow[i].happened();
        }
      }
      return PartialDate.NOT_RECORDED;
    }

    void append() {
      long repeated = repeated();
      if (repeated != 0) {
        int first = Long.numberOfTrailingZeros(repeated);
        tally.repeated++;
        list(
            Kind.REPEATED,
            sourceRow,
            idColumn(first),
            String.valueOf(inRow[first].text(EntryAttribute.ID)),
            "each number once: counted with row " + sourceRowOf(entryOf[first]));
      }
      if (isDistinctive()) {
        printRow();
        if (repeated == 0) {
          int copied = byContent.putIfAbsent(print, entries.size());
          if (copied != FingerprintIndex.ABSENT) {
            copy(copied);
            return;
          }
        } else if (repeated == held && isOneAfterTheOther()) {
          byContent.putIfAbsent(print, entryOf[Long.numberOfTrailingZeros(held)]);
        }
      }
      for (int i = 0; i < inRow.length; i++) {
        if (holds(i) && (repeated & bit(i)) == 0) {
          entryOf[i] = inRow[i].put(desk, row, reportId);
          tally.entries++;
          tally.undated += inRow[i].known() == PartialDate.NOT_RECORDED ? 1 : 0;
          rememberId(i);
        }
      }
      for (PersonInRow person : people) {
        mention(person, repeated);
      }
      for (ThingInRow thing : things) {
        mention(thing, repeated);
      }
    }

    // -- The same number again --------------------------------------------------------------------

    /// Which of the entries have the number of an entry before; their entries are found.
    private long repeated() {
      long repeated = 0;
      for (int i = 0; i < inRow.length; i++) {
        String id = inRow[i].text(EntryAttribute.ID);
        if (holds(i) && id != null) {
          printId(i, id);
          int before = byId.find(print);
          if (before != FingerprintIndex.ABSENT) {
            entryOf[i] = before;
            repeated |= bit(i);
          }
        }
      }
      return repeated;
    }

    /// Whether the entries of the row follow one another in the record, as those of a copy will be
    /// taken to do.
    private boolean isOneAfterTheOther() {
      int next = entryOf[Long.numberOfTrailingZeros(held)];
      for (int i = 0; i < inRow.length; i++) {
        if (holds(i) && entryOf[i] != next++) {
          return false;
        }
      }
      return true;
    }

    private void printId(int i, String id) {
      print.reset();
      print.add(i);
      print.add(id);
    }

    private void rememberId(int i) {
      String id = inRow[i].text(EntryAttribute.ID);
      if (id != null) {
        printId(i, id);
        byId.putIfAbsent(print, entryOf[i]);
      }
    }

    private String idColumn(int i) {
      int cell = plan.entries().get(i).cell(EntryAttribute.ID);
      return cell < 0 ? "" : values.columns(cell);
    }

    // -- The same row under a new number ----------------------------------------------------------

    /// Whether a second row that says the same can only be a copy: it has a text and a person or a
    /// date; or it is dated, names somebody in full with a date of birth or an identifier, and says
    /// so much that two events of one day would differ in something.
    private boolean isDistinctive() {
      boolean dated = false;
      boolean text = false;
      for (int i = 0; i < inRow.length; i++) {
        if (holds(i)) {
          dated |= PartialDate.isFull(inRow[i].known());
          String own = inRow[i].text(EntryAttribute.TEXT);
          text |= own != null && own.length() >= LONG_TEXT;
        }
      }
      boolean somebody = false;
      for (PersonInRow person : people) {
        somebody |= person.exists();
        if (dated && person.isNamedInFull() && says() >= MANY_VALUES) {
          return true;
        }
      }
      return text && (somebody || dated);
    }

    /// How many values the row gives that are its own: not fixed by the remit, no number of an
    /// entry, no later date, and not protected.
    private int says() {
      int says = 0;
      for (int cell = 0; cell < plan.cells().size(); cell++) {
        SourcePlan.Cell of = plan.cells().get(cell);
        boolean tellsNothing =
            of.of() instanceof Target.OfEntry entry && TELLS_NOTHING.contains(entry.attribute());
        Meaning.Kind kind = of.of().meaning().kind();
        boolean isProtected =
            kind == Meaning.Kind.CHARACTERISTIC || kind == Meaning.Kind.CHANGED_VALUE;
        if ((of.entries() & held) != 0
            && values.has(cell)
            && of.variesByRow()
            && !tellsNothing
            && !isProtected) {
          says++;
        }
      }
      return says;
    }

    /// Takes the fingerprint of all that the row says, but for its numbers and what is protected.
    private void printRow() {
      print.reset();
      for (int i = 0; i < inRow.length; i++) {
        if (holds(i)) {
          print.add(-20 - i);
          inRow[i].print(print, reportId);
        }
      }
      for (PersonInRow person : people) {
        if (person.exists()) {
          print.add(person.plan().nth());
          person.print(print);
        }
      }
      for (ThingInRow thing : things) {
        thing.print(print);
      }
    }

    private void copy(int firstEntry) {
      tally.copies++;
      int first = Long.numberOfTrailingZeros(held);
      String id = inRow[first].text(EntryAttribute.ID);
      list(
          Kind.COPY,
          sourceRow,
          idColumn(first),
          id == null ? "" : id,
          "a row of its own: all else is as in row %d, with which it counts once"
              .formatted(sourceRowOf(firstEntry)));
      int entry = firstEntry;
      for (int i = 0; i < inRow.length; i++) {
        if (holds(i)) {
          entryOf[i] = entry++;
          rememberId(i);
        }
      }
      String kept = keptReport();
      if (reportId != null && kept != null && !kept.equals(reportId)) {
        desk.sameReport().put(Desk.numberIn(source.name(), reportId), kept);
      }
      for (PersonInRow person : people) {
        int of = Long.numberOfTrailingZeros(person.plan().entries() & held);
        printMention(entryOf[of], person);
        int same = mentioned.find(print);
        seal(person, same);
        repeat(person, same);
      }
    }

    private @Nullable String keptReport() {
      for (int i = 0; i < inRow.length; i++) {
        if (holds(i) && kind(i) == EntryKind.REPORT_MADE) {
          return entries.text(entryOf[i], EntryAttribute.ID);
        }
      }
      return null;
    }

    // -- Who and what is mentioned ----------------------------------------------------------------

    private void mention(PersonInRow person, long repeated) {
      long of = person.plan().entries() & held;
      if (!person.exists()) {
        sealUnnamed(person, Long.numberOfTrailingZeros(of));
        return;
      }
      int made = FingerprintIndex.ABSENT;
      int same = FingerprintIndex.ABSENT;
      for (int i = 0; i < inRow.length; i++) {
        if ((of & bit(i)) == 0) {
          continue;
        }
        printMention(entryOf[i], person);
        int before = mentioned.find(print);
        if ((repeated & bit(i)) != 0 && before != FingerprintIndex.ABSENT) {
          seal(person, before);
          same = before;
          continue;
        }
        if (made == FingerprintIndex.ABSENT) {
          made = person.put(entries, row);
          seal(person, made);
        }
        mentioned.putIfAbsent(print, made);
        entries.mentions(entryOf[i], made, person.plan().role(), standing(person, i));
      }
      if (made == FingerprintIndex.ABSENT) {
        repeat(person, same);
      }
    }

    /// Puts down that the row mentions a person only as a row before it did.
    private void repeat(PersonInRow person, int mention) {
      if (mention != FingerprintIndex.ABSENT) {
        entries.repeats(row, person.plan().nth(), mention, idOf(person));
      }
    }

    /// The number of the first entry of the row that has one and mentions the person.
    private @Nullable String idOf(PersonInRow person) {
      for (int i = 0; i < inRow.length; i++) {
        String id = inRow[i].text(EntryAttribute.ID);
        if (holds(i) && (person.plan().entries() & bit(i)) != 0 && id != null) {
          return id;
        }
      }
      return null;
    }

    private void printMention(int entry, PersonInRow person) {
      print.reset();
      print.add(entry);
      person.print(print);
    }

    private Standing standing(PersonInRow person, int i) {
      Standing standing = person.standing();
      if (standing != null) {
        return standing;
      }
      boolean convicted =
          kind(i) == EntryKind.CONVICTION_RECORDED && person.plan().role() == Role.SUSPECT;
      return convicted ? Standing.CONVICTED : Standing.NAMED;
    }

    private void seal(PersonInRow person, int mention) {
      if (mention != FingerprintIndex.ABSENT && person.hasProtected()) {
        desk.sealed().mention(mention, person.stated(), person.observed(), person.nationality());
      }
    }

    private void sealUnnamed(PersonInRow person, int i) {
      desk.sealed()
          .unnamed(
              new SealedCharacteristics.Unnamed(
                  entryOf[i],
                  row,
                  person.plan().role().word(),
                  person.stated(),
                  person.observed(),
                  person.nationality()));
    }

    private void mention(ThingInRow thing, long repeated) {
      long of = thing.plan().entries() & held;
      int made = FingerprintIndex.ABSENT;
      for (int i = 0; i < inRow.length; i++) {
        if ((of & bit(i)) == 0) {
          continue;
        }
        print.reset();
        print.add(entryOf[i]);
        thing.print(print);
        boolean known = mentioned.find(print) != FingerprintIndex.ABSENT;
        if ((repeated & bit(i)) != 0 && known) {
          continue;
        }
        if (made == FingerprintIndex.ABSENT) {
          made = thing.put(entries, row);
        }
        mentioned.putIfAbsent(print, made);
        if (thing.plan().vehicle()) {
          entries.mentionsVehicle(entryOf[i], made);
        } else {
          entries.mentionsPlace(entryOf[i], made);
        }
      }
    }
  }

  /// A text this long is not written twice by chance.
  private static final int LONG_TEXT = 20;

  private static final Set<EntryAttribute> TELLS_NOTHING =
      EnumSet.of(
          EntryAttribute.ID,
          EntryAttribute.REPORT,
          EntryAttribute.ANSWERED,
          EntryAttribute.ACTION,
          EntryAttribute.ENDED);

  /// Two reports of one day about one child may well agree in date, concern, severity, name and
  /// date of birth; a row of so many values gives more.
  private static final int MANY_VALUES = 7;
}
