package uk.candour.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.characteristics.SealedRow;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Standing;
import uk.candour.record.ThingAttribute;
import uk.candour.record.Written;
import uk.candour.record.Written.Entry;
import uk.candour.record.Written.EntryValue;
import uk.candour.record.Written.Person;
import uk.candour.record.Written.PersonValue;
import uk.candour.record.Written.StandingSaid;
import uk.candour.record.Written.Thing;
import uk.candour.record.Written.ThingValue;

/// An act taken apart into the bytes of its parts, and put together from them. The bytes of a part
/// begin with the version of this way to write it.
final class Parts {

  private static final int VERSION = 1;

  private Parts() {}

  static Map<Part, byte[]> of(Act act, long receivedAt) {
    Map<Part, byte[]> parts = new EnumMap<>(Part.class);
    Written written = act.written();
    parts.put(Part.REPORTER, values(written, Part.REPORTER));
    parts.put(Part.PEOPLE, people(written.people()));
    parts.put(Part.NARRATIVE, values(written, Part.NARRATIVE));
    parts.put(Part.REST, rest(act, receivedAt));
    parts.put(Part.CHARACTERISTICS, sealed(act.sealed()));
    return parts;
  }

  /// Puts an act together. Parts that are not given are left out.
  ///
  /// @param reporter null where the reader does not ask for it or it was erased; so the next two
  static Written written(
      byte[] rest, byte @Nullable [] reporter, byte @Nullable [] people, byte @Nullable [] text) {
    var in = start(rest);
    in.someText();
    in.longNumber();
    in.someText();
    in.number();
    in.number();
    Written.Shape shape = in.constant(Written.Shape.class);
    int ownValues = in.number();
    int entries = in.number();
    List<EntryKind> kinds = new ArrayList<>();
    List<Integer> groups = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<Boolean> own = new ArrayList<>();
    List<List<Placed>> values = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      kinds.add(in.constant(EntryKind.class));
      groups.add(in.number());
      columns.add(in.someText());
      own.add(in.flag());
      values.add(new ArrayList<>());
    }
    placed(in, values);
    List<Thing> things = things(in);
    if (reporter != null) {
      placed(start(reporter), values);
    }
    if (text != null) {
      placed(start(text), values);
    }
    List<Entry> made = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      values.get(i).sort(java.util.Comparator.comparingInt(Placed::place));
      made.add(
          new Entry(
              kinds.get(i),
              groups.get(i),
              columns.get(i),
              own.get(i),
              values.get(i).stream().map(Placed::value).toList()));
    }
    return new Written(
        shape, ownValues, made, people == null ? List.of() : people(start(people)), things);
  }

  /// A value with its place among those of its entry.
  private record Placed(int place, EntryValue value) {}

  private static Part part(EntryAttribute attribute) {
    return switch (attribute) {
      case REPORTER_KIND, REPORTER_NAME, REPORTER_AGENCY, REPORTER_CONTACT -> Part.REPORTER;
      case TEXT, CHILDS_WORDS -> Part.NARRATIVE;
      default -> Part.REST;
    };
  }

  private static Bytes.Out begin() {
    return new Bytes.Out().number(VERSION);
  }

  private static Bytes.In start(byte[] part) {
    var in = new Bytes.In(part);
    int version = in.number();
    if (version != VERSION) {
      throw new IllegalStateException(
          "a part is written in way " + version + ", and this program reads way " + VERSION);
    }
    return in;
  }

  private static byte[] rest(Act act, long receivedAt) {
    Written written = act.written();
    Bytes.Out out =
        begin()
            .text(act.reference())
            .number(receivedAt)
            .text(act.source().name())
            .number(act.from() == null ? 0 : act.from().file())
            .number(act.from() == null ? 0 : act.from().row())
            .constant(written.shape())
            .number(written.ownValues())
            .number(written.entries().size());
    for (Entry entry : written.entries()) {
      out.constant(entry.kind()).number(entry.group());
      out.text(entry.idColumn()).flag(entry.onOwnReport());
    }
    values(out, written, Part.REST);
    out.number(written.things().size());
    for (Thing thing : written.things()) {
      out.flag(thing.vehicle()).number(thing.nth()).number(thing.of()).number(thing.told());
      out.number(thing.values().size());
      for (ThingValue value : thing.values()) {
        out.constant(value.attribute()).text(value.text()).number(value.of());
      }
    }
    return out.all();
  }

  private static List<Thing> things(Bytes.In in) {
    List<Thing> things = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      boolean vehicle = in.flag();
      int nth = in.number();
      long of = in.longNumber();
      long told = in.longNumber();
      List<ThingValue> values = new ArrayList<>();
      for (int more = in.number(); more > 0; more--) {
        values.add(
            new ThingValue(in.constant(ThingAttribute.class), in.someText(), in.longNumber()));
      }
      things.add(new Thing(vehicle, nth, of, told, values));
    }
    return things;
  }

  private static byte[] values(Written written, Part part) {
    Bytes.Out out = begin();
    values(out, written, part);
    return out.all();
  }

  private static void values(Bytes.Out out, Written written, Part part) {
    for (int i = 0; i < written.entries().size(); i++) {
      List<EntryValue> values = written.entries().get(i).values();
      for (int place = 0; place < values.size(); place++) {
        EntryValue value = values.get(place);
        if (part(value.attribute()) == part) {
          out.number(i).number(place).constant(value.attribute());
          out.text(value.text()).number(value.number()).number(value.known());
        }
      }
    }
    out.number(-1);
  }

  private static void placed(Bytes.In in, List<List<Placed>> values) {
    for (int entry = in.number(); entry >= 0; entry = in.number()) {
      int place = in.number();
      values
          .get(entry)
          .add(
              new Placed(
                  place,
                  new EntryValue(
                      in.constant(EntryAttribute.class), in.text(), in.number(), in.number())));
    }
  }

  private static byte[] people(List<Person> people) {
    Bytes.Out out = begin().number(people.size());
    for (Person person : people) {
      out.constant(person.role()).number(person.nth()).number(person.of()).number(person.told());
      out.number(person.standings().size());
      for (StandingSaid said : person.standings()) {
        out.constant(said.standing()).number(said.of());
      }
      out.number(person.values().size());
      for (PersonValue value : person.values()) {
        out.constant(value.attribute()).text(value.text());
        out.number(value.number()).number(value.of());
      }
    }
    return out.all();
  }

  private static List<Person> people(Bytes.In in) {
    List<Person> people = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      Role role = in.constant(Role.class);
      int nth = in.number();
      long of = in.longNumber();
      long told = in.longNumber();
      List<StandingSaid> standings = new ArrayList<>();
      for (int more = in.number(); more > 0; more--) {
        standings.add(new StandingSaid(in.constant(Standing.class), in.longNumber()));
      }
      List<PersonValue> values = new ArrayList<>();
      for (int more = in.number(); more > 0; more--) {
        values.add(
            new PersonValue(
                in.constant(PersonAttribute.class), in.text(), in.number(), in.longNumber()));
      }
      people.add(new Person(role, nth, of, told, standings, values));
    }
    return people;
  }

  static byte[] sealed(SealedRow row) {
    Bytes.Out out = begin().number(row.people().size());
    for (SealedRow.OfPerson said : row.people()) {
      out.number(said.person()).constant(said.kind()).number(said.of());
      characteristic(out, said.value());
    }
    out.number(row.changes().size());
    for (SealedRow.OfChange change : row.changes()) {
      out.number(change.entry());
      characteristic(out, change.before());
      characteristic(out, change.after());
    }
    return out.all();
  }

  static SealedRow sealed(byte[] part) {
    var in = start(part);
    List<SealedRow.OfPerson> people = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      int person = in.number();
      SealedRow.Kind kind = in.constant(SealedRow.Kind.class);
      long of = in.longNumber();
      Characteristic value = characteristic(in);
      if (value == null) {
        throw new IllegalStateException("a protected value is missing");
      }
      people.add(new SealedRow.OfPerson(person, kind, value, of));
    }
    List<SealedRow.OfChange> changes = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      changes.add(new SealedRow.OfChange(in.number(), characteristic(in), characteristic(in)));
    }
    return new SealedRow(people, changes);
  }

  private static void characteristic(Bytes.Out out, @Nullable Characteristic value) {
    out.flag(value != null);
    if (value != null) {
      out.text(value.system()).text(value.code()).text(value.label());
      out.text(value.group()).flag(value.usable());
    }
  }

  private static @Nullable Characteristic characteristic(Bytes.In in) {
    return in.flag()
        ? new Characteristic(in.someText(), in.someText(), in.someText(), in.someText(), in.flag())
        : null;
  }
}
