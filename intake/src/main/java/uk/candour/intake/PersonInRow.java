package uk.candour.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.characteristics.SealedRow;
import uk.candour.intake.SourcePlan.PersonPart;
import uk.candour.intake.SourcePlan.PersonPlan;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Sex;
import uk.candour.record.Standing;
import uk.candour.record.Written;
import uk.candour.record.Written.PersonValue;
import uk.candour.record.Written.StandingSaid;

/// A person as one row describes him or her.
///
/// Protected values lie apart: nothing that decides whether there is a mention, or whether two are
/// the same, looks at them.
final class PersonInRow {

  private static final Standing[] STANDINGS = Standing.values();
  private static final Pattern SPACES = Pattern.compile("[\\s-]");

  private final PersonPlan plan;
  private final Sets sets;
  private final List<PersonValue> said = new ArrayList<>();
  private final List<PersonValue> ofWholeName = new ArrayList<>();
  private final List<StandingSaid> standings = new ArrayList<>();
  private final List<Protected> sealed = new ArrayList<>();
  private long told;

  private record Protected(SealedRow.Kind kind, Characteristic value, long of) {}

  /// From sets of a source's entries to sets of the entries that a row holds.
  @FunctionalInterface
  interface Sets {
    long inRow(long ofSource);
  }

  PersonInRow(SourcePlan source, PersonPlan plan, RowValues values, Sets sets) {
    this.plan = plan;
    this.sets = sets;
    for (PersonPart part : plan.parts()) {
      long of = sets.inRow(part.entries());
      if (of == 0 || !values.has(part.cell())) {
        continue;
      }
      switch (part.field()) {
        case ETHNICITY -> seal(SealedRow.Kind.STATED, values, part, of);
        case ETHNICITY_OBSERVED -> seal(SealedRow.Kind.OBSERVED, values, part, of);
        case NATIONALITY -> seal(SealedRow.Kind.NATIONALITY, values, part, of);
        case STANDING -> standings.add(new StandingSaid(STANDINGS[values.number(part.cell())], of));
        default -> {
          say(values, part, of);
          if (part.field().isNaming() || source.cells().get(part.cell()).variesByRow()) {
            told |= of;
          }
        }
      }
    }
  }

  private void seal(SealedRow.Kind kind, RowValues values, PersonPart part, long of) {
    Characteristic value = values.characteristic(part.cell());
    if (value != null) {
      sealed.add(new Protected(kind, value, of));
    }
  }

  private void say(RowValues values, PersonPart part, long of) {
    int cell = part.cell();
    switch (part.field()) {
      case NAME -> {
        WholeName name = values.name(cell);
        if (name != null) {
          sayOfName(PersonAttribute.FORENAME, name.forename(), of);
          sayOfName(PersonAttribute.MIDDLE, name.middle(), of);
          sayOfName(PersonAttribute.SURNAME, name.surname(), of);
          name.aliases().forEach(alias -> say(PersonAttribute.ALIAS, alias, of));
        }
      }
      case BORN -> said.add(new PersonValue(PersonAttribute.BORN, null, values.number(cell), of));
      case AGE -> {
        int age = values.number(cell);
        said.add(new PersonValue(PersonAttribute.AGE_FROM, null, Ages.from(age), of));
        said.add(new PersonValue(PersonAttribute.AGE_TO, null, Ages.to(age), of));
      }
      case SEX -> {
        if (values.constant(cell) instanceof Sex sex) {
          said.add(new PersonValue(PersonAttribute.SEX, null, sex.ordinal(), of));
        }
      }
      case ID ->
          values
              .texts(cell)
              .forEach(id -> say(PersonAttribute.ID, part.scheme() + ":" + bare(id, part), of));
      default -> {
        PersonAttribute attribute = part.field().attribute;
        if (attribute != null && attribute.storage() == PersonAttribute.Storage.TEXTS) {
          values.texts(cell).forEach(text -> say(attribute, text, of));
        } else if (attribute != null) {
          say(attribute, values.text(cell), of);
        }
      }
    }
  }

  private void sayOfName(PersonAttribute attribute, @Nullable String text, long of) {
    if (text != null && !text.isEmpty()) {
      ofWholeName.add(new PersonValue(attribute, text, 0, of));
    }
  }

  private void say(PersonAttribute attribute, @Nullable String text, long of) {
    if (text != null && !text.isEmpty()) {
      said.add(new PersonValue(attribute, text, 0, of));
    }
  }

  /// NHS numbers are written with and without spaces; other identifiers are kept as they are.
  private static String bare(String id, PersonPart part) {
    return part.scheme().equals("nhs") ? SPACES.matcher(id).replaceAll("") : id;
  }

  /// Whether the row says anything of the person that is not the same for every row of the source.
  boolean isThere() {
    return told != 0 || !sealed.isEmpty();
  }

  /// The person as it is to be written. The last value of an attribute counts, so what a whole name
  /// yields stands before what the row gives by itself.
  Written.Person written() {
    List<PersonValue> values = said;
    if (!ofWholeName.isEmpty()) {
      values = new ArrayList<>(ofWholeName);
      values.addAll(said);
    }
    return new Written.Person(
        plan.role(), plan.nth(), sets.inRow(plan.entries()), told, standings, values);
  }

  /// Adds the protected values, under the person's place in the row.
  void seal(List<SealedRow.OfPerson> into, int place) {
    for (Protected one : sealed) {
      into.add(new SealedRow.OfPerson(place, one.kind(), one.value(), one.of()));
    }
  }
}
