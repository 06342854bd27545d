package uk.candour.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.characteristics.SealedRow;
import uk.candour.intake.Problems.Kind;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Source;
import uk.candour.record.Written;
import uk.candour.record.Written.Entry;
import uk.candour.record.Written.EntryValue;
import uk.candour.record.Written.Person;
import uk.candour.record.Written.PersonValue;
import uk.candour.record.Written.Thing;
import uk.candour.record.Written.ThingValue;

/// Takes the rows of one source into an inquiry's entries as at a day, whether they come from files
/// or from the live record.
///
/// For each row: which of its entries were held by the day, for the others take part in nothing;
/// whether it repeats an entry's number or is a copy of a row before; then its entries, and the
/// people, places and vehicles that they mention. Protected values go to the sealed envelope and
/// are not looked at by any of this.
final class Taking implements RowTaker {

  /// What all the sources of one inquiry are taken into.
  ///
  /// @param sameReport the numbers of reports that turn out to be copies, as `source, line feed,
  ///   number`, each with the number of the report that it is
  record Desk(
      LocalDate asAt,
      EntriesBuilder entries,
      SealedCharacteristics.Builder sealed,
      Problems problems,
      Map<String, String> sameReport) {

    /// A report's number in a source, as `sameReport` has it.
    static String numberIn(String source, String number) {
      return source + "\n" + number;
    }
  }

  private final Source source;
  private final Desk desk;
  private final EntriesBuilder entries;
  private final Tally tally;

  // What is remembered of the rows before: by number, by content, and whom each entry mentions.
  private final FingerprintIndex byId = new FingerprintIndex();
  private final FingerprintIndex byContent = new FingerprintIndex();
  private final FingerprintIndex mentioned = new FingerprintIndex();
  private final Fingerprint print = new Fingerprint();

  /// The entry, in the inquiry, of each entry that the row in hand holds.
  private int[] entryOf = new int[8];

  Taking(Source source, Desk desk, Tally tally) {
    this.source = source;
    this.desk = desk;
    this.entries = desk.entries();
    this.tally = tally;
  }

  @Override
  public void take(int sourceRow, Written written, SealedRow sealed) {
    if (entryOf.length < written.entries().size()) {
      entryOf = Arrays.copyOf(entryOf, written.entries().size() * 2);
    }
    if (written.shape() == Written.Shape.EPISODE) {
      new Episode(sourceRow, written, sealed).append();
      return;
    }
    long held = 0;
    for (int i = 0; i < written.entries().size(); i++) {
      Entry entry = written.entries().get(i);
      if (!entry.kind().isOfRemits()) {
        continue;
      }
      if (isHeld(entry)) {
        held |= 1L << i;
      } else {
        tally.notYetKnown++;
      }
    }
    if (held != 0) {
      new InHand(sourceRow, written, sealed, held).append();
    }
  }

  private boolean isHeld(Entry entry) {
    return entry.isHeld(desk.asAt(), source.extracted());
  }

  private void list(Kind kind, int row, String column, String value, String expected) {
    desk.problems().add(new RowProblem(kind, source.name(), row, column, value, expected));
  }

  private int sourceRowOf(int entry) {
    return entries.row(entry) - entries.globalRow(1) + 1;
  }

  private int put(Entry entry, int row, @Nullable String reportId) {
    tally.entries++;
    tally.undated += entry.known() == PartialDate.NOT_RECORDED ? 1 : 0;
    return entry.append(entries, row, reportId, desk.asAt(), source);
  }

  private void sealMention(SealedRow sealed, int person, long counts, int mention) {
    if (mention != FingerprintIndex.ABSENT && sealed.says(person, counts)) {
      desk.sealed()
          .mention(
              mention,
              sealed.of(person, SealedRow.Kind.STATED, counts),
              sealed.of(person, SealedRow.Kind.OBSERVED, counts),
              sealed.of(person, SealedRow.Kind.NATIONALITY, counts));
    }
  }

  private void printMention(int entry, Written written, Person person, long counts) {
    print.reset();
    print.add(entry);
    print(written, person, counts);
  }

  /// Adds all that is said of a person, but for what is protected.
  private void print(Written written, Person person, long counts) {
    print.add(person.role().ordinal());
    var standing = person.standing(counts);
    print.add(standing == null ? -1 : standing.ordinal());
    for (PersonValue value : person.values()) {
      if ((value.of() & counts) == 0) {
        continue;
      }
      print.add(value.attribute().ordinal());
      String text = value.text();
      if (text != null) {
        print.add(text);
      } else {
        print.add(value.number());
      }
      if (value.attribute() == PersonAttribute.AGE_FROM) {
        print.add(written.ageAt(person.of(), counts));
      }
    }
  }

