package uk.candour.linkage;

import java.util.function.IntToLongFunction;

/// How many people share each value, so that agreement on a rare one counts for more (term
/// frequency).
///
/// People are not known yet, so what is counted is distinct **identities**: the initials of the
/// other names and the date of birth. Counting records would make a name common because its one
/// bearer is mentioned a hundred times, and counting whole names would count each slip of the pen;
/// identities leave little of either.
final class Frequencies {

  private static final int[] NO_WORDS = {};

  final Births births = new Births();

  private final Descriptions people;
  private final Names names;
  private final Tally forenames;
  private final Tally surnames;
  private final Tally forenameSpellings;
  private final Tally surnameSpellings;
  private final Tally forenameInitials = new Tally(255);
  private final Tally surnameInitials = new Tally(255);
  private final Tally middles;
  private final Tally forenameWords;
  private final Tally surnameWords;
  private final Tally aliases;
  private final Tally addresses;
  private final Tally postcodes;
  private final Tally areas;
  private final Tally schools;
  private final Tally phones;
  private final Tally emails;
  private final Tally handles;
  private final boolean[] isAliasSpelling;
  private final SharedNumbers shared;
  private final Namesakes namesakes;
  private final NameVariety variety;

  Frequencies(Descriptions people) {
    this.people = people;
    this.names = people.names;
    forenames = new Tally(names.size());
    surnames = new Tally(names.size());
    forenameSpellings = new Tally(names.spellings());
    surnameSpellings = new Tally(names.spellings());
    middles = new Tally(names.size());
    forenameWords = new Tally(names.spellings());
    surnameWords = new Tally(names.spellings());
    aliases = new Tally(names.size());
    addresses = new Tally(people.addresses.size());
    postcodes = new Tally(people.postcodes.size());
    areas = new Tally(people.places.size());
    schools = new Tally(people.places.size());
    phones = new Tally(people.contacts.size());
    emails = new Tally(people.contacts.size());
    handles = new Tally(people.contacts.size());
    eachIdentity(
        d -> identity(d, 0, initial(people.surname[d])),
        (d, identity) -> {
          forenames.count(people.forename[d], identity);
          forenameSpellings.count(names.spelling(people.forename[d]), identity);
          forenameWords.count(words(people.forename[d]), identity);
          middles.count(people.middle[d], identity);
          forenameInitials.count(initial(people.forename[d]), identity);
        });
    eachIdentity(
        d -> identity(d, initial(people.forename[d]), 0),
        (d, identity) -> {
          surnames.count(people.surname[d], identity);
          surnameSpellings.count(names.spelling(people.surname[d]), identity);
          surnameWords.count(words(people.surname[d]), identity);
          surnameInitials.count(initial(people.surname[d]), identity);
        });
    int[] counted = {0};
    eachIdentity(
        d -> identity(d, initial(people.forename[d]), initial(people.surname[d])),
        (d, identity) -> {
          if (counted[0] != identity) {
            counted[0] = identity;
            births.count(people.born[d]);
          }
          aliases.count(people.aliases, d, identity);
          addresses.count(people.address[d], identity);
          postcodes.count(people.postcode[d], identity);
          areas.count(people.area[d], identity);
          schools.count(people.school[d], identity);
          phones.count(people.phones, d, identity);
          emails.count(people.emails, d, identity);
          handles.count(people.handles, d, identity);
        });
    births.settle();
    isAliasSpelling = aliasSpellings();
    shared = new SharedNumbers(people);
    namesakes = new Namesakes(people, births);
    variety = new NameVariety(people);
  }

  private interface Counting {
    void count(int description, int identity);
  }

  private void eachIdentity(IntToLongFunction key, Counting counting) {
    long[] keys = new long[people.size];
    for (int d = 0; d < keys.length; d++) {
      keys[d] = key.applyAsLong(d);
    }
    int[] order = Order.of(keys);
    int identity = 0;
    for (int i = 0; i < order.length; i++) {
      if (i == 0 || keys[order[i]] != keys[order[i - 1]]) {
        identity++;
      }
      counting.count(order[i], identity);
    }
  }

  private int[] words(int name) {
    return name == 0 ? NO_WORDS : names.words(name);
  }

  private int initial(int name) {
    return name == 0 ? 0 : names.firstLetter(name) & 255;
  }

