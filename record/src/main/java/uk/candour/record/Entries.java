package uk.candour.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.record.EntryAttribute.Storage;

/// Every entry of an inquiry's sources that was held by the as-at date, in columns.
///
/// Entries are numbered from 0 in the order of their rows. A **row** is one global int: the rows of
/// the sources one after the other ([#sourceOf] and [#sourceRow] give them back). An entry mentions
/// people through **links**: the links of entry `e` are the numbers from [#firstLink] up to
/// [#firstLink] of `e + 1`, each with the mention, its role and its standing. A mention is made
/// once a row and may have links to several entries; it also has its own row, since a later row of
/// the same entry may add people to it.
///
/// Entries are built by [EntriesBuilder] and do not change afterwards. An entry that no source held
/// by the as-at date is not here at all, nor is anything that only such an entry mentions: what is
/// not yet known takes part in nothing.
public final class Entries {

  private final EntriesBuilder built;
  private final int size;
  private final int[] firstLink;
  private final int[] linkMention;
  private final byte[] linkRole;
  private final byte[] linkStanding;
  private final int[] firstEntryOfMention;
  private final int[] entryOfMention;
  private final Things places;
  private final Things vehicles;

  Entries(EntriesBuilder built) {
    this.built = built;
    this.size = built.size();
    var links = built.links.sortedByFirst(size);
    this.firstLink = links.offsets();
    this.linkMention = links.second();
    this.linkRole = new byte[links.count()];
    this.linkStanding = new byte[links.count()];
    for (int link = 0; link < links.count(); link++) {
      int packed = links.note()[link];
      linkRole[link] = (byte) (packed & 15);
      linkStanding[link] = (byte) (packed >>> 4);
    }
    var back = built.links.swapped().sortedByFirst(built.people.size());
    this.firstEntryOfMention = back.offsets();
    this.entryOfMention = back.second();
    this.places = new Things(built.places, built.placeLinks.sortedByFirst(size));
    this.vehicles = new Things(built.vehicles, built.vehicleLinks.sortedByFirst(size));
  }

  /// How many entries there are.
  public int size() {
    return size;
  }

  public Scope scope() {
    return built.scope;
  }

  public List<Source> sources() {
    return built.sources();
  }

  public List<InputFile> inputs() {
    return built.inputs();
  }

  public EntryKind kind(int entry) {
    return built.kind(entry);
  }

  /// The global row of the entry.
  public int row(int entry) {
    return built.row(entry);
  }

  /// The source that holds the entry.
  public Source source(int entry) {
    return sourceOf(row(entry));
  }

  /// The number of the entry's source in [#sources].
  public int sourceIndex(int entry) {
    return built.sourceIndexOf(row(entry));
  }

  /// The source that holds a global row.
  public Source sourceOf(int row) {
    return built.sources().get(built.sourceIndexOf(row));
  }

  /// The number of the source in [#sources] that holds a global row.
  public int sourceIndexOf(int row) {
    return built.sourceIndexOf(row);
  }

  /// The number of a global row in its source, as it is cited: 1 is the first data row.
  public int sourceRow(int row) {
    return row - built.firstRow(built.sourceIndexOf(row)) + 1;
  }

  /// The raw int of an attribute: 0 is not recorded.
  public int raw(EntryAttribute attribute, int entry) {
    return built.raw(attribute, entry);
  }

  public boolean has(EntryAttribute attribute, int entry) {
    return raw(attribute, entry) != 0;
  }

  /// A [PartialDate] as the source gives it.
  public int date(EntryAttribute attribute, int entry) {
    expect(attribute, Storage.DATE);
    return raw(attribute, entry);
  }

  /// When the entry happened; where that is not recorded, when it was recorded.
  public int happened(int entry) {
    int happened = raw(EntryAttribute.HAPPENED, entry);
    return happened == 0 ? raw(EntryAttribute.RECORDED, entry) : happened;
  }

