package uk.candour.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Sex;
import uk.candour.record.Standing;
import uk.candour.record.ThingAttribute;

/// What a key of a remit's map stands for: `report.concern`, `child.forename`, `suspect[2].phone`,
/// `place.name`. [EntryTargets] lists those of each kind of entry; the others are listed here.
sealed interface Target {

  /// How the value's text is to be understood.
  Meaning meaning();

  /// An attribute of the entry itself.
  record OfEntry(EntryKind kind, EntryAttribute attribute, Meaning meaning) implements Target {}

  /// An attribute of a person that the row mentions.
  ///
  /// @param nth 2 for `suspect[2]`, 1 for `suspect`
  /// @param scheme the scheme of an identifier, or nothing
  record OfPerson(Role role, int nth, PersonField field, String scheme) implements Target {
    @Override
    public Meaning meaning() {
      return field.meaning();
    }
  }

  /// An attribute of a place or a vehicle that the row mentions.
  record OfThing(boolean vehicle, int nth, ThingAttribute attribute) implements Target {
    @Override
    public Meaning meaning() {
      return Meaning.TEXT;
    }
  }

  /// What a file of residents says of them; its values are read as text first.
  record OfPopulation(String word) implements Target {
    @Override
    public Meaning meaning() {
      return Meaning.TEXT;
    }
  }

  /// What a target may say of a person.
  enum PersonField {
    ID(PersonAttribute.ID),
    NAME(null),
    FORENAME(PersonAttribute.FORENAME),
    MIDDLE(PersonAttribute.MIDDLE),
    SURNAME(PersonAttribute.SURNAME),
    ALIAS(PersonAttribute.ALIAS),
    BORN(PersonAttribute.BORN),
    AGE(null),
    SEX(PersonAttribute.SEX),
    ETHNICITY(null),
    ETHNICITY_OBSERVED(null),
    NATIONALITY(null),
    ADDRESS(PersonAttribute.ADDRESS),
    POSTCODE(PersonAttribute.POSTCODE),
    AREA(PersonAttribute.AREA),
    PHONE(PersonAttribute.PHONE),
    EMAIL(PersonAttribute.EMAIL),
    HANDLE(PersonAttribute.HANDLE),
    SCHOOL(PersonAttribute.SCHOOL),
    STANDING(null);

    /// Where the record keeps it, or null where it is kept otherwise.
    final @Nullable PersonAttribute attribute;

    PersonField(@Nullable PersonAttribute attribute) {
      this.attribute = attribute;
    }

    /// The word after the dot.
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Meaning meaning() {
      return switch (this) {
        case NAME -> Meaning.NAME;
        case ID, ALIAS, PHONE, EMAIL, HANDLE -> Meaning.TEXTS;
        case BORN -> Meaning.DATE;
        case AGE -> Meaning.AGE;
        case SEX -> SEXES;
        case ETHNICITY, ETHNICITY_OBSERVED, NATIONALITY -> Meaning.CHARACTERISTIC;
        case STANDING -> STANDINGS;
        case FORENAME, MIDDLE, SURNAME, ADDRESS, POSTCODE, AREA, SCHOOL -> Meaning.TEXT;
      };
    }

    /// Whether it can name somebody though it is the same for every row of a source.
    boolean isNaming() {
      return switch (this) {
        case ID, NAME, FORENAME, SURNAME, ALIAS -> true;
        default -> false;
      };
    }
  }

  Meaning STANDINGS = Meaning.constant(Standing.values(), Standing::word);

  /// The letters are not in the contract, but cannot mean anything else.
  Meaning SEXES =
      Meaning.constants(
          List.of("female", "male", "other", "unknown", "f", "m", "u"),
          Sex.FEMALE,
          Sex.MALE,
          Sex.OTHER,
          null,
          Sex.FEMALE,
          Sex.MALE,
          null);

  Pattern SHAPE =
      Pattern.compile("([a-z]+)(?:\\[(\\d{1,2})])?\\.([a-z-]+)(?:\\.([A-Za-z0-9_-]+))?");

  /// The target that is written so in an entry of this kind, or null.
  static @Nullable Target find(String written, EntryKind kind) {
    Matcher shape = SHAPE.matcher(written);
    if (!shape.matches()) {
      return null;
    }
    String role = shape.group(1);
    int nth = shape.group(2) == null ? 1 : Integer.parseInt(shape.group(2));
    String word = shape.group(3);
    String scheme = shape.group(4) == null ? null : shape.group(4).toLowerCase(Locale.ROOT);
    if (nth == 0) {
      return null;
    }
    if (role.equals(kind.role())) {
      boolean plain = shape.group(2) == null && scheme == null;
      return plain ? entryAttributes(kind).get(word) : null;
    }
    if (role.equals("place") || role.equals("vehicle")) {
      boolean vehicle = role.equals("vehicle");
      ThingAttribute attribute = (vehicle ? VEHICLE : PLACE).get(word);
      return attribute == null || scheme != null ? null : new OfThing(vehicle, nth, attribute);
    }
    for (Role person : Role.values()) {
      if (person.word().equals(role)) {
        return person(person, nth, word, scheme);
      }
    }
    return null;
  }

  private static @Nullable Target person(Role role, int nth, String word, @Nullable String scheme) {
    for (PersonField field : PersonField.values()) {
      if (!field.word().equals(word)
          || (field == PersonField.ID) != (scheme != null)
          || (field == PersonField.STANDING && role != Role.SUSPECT)) {
        continue;
      }
      return new OfPerson(role, nth, field, scheme == null ? "" : scheme);
    }
    return null;
  }

  /// Every target of an entry of this kind, as a remit writes them.
  static List<String> all(EntryKind kind) {
    List<String> all = new ArrayList<>();
    for (String word : entryAttributes(kind).keySet()) {
      all.add(kind.role() + "." + word);
    }
    for (Role role : Role.values()) {
      for (PersonField field : PersonField.values()) {
        if (field == PersonField.ID) {
          all.add(role.word() + ".id.nhs");
        } else if (field != PersonField.STANDING || role == Role.SUSPECT) {
          all.add(role.word() + "." + field.word());
        }
      }
    }
    PLACE.keySet().forEach(word -> all.add("place." + word));
    VEHICLE.keySet().forEach(word -> all.add("vehicle." + word));
    return all;
  }

  Map<String, ThingAttribute> PLACE =
      linked(
          "name", ThingAttribute.NAME,
          "kind", ThingAttribute.KIND,
          "address", ThingAttribute.ADDRESS,
          "postcode", ThingAttribute.POSTCODE,
          "area", ThingAttribute.AREA);

  Map<String, ThingAttribute> VEHICLE =
      linked("registration", ThingAttribute.NAME, "kind", ThingAttribute.KIND);

  private static Map<String, ThingAttribute> linked(Object... pairs) {
    Map<String, ThingAttribute> linked = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      linked.put((String) pairs[i], (ThingAttribute) pairs[i + 1]);
    }
    return linked;
  }

  private static Map<String, OfEntry> entryAttributes(EntryKind kind) {
    return EntryTargets.of(kind);
  }
}