  private void print(Thing thing, long counts) {
    print.add(thing.vehicle() ? -11 : -12);
    for (ThingValue value : thing.values()) {
      if ((value.of() & counts) != 0) {
        print.add(value.attribute().ordinal());
        print.add(value.text());
      }
    }
  }

  /// Adds all that the row says of an entry itself, but for its number, a reference to that number,
  /// and the values of a protected field.
  private void print(Entry entry, @Nullable String reportId, boolean sealed) {
    print.add(entry.kind().ordinal());
    for (EntryValue value : entry.values()) {
      EntryAttribute attribute = value.attribute();
      if (attribute == EntryAttribute.ID
          || !value.isKnown(desk.asAt(), source.extracted())
          || (sealed && (attribute == EntryAttribute.OLD || attribute == EntryAttribute.NEW))) {
        continue;
      }
      print.add(attribute.ordinal());
      String text = value.text();
      if (attribute == EntryAttribute.REPORT && text != null && text.equals(reportId)) {
        print.add(-3);
      } else if (text != null) {
        print.add(text);
      } else {
        print.add(value.number());
      }
    }
  }

  /// The row in hand, once it is known that something of it counts.
  private final class InHand {

    private final int sourceRow;
    private final int row;
    private final Written written;
    private final SealedRow sealed;
    private final long held;
    private final @Nullable String reportId;

    InHand(int sourceRow, Written written, SealedRow sealed, long held) {
      this.sourceRow = sourceRow;
      this.row = entries.globalRow(sourceRow);
      this.written = written;
      this.sealed = sealed;
      this.held = held;
      this.reportId = written.reportId(held);
    }

    private int size() {
      return written.entries().size();
    }

    private Entry entry(int i) {
      return written.entries().get(i);
    }

    private boolean holds(int i) {
      return (held >>> i & 1) != 0;
    }

    /// Whether the row mentions the person in an entry that counts.
    private boolean exists(Person person) {
      return (person.told() & held) != 0;
    }

    private @Nullable String id(int i) {
      return entry(i).text(EntryAttribute.ID);
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
            String.valueOf(id(first)),
            "each number once: counted with row " + sourceRowOf(entryOf[first]));
      }
      if (written.shape() == Written.Shape.ROW && isDistinctive()) {
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
      for (int i = 0; i < size(); i++) {
        if (holds(i) && (repeated >>> i & 1) == 0) {
          entryOf[i] = put(entry(i), row, reportId);
          sealChange(i);
          rememberId(i);
        }
      }
      for (int person = 0; person < written.people().size(); person++) {
        mention(person, repeated);
      }
      for (Thing thing : written.things()) {
        if ((thing.told() & held) != 0) {
          mention(thing, repeated);
        }
      }
    }

    private void sealChange(int i) {
      for (SealedRow.OfChange change : sealed.changes()) {
        if (change.entry() == i) {
          desk.sealed().change(entryOf[i], change.before(), change.after());
        }
      }
    }

    // -- The same number again --------------------------------------------------------------------

    /// Which of the entries have the number of an entry before; their entries are found.
    private long repeated() {
      long repeated = 0;
      for (int i = 0; i < size(); i++) {
        String id = id(i);
        if (holds(i) && id != null) {
          printId(i, id);
          int before = byId.find(print);
          if (before != FingerprintIndex.ABSENT) {
            entryOf[i] = before;
            repeated |= 1L << i;
          }
        }
      }
      return repeated;
    }

    /// Whether the entries of the row follow one another in the record, as those of a copy will be
    /// taken to do.
    private boolean isOneAfterTheOther() {
      int next = entryOf[Long.numberOfTrailingZeros(held)];
      for (int i = 0; i < size(); i++) {
        if (holds(i) && entryOf[i] != next++) {
          return false;
        }
      }
      return true;
    }

    private void printId(int i, String id) {
      print.reset();
      print.add(entry(i).group());
      print.add(id);
    }

    private void rememberId(int i) {
      String id = id(i);
      if (id != null) {
        printId(i, id);
        byId.putIfAbsent(print, entryOf[i]);
      }
    }

    private String idColumn(int i) {
      return entry(i).idColumn();
    }

    // -- The same row under a new number ----------------------------------------------------------

