package uk.candour.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import uk.candour.characteristics.Characteristic;
import uk.candour.characteristics.SealedRow;
import uk.candour.record.AgencyKind;
import uk.candour.record.Concern;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Sex;
import uk.candour.record.Source;
import uk.candour.record.ThingAttribute;
import uk.candour.record.Written;
import uk.candour.record.Written.Entry;
import uk.candour.record.Written.EntryValue;
import uk.candour.record.Written.Person;
import uk.candour.record.Written.PersonValue;
import uk.candour.record.Written.Thing;
import uk.candour.record.Written.ThingValue;

/// Acts as tests write them, of invented people.
final class Acts {

  static final Source COUNCIL =
      LiveRecord.liveSource(
          "Eastmoor Council", AgencyKind.SOCIAL_CARE, "X08000001", LocalDate.of(2026, 1, 1));

  private Acts() {}

  /// A report of one child, with all the parts an act can have.
  static Act report(int number) {
    return report(number, null);
  }

  static Act report(int number, @org.jspecify.annotations.Nullable Once once) {
    String reference = References.random();
    int day = PartialDate.of(2026, 11, 24);
    Entry report =
        Entry.of(
            EntryKind.REPORT_MADE,
            List.of(
                EntryValue.of(EntryAttribute.ID, reference),
                EntryValue.of(EntryAttribute.HAPPENED, PartialDate.of(2026, 11)),
                EntryValue.of(EntryAttribute.RECORDED, day),
                EntryValue.of(EntryAttribute.CONCERN, Concern.EXPLOITATION),
                EntryValue.of(EntryAttribute.SEVERITY, 1 + number % 4),
                EntryValue.of(EntryAttribute.TEXT, "Seen again at the arcade, number " + number),
                EntryValue.of(EntryAttribute.REPORTER_KIND, "named"),
                EntryValue.of(EntryAttribute.REPORTER_NAME, "Reporter " + number)));
    Person child =
        new Person(
            Role.CHILD,
            1,
            Written.WHOLE,
            Written.WHOLE,
            List.of(),
            List.of(
                PersonValue.of(PersonAttribute.FORENAME, "Ada" + number),
                PersonValue.of(PersonAttribute.SURNAME, "Example"),
                PersonValue.of(PersonAttribute.BORN, PartialDate.of(2012, 3, 4)),
                PersonValue.of(PersonAttribute.SEX, Sex.FEMALE),
                PersonValue.of(PersonAttribute.ID, "nhs:999" + number)));
    Thing place =
        new Thing(
            false,
            1,
            Written.WHOLE,
            Written.WHOLE,
            List.of(ThingValue.of(ThingAttribute.NAME, "Harbour Arcade")));
    return Act.of(
        reference,
        COUNCIL,
        new Written(Written.Shape.ACT, List.of(report), List.of(child), List.of(place)),
        new SealedRow(
            List.of(
                new SealedRow.OfPerson(
                    0,
                    SealedRow.Kind.STATED,
                    new Characteristic(
                        "dfe-ethnicity", "MWBC", "White and Black Caribbean", "Mixed", true),
                    Written.WHOLE)),
            List.of()),
        once);
  }

  /// A report under a key, whose body is the number.
  static Act once(String key, int body) {
    return report(
        body, Once.of("tests", key, String.valueOf(body).getBytes(StandardCharsets.UTF_8)));
  }
}
