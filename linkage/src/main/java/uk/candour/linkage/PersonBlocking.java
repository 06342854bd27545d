package uk.candour.linkage;

import static uk.candour.linkage.PersonLevels.*;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// The blocking rules for people: which descriptions are worth comparing.
///
/// Each rule forgives what others insist on: names by sound forgive spelling and order, surname and
/// year of birth forgive the forename, a date of birth forgives the names, an address or a phone
/// forgives both halves of a name. No rule uses an empty code.
final class PersonBlocking {

  private static final long LEAST_PAIRS = 1_500_000;
  private static final long PAIRS_PER_DESCRIPTION = 6;

  private final Descriptions people;
  private final Names names;
  private final Frequencies frequencies;

  private PersonBlocking(Descriptions people, Frequencies frequencies) {
    this.people = people;
    this.names = people.names;
    this.frequencies = frequencies;
  }

  static Blocks of(Descriptions people, Frequencies frequencies) {
    return new PersonBlocking(people, frequencies).blocks();
  }

  private static int bits(int... comparisons) {
    int bits = 0;
    for (int comparison : comparisons) {
      bits |= 1 << comparison;
    }
    return bits;
  }

  private Blocks blocks() {
    long allowed = Math.max(LEAST_PAIRS, PAIRS_PER_DESCRIPTION * people.size);
    IntToLongFunction year = this::year;
    IntToLongFunction initial = this::initial;
    IntToLongFunction surnameSound = d -> names.soundHash(people.surname[d]);
    IntToLongFunction forenameSound = d -> names.soundHash(people.forename[d]);
    IntToLongFunction where = this::where;
    return new Blocks.Builder(people.size, allowed)
        .rule("the same number", bits(IDENTIFIER), this::identifiers, surnameSound, year)
        .rule(
            "forename and surname by sound, in either order",
            bits(FORENAME, SURNAME),
            this::bothNames,
            year,
            where)
        .rule("date of birth", bits(BORN), this::born, initial, surnameSound)
        .rule(
            "date of birth and surname by sound",
            bits(BORN, SURNAME),
            (d, sink) -> sink.key(both(date(d), names.soundHash(people.surname[d]))),
            initial)
        .rule(
            "surname",
            bits(SURNAME),
            (d, sink) -> sink.key(surname(d)),
            initial,
            year,
            forenameSound)
        .rule(
            "surname and year of birth",
            bits(SURNAME, BORN),
            (d, sink) -> years(d, sink, names.soundHash(people.surname[d])),
            initial,
            forenameSound)
        .rule("forename, formal or short", bits(FORENAME), this::forenames, year, where)
        .rule(
            "forename and year of birth or age",
            bits(FORENAME, BORN),
            this::forenamesAndYears,
            where,
            surnameSound)
        .rule(
            "forename and school, area or postcode district",
            bits(FORENAME, SCHOOL, AREA, HOME),
            this::forenamesAndPlaces,
            year,
            surnameSound)
        .rule("address", bits(HOME), (d, sink) -> sink.key(address(d)), initial, year)
        .rule("postcode", bits(HOME), (d, sink) -> sink.key(postcode(d)), initial, surnameSound)
        .rule(
            "phone, e-mail or handle",
            bits(PHONE, EMAIL, HANDLE),
            this::contacts,
            initial,
            surnameSound)
        .rule("alias", bits(ALIAS, FORENAME, SURNAME), this::aliases, year, where)
        .rule(
            "the first letters of forename and surname",
            bits(FORENAME, SURNAME),
            this::prefixes,
            year,
            where)
        .leftOut("a date of birth that is a filler", largest(people.born, this::isPlaceholder))
        .leftOut("a phone that many different people have", largestShared())
        .build();
  }

  /// How many descriptions have the commonest value among those that hold something of a kind.
  private int largest(int[] values, IntPredicate counted) {
    Map<Integer, Integer> counts = new HashMap<>();
    int most = 0;
    for (int d = 0; d < values.length; d++) {
      if (counted.test(d)) {
        most = Math.max(most, counts.merge(values[d], 1, Integer::sum));
      }
    }
    return most;
  }

  private int largestShared() {
    int[] counts = new int[people.contacts.size() + 1];
    int most = 0;
    for (int d = 0; d < people.size; d++) {
      for (int n = 0; n < people.phones.count(d); n++) {
        int phone = people.phones.item(d, n);
        if (frequencies.isSharedContact(phone)) {
          most = Math.max(most, ++counts[phone]);
        }
      }
    }
    return most;
  }

  /// A hash of two keys, 0 where either is.
  private static long both(long a, long b) {
    return a == 0 || b == 0 ? 0 : Forms.mix(a, b);
  }

  private void identifiers(int d, Blocks.Sink sink) {
    for (int n = 0; n < people.identifiers.count(d); n++) {
      sink.key(people.numbers.hash(people.identifiers.item(d, n)));
    }
  }

  private void bothNames(int d, Blocks.Sink sink) {
    long surname = names.soundHash(people.surname[d]);
    sink.key(pair(names.soundHash(people.forename[d]), surname));
    if (people.middle[d] != 0) {
      sink.key(pair(names.soundHash(people.middle[d]), surname));
    }
  }