    /// Whether a second row that says the same can only be a copy: it has a text and a person or a
    /// date; or it is dated, names somebody in full with a date of birth or an identifier, and says
    /// so much that two events of one day would differ in something.
    private boolean isDistinctive() {
      boolean dated = false;
      boolean text = false;
      for (int i = 0; i < size(); i++) {
        if (holds(i)) {
          dated |= PartialDate.isFull(entry(i).known());
          String own = entry(i).text(EntryAttribute.TEXT);
          text |= own != null && own.length() >= LONG_TEXT;
        }
      }
      boolean somebody = false;
      for (Person person : written.people()) {
        somebody |= exists(person);
        if (dated && isNamedInFull(person) && written.ownValues() >= MANY_VALUES) {
          return true;
        }
      }
      return text && (somebody || dated);
    }

    /// Whether forename and surname are there, and a date of birth or an identifier with them.
    private boolean isNamedInFull(Person person) {
      boolean forename = false;
      boolean surname = false;
      boolean known = false;
      for (PersonValue value : person.values()) {
        if ((value.of() & held) != 0) {
          switch (value.attribute()) {
            case FORENAME -> forename = true;
            case SURNAME -> surname = true;
            case BORN, ID -> known = true;
            default -> {}
          }
        }
      }
      return forename && surname && known;
    }

    /// Takes the fingerprint of all that the row says, but for its numbers and what is protected.
    private void printRow() {
      print.reset();
      for (int i = 0; i < size(); i++) {
        if (holds(i)) {
          int place = i;
          print.add(-20 - entry(i).group());
          boolean isSealed = sealed.changes().stream().anyMatch(change -> change.entry() == place);
          print(entry(i), reportId, isSealed);
        }
      }
      for (Person person : written.people()) {
        if (exists(person)) {
          print.add(person.nth());
          print(written, person, held);
        }
      }
      for (Thing thing : written.things()) {
        if ((thing.told() & held) != 0) {
          print(thing, held);
        }
      }
    }

    private void copy(int firstEntry) {
      tally.copies++;
      int first = Long.numberOfTrailingZeros(held);
      String id = id(first);
      list(
          Kind.COPY,
          sourceRow,
          idColumn(first),
          id == null ? "" : id,
          "a row of its own: all else is as in row %d, with which it counts once"
              .formatted(sourceRowOf(firstEntry)));
      int entry = firstEntry;
      for (int i = 0; i < size(); i++) {
        if (holds(i)) {
          entryOf[i] = entry++;
          rememberId(i);
        }
      }
      String kept = keptReport();
      if (reportId != null && kept != null && !kept.equals(reportId)) {
        desk.sameReport().put(Desk.numberIn(source.name(), reportId), kept);
      }
      for (int person = 0; person < written.people().size(); person++) {
        Person described = written.people().get(person);
        long of = described.of() & held;
        if (of == 0 || !(exists(described) || sealed.says(person, held))) {
          continue;
        }
        printMention(entryOf[Long.numberOfTrailingZeros(of)], written, described, held);
        int same = mentioned.find(print);
        sealMention(sealed, person, held, same);
        if (exists(described)) {
          repeat(described, same);
        }
      }
    }

    private @Nullable String keptReport() {
      for (int i = 0; i < size(); i++) {
        if (holds(i) && entry(i).kind() == EntryKind.REPORT_MADE) {
          return entries.text(entryOf[i], EntryAttribute.ID);
        }
      }
      return null;
    }

    // -- Who and what is mentioned ----------------------------------------------------------------

    private void mention(int place, long repeated) {
      Person person = written.people().get(place);
      long of = person.of() & held;
      if (of == 0) {
        return;
      }
      if (!exists(person)) {
        if (sealed.says(place, held)) {
          sealUnnamed(place, Long.numberOfTrailingZeros(of));
        }
        return;
      }
      int made = FingerprintIndex.ABSENT;
      int same = FingerprintIndex.ABSENT;
      for (int i = 0; i < size(); i++) {
        if ((of >>> i & 1) == 0) {
          continue;
        }
        printMention(entryOf[i], written, person, held);
        int before = mentioned.find(print);
        if ((repeated >>> i & 1) != 0 && before != FingerprintIndex.ABSENT) {
          sealMention(sealed, place, held, before);
          same = before;
          continue;
        }
        if (made == FingerprintIndex.ABSENT) {
          made = person.append(entries, row, held, written.ageAt(person.of(), held));
          sealMention(sealed, place, held, made);
        }
        mentioned.putIfAbsent(print, made);
        entries.mentions(entryOf[i], made, person.role(), written.standing(person, i, held));
      }
      if (made == FingerprintIndex.ABSENT) {
        repeat(person, same);
      }
    }

