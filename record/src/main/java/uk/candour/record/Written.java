package uk.candour.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One act as it was written: a row of a source, with the entries it makes and the people, places
/// and vehicles that they mention.
///
/// A row of an agency's file and an act of the live record have this one shape. Nothing in it
/// depends on the day as at which somebody asks: a value that became known later says from when
/// ([EntryValue#known]), and what is said of a person in some of the row's entries alone says in
/// which (`of`). A set of entries is the bits of a long, bit 0 for the first; [#WHOLE] is every
/// entry of the row, however many there are. Protected values travel sealed beside this.
///
/// @param shape how a row is taken that has the number of a row before
/// @param ownValues how many values a row of a file gives that tell it from others: not fixed by
///   the remit, no number of an entry, no later date, and not protected
public record Written(
    Shape shape, int ownValues, List<Entry> entries, List<Person> people, List<Thing> things) {

  /// Every entry of the row.
  public static final long WHOLE = -1L;

  /// The most entries of a row of which sets other than [#WHOLE] can be made.
  public static final int MOST_IN_SETS = 63;

  public Written {
    entries = List.copyOf(entries);
    people = List.copyOf(people);
    things = List.copyOf(things);
  }

  /// An act or an episode, which is never a copy of another.
  public Written(Shape shape, List<Entry> entries, List<Person> people, List<Thing> things) {
    this(shape, 0, entries, people, things);
  }

  /// What a row of its source is.
  public enum Shape {
    /// A row: what has the number of a row before adds to it.
    ROW,
    /// A referral episode of a census, which returns year after year: what has the number of an
    /// entry before is that entry.
    EPISODE,
    /// An act of the live record, whose numbers are its own.
    ACT
  }

  /// An entry of the row.
  ///
  /// @param group entries of one source with the same group and number are the same entry
  /// @param idColumn the column of a file that held its number, or nothing
  /// @param onOwnReport whether it is on the report of its own row
  /// @param values of several values of one attribute the last that is known counts
  public record Entry(
      EntryKind kind, int group, String idColumn, boolean onOwnReport, List<EntryValue> values) {

    public Entry {
      values = List.copyOf(values);
    }

    /// An entry of an act of the live record.
    public static Entry of(EntryKind kind, List<EntryValue> values) {
      return new Entry(kind, kind.ordinal(), "", false, values);
    }

    /// The last text value of an attribute, or null.
    public @Nullable String text(EntryAttribute attribute) {
      EntryValue value = last(attribute);
      return value == null ? null : value.text();
    }

    /// The last date, number or code of an attribute, or 0.
    public int number(EntryAttribute attribute) {
      EntryValue value = last(attribute);
      return value == null ? 0 : value.number();
    }

    /// From when the entry is known, where its dates say so.
    public int known() {
      int recorded = number(EntryAttribute.RECORDED);
      return recorded == 0 ? number(EntryAttribute.HAPPENED) : recorded;
    }

    /// When it happened; where that is not recorded, when it was recorded.
    public int happened() {
      int happened = number(EntryAttribute.HAPPENED);
      return happened == 0 ? number(EntryAttribute.RECORDED) : happened;
    }

    /// Whether the entry was held by a day in a source handed over on `extracted`.
    public boolean isHeld(LocalDate day, LocalDate extracted) {
      return Entries.held(known(), day, extracted);
    }

    /// Appends the entry to the present source of a builder and gives its number.
    ///
    /// @param reportId the number of the report of the same row, or null
    public int append(
        EntriesBuilder entries, int row, @Nullable String reportId, LocalDate day, Source source) {
      int entry = entries.entry(kind, row);
      for (EntryValue value : values) {
        if (value.isKnown(day, source.extracted())) {
          value.set(entries, entry);
        }
      }
      if (onOwnReport && reportId != null) {
        entries.set(entry, EntryAttribute.REPORT, reportId);
      }
      boolean onReport = (onOwnReport && reportId != null) || text(EntryAttribute.REPORT) != null;
      if (onReport && text(EntryAttribute.REPORT_SOURCE) == null) {
        entries.set(entry, EntryAttribute.REPORT_SOURCE, source.name());
      }
      return entry;
    }

    private @Nullable EntryValue last(EntryAttribute attribute) {
      EntryValue last = null;
      for (EntryValue value : values) {
        if (value.attribute() == attribute) {
          last = value;
        }
      }
      return last;
    }
  }

  /// A value of an entry.
  ///
  /// @param text the value of a text attribute, else null
  /// @param number a [PartialDate], a whole number, or the place of a constant in its enum
  /// @param known the date from which it is known, 0 where that is not recorded, or [#WITH_ENTRY]
  public record EntryValue(EntryAttribute attribute, @Nullable String text, int number, int known) {

    /// Known as soon as the entry is.
    public static final int WITH_ENTRY = -1;

    public EntryValue {
      if ((attribute.storage() == EntryAttribute.Storage.TEXT) != (text != null)) {
        throw new IllegalArgumentException(attribute + " is kept as " + attribute.storage());
      }
      if (number < 0) {
        throw new IllegalArgumentException(attribute + " cannot be " + number);
      }
    }

    public static EntryValue of(EntryAttribute attribute, String text) {
      return new EntryValue(attribute, text, 0, WITH_ENTRY);
    }

    /// A date or a number. A date after the entry's own, such as that of an answer, is known from
    /// itself.
    public static EntryValue of(EntryAttribute attribute, int number) {
      int known =
          switch (attribute) {
            case ANSWERED, ACTION, ENDED -> number;
            default -> WITH_ENTRY;
          };
      return new EntryValue(attribute, null, number, known);
    }

    public static EntryValue of(EntryAttribute attribute, Enum<?> constant) {
      return new EntryValue(attribute, null, constant.ordinal(), WITH_ENTRY);
    }

    /// Whether it was known by a day in a source handed over on `extracted`.
    public boolean isKnown(LocalDate day, LocalDate extracted) {
      return known == WITH_ENTRY || Entries.held(known, day, extracted);
    }

    private void set(EntriesBuilder entries, int entry) {
      switch (attribute.storage()) {
        case TEXT -> {
          if (text != null) {
            entries.set(entry, attribute, text);
          }
        }
        case DATE -> entries.setDate(entry, attribute, number);
        case NUMBER -> entries.setNumber(entry, attribute, number);
        case CODE -> entries.setCode(entry, attribute, number);
      }
    }
  }

  /// A person whom the row mentions.
  ///
  /// @param nth which of its role in its row, from 1
  /// @param of the entries that mention the person
  /// @param told the entries in which something is said that makes a mention; where none of these
  ///   counts there is no mention
  /// @param standings of several the last that counts stands
  public record Person(
      Role role,
      int nth,
      long of,
      long told,
      List<StandingSaid> standings,
      List<PersonValue> values) {

    public Person {
      standings = List.copyOf(standings);
      values = List.copyOf(values);
    }

    /// The standing that the row gives in the entries that count, or null.
    public @Nullable Standing standing(long counts) {
      Standing standing = null;
      for (StandingSaid said : standings) {
        if ((said.of() & counts) != 0) {
          standing = said.standing();
        }
      }
      return standing;
    }

    /// Makes the mention and gives its number.
    ///
    /// @param counts the entries that count; what only others say is left out
    /// @param ageAt the date that an age speaks of
    public int append(EntriesBuilder entries, int row, long counts, int ageAt) {
      int mention = entries.person(row, nth);
      Map<PersonAttribute, PersonValue> last = new EnumMap<>(PersonAttribute.class);
      for (PersonValue value : values) {
        if ((value.of() & counts) == 0) {
          continue;
        }
        if (value.attribute().storage() == PersonAttribute.Storage.TEXTS) {
          entries.set(mention, value.attribute(), String.valueOf(value.text()));
        } else {
          last.put(value.attribute(), value);
        }
      }
      for (PersonValue value : last.values()) {
        value.set(entries, mention);
      }
      if (last.containsKey(PersonAttribute.AGE_FROM)) {
        entries.setDate(mention, PersonAttribute.AGE_AT, ageAt);
      }
      return mention;
    }
  }

  public record StandingSaid(Standing standing, long of) {}

  /// A value of a person.
  ///
  /// @param text the value of a text attribute, else null
  /// @param number a [PartialDate], a whole number, or the place of a constant in its enum
  /// @param of the entries whose mapping says it
  public record PersonValue(PersonAttribute attribute, @Nullable String text, int number, long of) {

    public PersonValue {
      boolean isText =
          attribute.storage() == PersonAttribute.Storage.TEXT
              || attribute.storage() == PersonAttribute.Storage.TEXTS;
      if (isText != (text != null)) {
        throw new IllegalArgumentException(attribute + " is kept as " + attribute.storage());
      }
    }

    /// A text said in every entry of the row.
    public static PersonValue of(PersonAttribute attribute, String text) {
      return new PersonValue(attribute, text, 0, WHOLE);
    }

    /// A date or a number said in every entry of the row.
    public static PersonValue of(PersonAttribute attribute, int number) {
      return new PersonValue(attribute, null, number, WHOLE);
    }

    /// A constant said in every entry of the row.
    public static PersonValue of(PersonAttribute attribute, Enum<?> constant) {
      return new PersonValue(attribute, null, constant.ordinal(), WHOLE);
    }

    private void set(EntriesBuilder entries, int mention) {
      switch (attribute.storage()) {
        case TEXT, TEXTS -> {
          if (text != null) {
            entries.set(mention, attribute, text);
          }
        }
        case DATE -> entries.setDate(mention, attribute, number);
        case NUMBER -> entries.setNumber(mention, attribute, number);
        case CODE -> entries.setCode(mention, attribute, number);
      }
    }
  }

  /// A place or a vehicle that the row mentions; the sets are as those of a [Person].
  public record Thing(boolean vehicle, int nth, long of, long told, List<ThingValue> values) {

    public Thing {
      values = List.copyOf(values);
    }

    /// Makes the mention and gives its number.
    ///
    /// @param counts the entries that count; what only others say is left out
    public int append(EntriesBuilder entries, int row, long counts) {
      int thing = vehicle ? entries.vehicle(row) : entries.place(row);
      for (ThingValue value : values) {
        if ((value.of() & counts) == 0) {
          continue;
        }
        if (vehicle) {
          entries.setVehicle(thing, value.attribute(), value.text());
        } else {
          entries.setPlace(thing, value.attribute(), value.text());
        }
      }
      return thing;
    }
  }

  /// A value of a place or a vehicle.
  ///
  /// @param of the entries whose mapping says it
  public record ThingValue(ThingAttribute attribute, String text, long of) {

    /// Said in every entry of the row.
    public static ThingValue of(ThingAttribute attribute, String text) {
      return new ThingValue(attribute, text, WHOLE);
    }
  }

  /// Whether a set has the entry at a place of [#entries].
  public static boolean has(long set, int entry) {
    return set == WHOLE || (entry < MOST_IN_SETS && (set >>> entry & 1) != 0);
  }

  /// The number of the row's report among the entries that count, or null.
  public @Nullable String reportId(long counts) {
    for (int i = 0; i < entries.size(); i++) {
      if (has(counts, i) && entries.get(i).kind() == EntryKind.REPORT_MADE) {
        return entries.get(i).text(EntryAttribute.ID);
      }
    }
    return null;
  }

  /// The date that an age speaks of: that of the first dated entry that counts and is of the set.
  public int ageAt(long of, long counts) {
    for (int i = 0; i < entries.size(); i++) {
      if (has(counts, i) && has(of, i) && entries.get(i).happened() != 0) {
        return entries.get(i).happened();
      }
    }
    return PartialDate.NOT_RECORDED;
  }

  /// The standing of a person in an entry: the row's own, else convicted where a suspect's
  /// conviction is recorded, else named.
  public Standing standing(Person person, int entry, long counts) {
    Standing standing = person.standing(counts);
    if (standing != null) {
      return standing;
    }
    boolean convicted =
        entries.get(entry).kind() == EntryKind.CONVICTION_RECORDED && person.role() == Role.SUSPECT;
    return convicted ? Standing.CONVICTED : Standing.NAMED;
  }

  /// Appends the whole row to the present source of a builder as it stands, each person and thing
  /// with a mention of its own; gives the numbers of the mentions, people only, in their order, -1
  /// for one of whom nothing is said.
  ///
  /// @param row the global row
  public int[] append(EntriesBuilder builder, int row, Source source) {
    String reportId = reportId(WHOLE);
    List<Integer> numbers = new ArrayList<>();
    for (Entry entry : entries) {
      numbers.add(entry.append(builder, row, reportId, LocalDate.MAX, source));
    }
    int[] mentions = new int[people.size()];
    for (int p = 0; p < mentions.length; p++) {
      Person person = people.get(p);
      if (person.told() == 0) {
        mentions[p] = -1;
        continue;
      }
      mentions[p] = person.append(builder, row, WHOLE, ageAt(person.of(), WHOLE));
      for (int i = 0; i < numbers.size(); i++) {
        if (has(person.of(), i)) {
          builder.mentions(numbers.get(i), mentions[p], person.role(), standing(person, i, WHOLE));
        }
      }
    }
    for (Thing thing : things) {
      if (thing.told() == 0) {
        continue;
      }
      int made = thing.append(builder, row, WHOLE);
      for (int i = 0; i < numbers.size(); i++) {
        if (has(thing.of(), i) && thing.vehicle()) {
          builder.mentionsVehicle(numbers.get(i), made);
        } else if (has(thing.of(), i)) {
          builder.mentionsPlace(numbers.get(i), made);
        }
      }
    }
    return mentions;
  }
}
