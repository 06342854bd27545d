package uk.candour.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.record.EntryAttribute.Storage;

/// Appends entries and what they mention to columns, source by source and row by row, and hands
/// them over as [Entries].
///
/// The order of calls: [#startSource]; then for each row that yields anything the people, places
/// and vehicles it mentions and its entries, all with the row's global number ([#globalRow]); then
/// [#endSource] with the files read. Not for use by several threads.
public final class EntriesBuilder {

  final Scope scope;
  final People people = new People();
  final Things.Columns places = new Things.Columns();
  final Things.Columns vehicles = new Things.Columns();
  final Repeats repeats = new Repeats();
  final Pairs links = new Pairs();
  final Pairs placeLinks = new Pairs();
  final Pairs vehicleLinks = new Pairs();

  private final List<Source> sources = new ArrayList<>();
  private final List<InputFile> inputs = new ArrayList<>();
  private int[] firstRows = new int[8];
  private int nextRow;
  private int size;
  private final IntColumn kinds = new IntColumn();
  private final IntColumn rows = new IntColumn();
  private final IntColumn[] columns = new IntColumn[EntryAttribute.values().length];
  private final Dictionary[] dictionaries = new Dictionary[columns.length];

  public EntriesBuilder(Scope scope) {
    this.scope = scope;
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new IntColumn();
      dictionaries[i] = new Dictionary();
    }
  }

  /// Begins a source; its rows follow those of the source before.
  public void startSource(Source source) {
    int index = sources.size();
    sources.add(source);
    if (index == firstRows.length) {
      firstRows = Arrays.copyOf(firstRows, index * 2);
    }
    firstRows[index] = nextRow;
  }

  /// The global number of a data row of the present source, counted from 1.
  public int globalRow(int sourceRow) {
    return firstRows[sources.size() - 1] + sourceRow - 1;
  }

  /// Ends the present source: how many data rows it had, and the files that they came from.
  public void endSource(int dataRows, List<InputFile> files) {
    nextRow = Math.addExact(firstRows[sources.size() - 1], dataRows);
    inputs.addAll(files);
  }

  /// Puts down a file that was read beside the sources.
  public void input(InputFile file) {
    inputs.add(file);
  }

  /// A new person mention of a row, the `index`th (from 1) of its role there: `suspect[2]` is the
  /// second suspect of its row.
  public int person(int row, int index) {
    return people.add(row, index);
  }

  public void set(int mention, PersonAttribute attribute, String value) {
    int code = people.dictionary(attribute).code(value);
    switch (attribute.storage()) {
      case TEXT -> people.set(mention, attribute, code);
      case TEXTS -> people.append(mention, attribute, code);
      case DATE, NUMBER, CODE ->
          throw new IllegalArgumentException(attribute + " is not kept as text");
    }
  }

  public void setDate(int mention, PersonAttribute attribute, int partialDate) {
    people.set(mention, attribute, partialDate);
  }

  public void setNumber(int mention, PersonAttribute attribute, int number) {
    people.set(mention, attribute, number + 1);
  }

  public void setCode(int mention, PersonAttribute attribute, Enum<?> constant) {
    setCode(mention, attribute, constant.ordinal());
  }

  void setCode(int mention, PersonAttribute attribute, int ordinal) {
    people.set(mention, attribute, ordinal + 1);
  }

  /// A new place mention of a row.
  public int place(int row) {
    return places.add(row);
  }

  public void setPlace(int place, ThingAttribute attribute, String value) {
    places.set(place, attribute, value);
  }

  /// A new vehicle mention of a row.
  public int vehicle(int row) {
    return vehicles.add(row);
  }

  public void setVehicle(int vehicle, ThingAttribute attribute, String value) {
    vehicles.set(vehicle, attribute, value);
  }

  /// A new entry of a row.
  public int entry(EntryKind kind, int row) {
    int entry = size++;
    kinds.set(entry, kind.ordinal());
    rows.set(entry, row);
    return entry;
  }

  public void set(int entry, EntryAttribute attribute, String value) {
    expect(attribute, Storage.TEXT);
    columns[attribute.ordinal()].set(entry, dictionaries[attribute.ordinal()].code(value));
  }

  public void setDate(int entry, EntryAttribute attribute, int partialDate) {
    expect(attribute, Storage.DATE);
    columns[attribute.ordinal()].set(entry, partialDate);
  }

  /// Sets a whole number of zero or more.
  public void setNumber(int entry, EntryAttribute attribute, int number) {
    expect(attribute, Storage.NUMBER);
    if (number < 0) {
      throw new IllegalArgumentException(attribute + " cannot be " + number);
    }
    columns[attribute.ordinal()].set(entry, number + 1);
  }

  public void setCode(int entry, EntryAttribute attribute, Enum<?> constant) {
    setCode(entry, attribute, constant.ordinal());
  }

  void setCode(int entry, EntryAttribute attribute, int ordinal) {
    expect(attribute, Storage.CODE);
    columns[attribute.ordinal()].set(entry, ordinal + 1);
  }

  /// Says that an entry mentions a person in a role; `standing` matters for suspects alone.
  public void mentions(int entry, int person, Role role, Standing standing) {
    links.add(entry, person, role.ordinal() | standing.ordinal() << 4);
  }

  /// Says that a row mentions again, as the `index`th of its role, somebody of whom a row before
  /// has said the same; such a row makes no mention of its own.
  public void repeats(int row, int index, int mention, @Nullable String id) {
    repeats.add(row, index, mention, id);
  }

  public void mentionsPlace(int entry, int place) {
    placeLinks.add(entry, place, 0);
  }

  public void mentionsVehicle(int entry, int vehicle) {
    vehicleLinks.add(entry, vehicle, 0);
  }

  /// The entries as they stand; the builder is not to be used afterwards.
  public Entries build() {
    return new Entries(this);
  }

  /// How many entries there are so far.
  public int size() {
    return size;
  }

  /// The global row of an entry that was appended.
  public int row(int entry) {
    return rows.get(entry);
  }

  /// A text value of an entry that was appended, or null where it is not recorded.
  public @Nullable String text(int entry, EntryAttribute attribute) {
    expect(attribute, Storage.TEXT);
    int code = raw(attribute, entry);
    return code == 0 ? null : dictionary(attribute).value(code);
  }

  /// The kind of an entry that was appended.
  public EntryKind kind(int entry) {
    return KINDS[kinds.get(entry)];
  }

  int raw(EntryAttribute attribute, int entry) {
    return columns[attribute.ordinal()].get(entry);
  }

  Dictionary dictionary(EntryAttribute attribute) {
    return dictionaries[attribute.ordinal()];
  }

  List<Source> sources() {
    return sources;
  }

  List<InputFile> inputs() {
    return inputs;
  }

  int firstRow(int source) {
    return firstRows[source];
  }

  int sourceIndexOf(int row) {
    int at = Arrays.binarySearch(firstRows, 0, sources.size(), row);
    if (at < 0) {
      return -at - 2;
    }
    // Sources without rows begin where the next one does: the last of them holds the row.
    while (at + 1 < sources.size() && firstRows[at + 1] == row) {
      at++;
    }
    return at;
  }

  private static final EntryKind[] KINDS = EntryKind.values();

  private static void expect(EntryAttribute attribute, Storage storage) {
    if (attribute.storage() != storage) {
      throw new IllegalArgumentException(
          attribute + " is kept as " + attribute.storage() + ", not as " + storage);
    }
  }
}
