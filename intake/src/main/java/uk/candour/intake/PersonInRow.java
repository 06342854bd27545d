package uk.candour.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.intake.SourcePlan.PersonPart;
import uk.candour.intake.SourcePlan.PersonPlan;
import uk.candour.intake.Target.PersonField;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Sex;
import uk.candour.record.Standing;

/// A person as one row describes him or her, before a mention is made of it.
///
/// Protected values lie apart: nothing that decides whether there is a mention, or whether two are
/// the same, looks at them.
final class PersonInRow {

  private static final Standing[] STANDINGS = Standing.values();
  private static final Pattern SPACES = Pattern.compile("[\\s-]");

  private final PersonPlan plan;
  private final RowValues values;
  private final List<PersonPart> said = new ArrayList<>();
  private final int ageAt;
  private boolean exists;
  private @Nullable Standing standing;
  private @Nullable Characteristic stated;
  private @Nullable Characteristic observed;
  private @Nullable Characteristic nationality;

  /// @param held the entries of the row that count; what only others say is left out
  /// @param ageAt the date that an age speaks of
  PersonInRow(SourcePlan source, PersonPlan plan, RowValues values, long held, int ageAt) {
    this.plan = plan;
    this.values = values;
    this.ageAt = ageAt;
    for (PersonPart part : plan.parts()) {
      if ((part.entries() & held) == 0 || !values.has(part.cell())) {
        continue;
      }
      switch (part.field()) {
        case ETHNICITY -> stated = values.characteristic(part.cell());
        case ETHNICITY_OBSERVED -> observed = values.characteristic(part.cell());
        case NATIONALITY -> nationality = values.characteristic(part.cell());
        case STANDING -> standing = STANDINGS[values.number(part.cell())];
        default -> {
          said.add(part);
          exists |= part.field().isNaming() || source.cells().get(part.cell()).variesByRow();
        }
      }
    }
  }

  PersonPlan plan() {
    return plan;
  }

  /// Whether the row says anything of the person that is not protected and not the same for every
  /// row of the source.
  boolean exists() {
    return exists;
  }

  boolean hasProtected() {
    return stated != null || observed != null || nationality != null;
  }

  @Nullable Characteristic stated() {
    return stated;
  }

  @Nullable Characteristic observed() {
    return observed;
  }

  @Nullable Characteristic nationality() {
    return nationality;
  }

  /// The standing that the row gives, or null.
  @Nullable Standing standing() {
    return standing;
  }

  /// Whether forename and surname are there, and a date of birth or an identifier with them.
  boolean isNamedInFull() {
    boolean forename = false;
    boolean surname = false;
    boolean known = false;
    for (PersonPart part : said) {
      switch (part.field()) {
        case FORENAME -> forename = true;
        case SURNAME -> surname = true;
        case BORN, ID -> known = true;
        case NAME -> {
          WholeName name = values.name(part.cell());
          forename |= name != null && name.forename() != null;
          surname |= name != null && name.surname() != null;
        }
        default -> {}
      }
    }
    return forename && surname && known;
  }

  /// Adds all that is said, but for what is protected.
  void print(Fingerprint print) {
    print.add(plan.role().ordinal());
    print.add(standing == null ? -1 : standing.ordinal());
    for (PersonPart part : said) {
      print.add(part.field().ordinal());
      print.add(part.scheme());
      WholeName name = values.name(part.cell());
      if (name != null) {
        print.add(orBlank(name.forename()));
        print.add(orBlank(name.middle()));
        print.add(orBlank(name.surname()));
        name.aliases().forEach(print::add);
      } else {
        values.print(print, part.cell());
      }
      if (part.field() == PersonField.AGE) {
        print.add(ageAt);
      }
    }
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// Makes the mention and gives its number.
  int put(EntriesBuilder entries, int row) {
    int mention = entries.person(row, plan.nth());
    boolean forename = says(PersonField.FORENAME);
    boolean middle = says(PersonField.MIDDLE);
    boolean surname = says(PersonField.SURNAME);
    for (PersonPart part : said) {
      int cell = part.cell();
      switch (part.field()) {
        case NAME -> {
          WholeName name = values.name(cell);
          if (name != null) {
            set(entries, mention, PersonAttribute.FORENAME, forename ? null : name.forename());
            set(entries, mention, PersonAttribute.MIDDLE, middle ? null : name.middle());
            set(entries, mention, PersonAttribute.SURNAME, surname ? null : name.surname());
            name.aliases().forEach(alias -> entries.set(mention, PersonAttribute.ALIAS, alias));
          }
        }
        case BORN -> entries.setDate(mention, PersonAttribute.BORN, values.number(cell));
        case AGE -> {
          entries.setNumber(mention, PersonAttribute.AGE_FROM, Ages.from(values.number(cell)));
          entries.setNumber(mention, PersonAttribute.AGE_TO, Ages.to(values.number(cell)));
          entries.setDate(mention, PersonAttribute.AGE_AT, ageAt);
        }
        case SEX -> {
          if (values.constant(cell) instanceof Sex sex) {
            entries.setCode(mention, PersonAttribute.SEX, sex);
          }
        }
        case ID ->
            values
                .texts(cell)
                .forEach(id ->
                    entries.set(mention, PersonAttribute.ID, part.scheme() + ":" + bare(id, part)));
        default -> {
          PersonAttribute attribute = part.field().attribute;
          if (attribute != null && attribute.storage() == PersonAttribute.Storage.TEXTS) {
            values.texts(cell).forEach(text -> entries.set(mention, attribute, text));
          } else if (attribute != null) {
            set(entries, mention, attribute, values.text(cell));
          }
        }
      }
    }
    return mention;
  }

  private boolean says(PersonField field) {
    return said.stream().anyMatch(part -> part.field() == field);
  }

  private static void set(
      EntriesBuilder entries, int mention, PersonAttribute attribute, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      entries.set(mention, attribute, text);
    }
  }

  /// NHS numbers are written with and without spaces; other identifiers are kept as they are.
  private static String bare(String id, PersonPart part) {
    return part.scheme().equals("nhs") ? SPACES.matcher(id).replaceAll("") : id;
  }
}