  /// When the entry was recorded; where the source does not say, when it happened.
  public int recorded(int entry) {
    int recorded = raw(EntryAttribute.RECORDED, entry);
    return recorded == 0 ? raw(EntryAttribute.HAPPENED, entry) : recorded;
  }

  /// A whole number, or -1 where it is not recorded.
  public int number(EntryAttribute attribute, int entry) {
    expect(attribute, Storage.NUMBER);
    return raw(attribute, entry) - 1;
  }

  /// A text value, or null where it is not recorded.
  public @Nullable String text(EntryAttribute attribute, int entry) {
    expect(attribute, Storage.TEXT);
    int code = raw(attribute, entry);
    return code == 0 ? null : dictionary(attribute).value(code);
  }

  /// The values of a text attribute, by the codes that [#raw] gives.
  public Dictionary dictionary(EntryAttribute attribute) {
    return built.dictionary(attribute);
  }

  /// The constant of a coded attribute, or null where it is not recorded.
  public <E extends Enum<E>> @Nullable E code(EntryAttribute attribute, Class<E> type, int entry) {
    expect(attribute, Storage.CODE);
    int code = raw(attribute, entry);
    return code == 0 ? null : type.cast(CONSTANTS.get(type)[code - 1]);
  }

  public @Nullable Concern concern(int entry) {
    return code(EntryAttribute.CONCERN, Concern.class, entry);
  }

  public @Nullable Concern category(int entry) {
    return code(EntryAttribute.CATEGORY, Concern.class, entry);
  }

  public @Nullable Outcome outcome(int entry) {
    return code(EntryAttribute.OUTCOME, Outcome.class, entry);
  }

  /// The first link of an entry; that of [#size] ends the last.
  public int firstLink(int entry) {
    return firstLink[entry];
  }

  /// The person mention at a link.
  public int mention(int link) {
    return linkMention[link];
  }

  public Role role(int link) {
    return ROLES[linkRole[link]];
  }

  /// The standing of a suspect at a link; of no meaning for other roles.
  public Standing standing(int link) {
    return STANDINGS[linkStanding[link]];
  }

  /// The people mentioned, by mention number.
  public People people() {
    return built.people;
  }

  /// The mentions of rows that only repeat a row before them.
  public Repeats repeats() {
    return built.repeats;
  }

  /// How many entries mention this person mention.
  public int entriesOf(int mention) {
    return firstEntryOfMention[mention + 1] - firstEntryOfMention[mention];
  }

  /// The nth entry, from 0, that mentions this person mention, in the order of entries.
  public int entryOf(int mention, int nth) {
    return entryOfMention[firstEntryOfMention[mention] + nth];
  }

  public Things places() {
    return places;
  }

  public Things vehicles() {
    return vehicles;
  }

  /// Whether a fact with this recorded date was held by `day` in a source handed over on
  /// `extracted`. A full date decides by itself. A partial or missing one was held where even its
  /// last day had passed, or where the source had already been handed over.
  public static boolean held(int recorded, LocalDate day, LocalDate extracted) {
    if (PartialDate.isFull(recorded)) {
      return !PartialDate.firstDay(recorded).isAfter(day);
    }
    return !extracted.isAfter(day)
        || (recorded != PartialDate.NOT_RECORDED && !PartialDate.lastDay(recorded).isAfter(day));
  }

  /// The constants of each enum asked for: `Class` itself copies them each time.
  private static final ClassValue<Object[]> CONSTANTS =
      new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
          return type.getEnumConstants();
        }
      };

  private static final Role[] ROLES = Role.values();
  private static final Standing[] STANDINGS = Standing.values();

  private static void expect(EntryAttribute attribute, Storage storage) {
    if (attribute.storage() != storage) {
      throw new IllegalArgumentException(
          attribute + " is kept as " + attribute.storage() + ", not as " + storage);
    }
  }
}