  /// A hash of two keys in either order.
  private static long pair(long a, long b) {
    return a == 0 || b == 0 ? 0 : Forms.mix(Math.min(a, b), Math.max(a, b));
  }

  private long date(int d) {
    int date = frequencies.births.evidence(people.born[d]);
    return Days.isFull(date) ? Forms.mix(date) : 0;
  }

  private void born(int d, Blocks.Sink sink) {
    sink.key(date(d));
  }

  private long surname(int d) {
    return names.spellingHash(people.surname[d]);
  }

  private long year(int d) {
    return people.bornFrom[d] == Descriptions.NO_DAY
        ? 0
        : Forms.mix(3, Days.yearOf(people.bornFrom[d]));
  }

  /// The years of birth that date or age allow, three at most, each with a key.
  private void years(int d, Blocks.Sink sink, long with) {
    int from = people.bornFrom[d];
    if (with == 0 || from == Descriptions.NO_DAY || isPlaceholder(d)) {
      return;
    }
    int first = Days.yearOf(from);
    int last = Math.min(first + 2, Days.yearOf(people.bornTo[d]));
    for (int year = first; year <= last; year++) {
      sink.key(Forms.mix(with, year));
    }
  }

  private boolean isPlaceholder(int d) {
    return people.born[d] != 0 && frequencies.births.evidence(people.born[d]) == 0;
  }

  private long initial(int d) {
    int name = people.forename[d];
    return name == 0 ? 0 : Forms.mix(5, names.firstLetter(name));
  }

  private long where(int d) {
    if (people.area[d] != 0) {
      return people.places.hash(people.area[d]);
    }
    return district(d);
  }

  /// The postcode without its last three letters, in which a sector and a unit lie.
  private long district(int d) {
    int postcode = people.postcode[d];
    int length = postcode == 0 ? 0 : people.postcodes.length(postcode) - 3;
    if (length < 2) {
      return 0;
    }
    long hash = 11;
    for (int i = 0; i < length; i++) {
      hash = Forms.mix(hash, people.postcodes.at(postcode, i));
    }
    return hash;
  }

  private interface Keyed {
    void with(long name);
  }

  /// Every key a forename goes by: its own and those of the names it is short for.
  private void eachForename(int name, Keyed keyed) {
    if (name == 0 || names.isInitial(name)) {
      return;
    }
    keyed.with(names.spellingHash(name));
    for (int line : names.lines(name)) {
      keyed.with(Forms.mix(13, line));
    }
  }

  private void forenames(int d, Blocks.Sink sink) {
    eachForename(people.forename[d], sink::key);
  }

  private void forenamesAndYears(int d, Blocks.Sink sink) {
    eachForename(people.forename[d], name -> years(d, sink, name));
  }

  private void forenamesAndPlaces(int d, Blocks.Sink sink) {
    long school = people.places.hash(people.school[d]);
    long area = people.places.hash(people.area[d]);
    long district = district(d);
    eachForename(
        people.forename[d],
        name -> {
          sink.key(both(name, both(17, school)));
          sink.key(both(name, both(19, area)));
          sink.key(both(name, district));
        });
  }

  private long address(int d) {
    return people.addresses.hash(people.address[d]);
  }

  private long postcode(int d) {
    return people.postcodes.hash(people.postcode[d]);
  }

  private void contacts(int d, Blocks.Sink sink) {
    keys(people.phones, d, sink);
    keys(people.emails, d, sink);
    keys(people.handles, d, sink);
  }

  private void keys(Lists contacts, int d, Blocks.Sink sink) {
    for (int n = 0; n < contacts.count(d); n++) {
      if (!frequencies.isSharedContact(contacts.item(d, n))) {
        sink.key(people.contacts.hash(contacts.item(d, n)));
      }
    }
  }

  /// Aliases, and the names that somebody somewhere uses as an alias.
  private void aliases(int d, Blocks.Sink sink) {
    for (int n = 0; n < people.aliases.count(d); n++) {
      int alias = people.aliases.item(d, n);
      sink.key(names.spellingHash(alias));
      for (int word : names.words(alias)) {
        sink.key(names.hashOfSpelling(word));
      }
    }
    if (frequencies.isAlias(people.forename[d])) {
      sink.key(names.spellingHash(people.forename[d]));
    }
    if (frequencies.isAlias(people.surname[d])) {
      sink.key(names.spellingHash(people.surname[d]));
    }
  }

  private void prefixes(int d, Blocks.Sink sink) {
    sink.key(both(prefix(people.forename[d], 3), prefix(people.surname[d], 4)));
  }

  private long prefix(int name, int letters) {
    if (name == 0 || names.forms().length(name) < letters - 1) {
      return 0;
    }
    long hash = 23;
    for (int i = 0; i < Math.min(letters, names.forms().length(name)); i++) {
      hash = Forms.mix(hash, names.forms().at(name, i));
    }
    return hash;
  }
}