  /// Whoever has no name at all is known by the first identifier, or stands alone.
  private long identity(int d, int forename, int surname) {
    long born = people.born[d];
    if (born == 0 && people.bornFrom[d] != Descriptions.NO_DAY) {
      born = Days.yearOf(people.bornFrom[d]);
    }
    if (people.forename[d] == 0 && people.surname[d] == 0) {
      return people.identifiers.count(d) == 0
          ? Forms.mix(7, d)
          : Forms.mix(born, people.numbers.hash(people.identifiers.item(d, 0)));
    }
    return Forms.mix(forename << 8 | surname, born);
  }

  private boolean[] aliasSpellings() {
    boolean[] spellings = new boolean[names.spellings() + 1];
    for (int d = 0; d < people.size; d++) {
      for (int n = 0; n < people.aliases.count(d); n++) {
        int alias = people.aliases.item(d, n);
        spellings[names.spelling(alias)] = true;
        for (int word : names.words(alias)) {
          spellings[word] = true;
        }
      }
    }
    return spellings;
  }

  /// Whether some description has the name, in whatever spelling, as an alias or part of one.
  boolean isAlias(int name) {
    return name != 0 && isAliasSpelling[names.spelling(name)];
  }

  /// How many people with clearly different dates of birth bear a description's full name.
  int namesakes(int description) {
    return namesakes.of(description);
  }

  double forename(int name) {
    return forenames.share(name);
  }

  double surname(int name) {
    return surnames.share(name);
  }

  /// The share of a forename that one identity bears.
  double oneForename() {
    return forenames.one();
  }

  double oneSurname() {
    return surnames.one();
  }

  double forenameSpelling(int name) {
    return forenameSpellings.share(names.spelling(name));
  }

  double surnameSpelling(int name) {
    return surnameSpellings.share(names.spelling(name));
  }

  /// The share of a middle name, as a middle name or a forename, whichever is commoner.
  double middle(int name) {
    return Math.max(middles.share(name), forenames.share(name));
  }

  /// The share of the rarest word that two names have in common, or of the commonest word of either
  /// where they have none.
  double forenameWord(int a, int b) {
    return word(forenameWords, words(a), words(b));
  }

  double surnameWord(int a, int b) {
    return word(surnameWords, words(a), words(b));
  }

  private static double word(Tally tally, int[] a, int[] b) {
    double rarestCommon = 2;
    double commonest = 0;
    for (int one : a) {
      commonest = Math.max(commonest, tally.share(one));
      for (int other : b) {
        if (one == other) {
          rarestCommon = Math.min(rarestCommon, tally.share(one));
        }
      }
    }
    for (int other : b) {
      commonest = Math.max(commonest, tally.share(other));
    }
    return rarestCommon <= 1 ? rarestCommon : commonest;
  }

  /// How open names are to being written in more than one way: the share of people it could happen
  /// to. A level that only these people reach is that much less likely by chance.
  NameVariety variety() {
    return variety;
  }

  double forenameInitial(int name) {
    return forenameInitials.share(initial(name));
  }

  double surnameInitial(int name) {
    return surnameInitials.share(initial(name));
  }

  double alias(int name) {
    return aliases.share(name);
  }

  double address(int address) {
    return addresses.share(address);
  }

  double postcode(int postcode) {
    return postcodes.share(postcode);
  }

  double area(int area) {
    return areas.share(area);
  }

  double school(int school) {
    return schools.share(school);
  }

  /// The least share that an address or postcode can have.
  double oneHome() {
    return Math.min(addresses.one(), postcodes.one());
  }

  /// The least share that an area or a school can have.
  double onePlace() {
    return Math.min(areas.one(), schools.one());
  }

  /// The least share that a phone, an e-mail or a handle can have.
  double oneContact() {
    return Math.min(phones.one(), Math.min(emails.one(), handles.one()));
  }

  double phone(int phone) {
    return phones.share(phone);
  }

  double email(int email) {
    return emails.share(email);
  }

  double handle(int handle) {
    return handles.share(handle);
  }

  /// Whether so many different people have the phone, email or handle that it is nobody's own.
  boolean isSharedContact(int contact) {
    return shared.isContact(contact);
  }

  /// Whether so many different people have the number that it is nobody's own.
  boolean isSharedNumber(int number) {
    return shared.isNumber(number);
  }
}