    /// Puts down that the row mentions a person only as a row before it did.
    private void repeat(Person person, int mention) {
      if (mention != FingerprintIndex.ABSENT) {
        entries.repeats(row, person.nth(), mention, idOf(person));
      }
    }

    /// The number of the first entry of the row that has one and mentions the person.
    private @Nullable String idOf(Person person) {
      for (int i = 0; i < size(); i++) {
        String id = id(i);
        if (holds(i) && Written.has(person.of(), i) && id != null) {
          return id;
        }
      }
      return null;
    }

    private void sealUnnamed(int place, int i) {
      desk.sealed()
          .unnamed(
              new SealedCharacteristics.Unnamed(
                  entryOf[i],
                  row,
                  written.people().get(place).role().word(),
                  sealed.of(place, SealedRow.Kind.STATED, held),
                  sealed.of(place, SealedRow.Kind.OBSERVED, held),
                  sealed.of(place, SealedRow.Kind.NATIONALITY, held)));
    }

    private void mention(Thing thing, long repeated) {
      long of = thing.of() & held;
      int made = FingerprintIndex.ABSENT;
      for (int i = 0; i < size(); i++) {
        if ((of >>> i & 1) == 0) {
          continue;
        }
        print.reset();
        print.add(entryOf[i]);
        print(thing, held);
        boolean known = mentioned.find(print) != FingerprintIndex.ABSENT;
        if ((repeated >>> i & 1) != 0 && known) {
          continue;
        }
        if (made == FingerprintIndex.ABSENT) {
          made = thing.append(entries, row, held);
        }
        mentioned.putIfAbsent(print, made);
        if (thing.vehicle()) {
          entries.mentionsVehicle(entryOf[i], made);
        } else {
          entries.mentionsPlace(entryOf[i], made);
        }
      }
    }
  }

  /// A referral episode of a census, about one child: what has the number of an entry before is
  /// that entry.
  private final class Episode {

    private final int sourceRow;
    private final int row;
    private final Written written;
    private final SealedRow sealed;
    private int mention = FingerprintIndex.ABSENT;
    private int mentionBefore = FingerprintIndex.ABSENT;

    Episode(int sourceRow, Written written, SealedRow sealed) {
      this.sourceRow = sourceRow;
      this.row = entries.globalRow(sourceRow);
      this.written = written;
      this.sealed = sealed;
    }

    void append() {
      for (Entry entry : written.entries()) {
        if (!isHeld(entry)) {
          tally.notYetKnown++;
          continue;
        }
        String number = String.valueOf(entry.text(EntryAttribute.ID));
        print.reset();
        print.add(entry.kind().ordinal());
        print.add(number);
        int before = byId.putIfAbsent(print, entries.size());
        if (before == FingerprintIndex.ABSENT) {
          int made = put(entry, row, null);
          if (mention == FingerprintIndex.ABSENT) {
            mention = child();
          }
          mention(made);
        } else if (entry.kind() == EntryKind.REPORT_MADE) {
          repeated(number, before);
        }
      }
      if (mention == FingerprintIndex.ABSENT && mentionBefore != FingerprintIndex.ABSENT) {
        entries.repeats(
            row, 1, mentionBefore, written.entries().getFirst().text(EntryAttribute.ID));
      }
    }

    private void repeated(String number, int before) {
      tally.repeated++;
      list(
          Kind.REPEATED,
          sourceRow,
          "LAchildID+CINreferralDate",
          number,
          "each referral once: counted with row " + sourceRowOf(before));
      printMention(before, written, described(), Written.WHOLE);
      int known = mentioned.find(print);
      if (known != FingerprintIndex.ABSENT) {
        sealMention(sealed, 0, Written.WHOLE, known);
        mentionBefore = known;
      } else {
        mention = child();
        mention(before);
      }
    }

    private Person described() {
      return written.people().getFirst();
    }

    private int child() {
      int made = described().append(entries, row, Written.WHOLE, PartialDate.NOT_RECORDED);
      sealMention(sealed, 0, Written.WHOLE, made);
      return made;
    }

    private void mention(int entry) {
      printMention(entry, written, described(), Written.WHOLE);
      mentioned.putIfAbsent(print, mention);
      entries.mentions(entry, mention, described().role(), uk.candour.record.Standing.NAMED);
    }
  }

  /// A text this long is not written twice by chance.
  private static final int LONG_TEXT = 20;

  /// Two reports of one day about one child may well agree in date, concern, severity, name and
  /// date of birth; a row of so many values gives more.
  private static final int MANY_VALUES = 7;
}
