package uk.candour.inquiry;

import uk.candour.linkage.Column;
import uk.candour.linkage.ListColumn;
import uk.candour.linkage.PersonColumns;
import uk.candour.record.Entries;
import uk.candour.record.People;
import uk.candour.record.PersonAttribute;

/// Lends the columns of the people that entries mention to linkage, which sees nothing else of
/// them: no role, no concern, no text.
public final class WhoIsWho {

  private WhoIsWho() {}

  /// The columns, one record a person mention.
  public static PersonColumns columns(Entries entries) {
    People people = entries.people();
    return new PersonColumns(
        people.size(),
        single(people, PersonAttribute.FORENAME),
        single(people, PersonAttribute.MIDDLE),
        single(people, PersonAttribute.SURNAME),
        many(people, PersonAttribute.ALIAS),
        people::born,
        mention -> people.number(PersonAttribute.AGE_FROM, mention),
        mention -> people.number(PersonAttribute.AGE_TO, mention),
        mention -> people.raw(PersonAttribute.AGE_AT, mention),
        mention -> people.raw(PersonAttribute.SEX, mention),
        single(people, PersonAttribute.ADDRESS),
        single(people, PersonAttribute.POSTCODE),
        single(people, PersonAttribute.AREA),
        single(people, PersonAttribute.SCHOOL),
        many(people, PersonAttribute.ID),
        many(people, PersonAttribute.PHONE),
        many(people, PersonAttribute.EMAIL),
        many(people, PersonAttribute.HANDLE),
        mention -> entries.sourceIndexOf(people.row(mention)),
        people::row);
  }

  private static Column single(People people, PersonAttribute attribute) {
    var dictionary = people.dictionary(attribute);
    return new Column() {
      @Override
      public int code(int record) {
        return people.raw(attribute, record);
      }

      @Override
      public int values() {
        return dictionary.size();
      }

      @Override
      public String value(int code) {
        return dictionary.value(code);
      }
    };
  }

  private static ListColumn many(People people, PersonAttribute attribute) {
    var dictionary = people.dictionary(attribute);
    return new ListColumn() {
      @Override
      public int count(int record) {
        return people.count(attribute, record);
      }

      @Override
      public int code(int record, int n) {
        return people.nth(attribute, record, n);
      }

      @Override
      public int values() {
        return dictionary.size();
      }

      @Override
      public String value(int code) {
        return dictionary.value(code);
      }
    };
  }
}
