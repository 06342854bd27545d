package uk.candour.linkage;

/// Identifiers, phones, e-mails and handles that belong to nobody in particular: the number of a
/// children's home, a placeholder typed into an empty field.
///
/// A number is shared when people of many initials, and of many years of birth where those are
/// known, have it. One person's own number gathers two or three initials through short names and
/// slips.
final class SharedNumbers {

  private static final int MANY = 6;

  private final boolean[] numbers;
  private final boolean[] contacts;

  SharedNumbers(Descriptions people) {
    numbers = new boolean[people.numbers.size() + 1];
    contacts = new boolean[people.contacts.size() + 1];
    Spread ofNumbers = new Spread(numbers.length);
    Spread ofContacts = new Spread(contacts.length);
    for (int d = 0; d < people.size; d++) {
      int name = people.forename[d] != 0 ? people.forename[d] : people.surname[d];
      int initial = name == 0 ? 0 : 1 << (people.names.firstLetter(name) & 31);
      long year =
          people.bornFrom[d] == Descriptions.NO_DAY
              ? 0
              : 1L << (Days.yearOf(people.bornFrom[d]) & 63);
      ofNumbers.add(people.identifiers, d, initial, year);
      ofContacts.add(people.phones, d, initial, year);
      ofContacts.add(people.emails, d, initial, year);
      ofContacts.add(people.handles, d, initial, year);
    }
    for (int number = 0; number < numbers.length; number++) {
      numbers[number] = ofNumbers.isWide(number);
    }
    for (int contact = 0; contact < contacts.length; contact++) {
      contacts[contact] = ofContacts.isWide(contact);
    }
  }

  boolean isNumber(int number) {
    return numbers[number];
  }

  boolean isContact(int contact) {
    return contacts[contact];
  }

  /// The initials and the years of birth, modulo 64, of those who have each number.
  private static final class Spread {
    private final int[] initials;
    private final long[] years;

    Spread(int size) {
      initials = new int[size];
      years = new long[size];
    }

    void add(Lists lists, int d, int initial, long year) {
      for (int n = 0; n < lists.count(d); n++) {
        initials[lists.item(d, n)] |= initial;
        years[lists.item(d, n)] |= year;
      }
    }

    boolean isWide(int number) {
      int byInitial = Integer.bitCount(initials[number]);
      int byYear = Long.bitCount(years[number]);
      boolean wide = byInitial >= MANY || (byInitial == 0 && byYear >= MANY);
      return wide && (byYear == 0 || byYear >= MANY - 2);
    }
  }
}
