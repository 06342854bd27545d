package uk.candour.linkage;

import java.util.function.IntUnaryOperator;

/// The distinct descriptions of people among the records, each attribute a column of normal forms.
///
/// Records that say the same, once written in normal form, are one description: of 150,000 mentions
/// that agencies hold of 40,000 children a large part is the same child in the same words.
/// Descriptions are numbered by a hash of what they say, so that nothing after this depends on the
/// order of the rows.
final class Descriptions {

  final int size;
  final Names names;
  final Forms addresses;
  final Forms postcodes;
  final Forms places;
  final Forms numbers;
  final Forms contacts;

  final int[] forename;
  final int[] middle;
  final int[] surname;
  final Lists aliases;

  /// Packed dates; 0 where not recorded.
  final int[] born;

  /// The first and last day of birth that date or age allow, as epoch days; [#NO_DAY] where neither
  /// is recorded.
  final int[] bornFrom;

  final int[] bornTo;
  final byte[] sex;
  final int[] address;

  /// The number that each form of [#addresses] begins with, 0 where it begins with none.
  final int[] houseNumber;

  final int[] postcode;
  final int[] area;
  final int[] school;

  /// Numbers as forms of `scheme:value`.
  final Lists identifiers;

  final Lists phones;
  final Lists emails;
  final Lists handles;

  /// The records of each description, ascending.
  final Lists records;

  /// The description of each record.
  final int[] descriptionOf;

  private final byte[] schemeOf;
  private final byte[] schemeNames;

  static final int NO_DAY = Integer.MIN_VALUE;

  /// Identifier schemes that name a person for life, and all others.
  static final int NHS = 0;

  static final int UPN = 1;
  static final int PNC = 2;
  static final int OTHER_SCHEME = 3;
  static final int NOT_VALID = 4;

  private Descriptions(PersonForms forms, int[] descriptionOf, int size) {
    this.descriptionOf = descriptionOf;
    this.size = size;
    this.records = Lists.inverse(descriptionOf, size);
    this.names = forms.names;
    this.addresses = forms.addresses;
    this.postcodes = forms.postcodes;
    this.places = forms.places;
    this.numbers = forms.numbers;
    this.contacts = forms.contacts;
    this.schemeOf = forms.schemes();
    this.schemeNames = forms.schemeNames();
    this.houseNumber = houseNumbers(addresses);
    PersonColumns people = forms.people;
    forename = column(r -> forms.forename[people.forename().code(r)]);
    middle = column(r -> forms.middle[people.middle().code(r)]);
    surname = column(r -> forms.surname[people.surname().code(r)]);
    aliases = lists(people.aliases(), forms.alias);
    born = column(people.born());
    bornFrom = column(r -> forms.bornFrom(r));
    bornTo = column(r -> forms.bornTo(r));
    sex = new byte[size];
    for (int d = 0; d < size; d++) {
      sex[d] = (byte) people.sex().applyAsInt(first(d));
    }
    address = column(r -> forms.address[people.address().code(r)]);
    postcode = column(r -> forms.postcode[people.postcode().code(r)]);
    area = column(r -> forms.area[people.area().code(r)]);
    school = column(r -> forms.school[people.school().code(r)]);
    identifiers = lists(people.identifiers(), forms.identifier);
    phones = lists(people.phones(), forms.phone);
    emails = lists(people.emails(), forms.email);
    handles = lists(people.handles(), forms.handle);
  }

  static Descriptions of(PersonColumns people) {
    PersonForms forms = new PersonForms(people);
    long[] contents = new long[people.size()];
    for (int r = 0; r < contents.length; r++) {
      contents[r] = forms.content(r);
    }
    int[] order = Order.of(contents);
    int[] descriptionOf = new int[people.size()];
    int size = 0;
    for (int i = 0; i < order.length; i++) {
      if (i > 0 && contents[order[i]] != contents[order[i - 1]]) {
        size++;
      }
      descriptionOf[order[i]] = size;
    }
    return new Descriptions(forms, descriptionOf, order.length == 0 ? 0 : size + 1);
  }

  /// The first record of a description.
  int first(int description) {
    return records.item(description, 0);
  }

  private int[] column(IntUnaryOperator ofRecord) {
    int[] column = new int[size];
    for (int d = 0; d < size; d++) {
      column[d] = ofRecord.applyAsInt(first(d));
    }
    return column;
  }

  private Lists lists(ListColumn column, int[] forms) {
    Lists.Builder lists = new Lists.Builder();
    for (int d = 0; d < size; d++) {
      int record = first(d);
      int count = column.count(record);
      for (int n = 0; n < count; n++) {
        int form = forms[column.code(record, n)];
        if (form != 0) {
          lists.add(form);
        }
      }
      lists.next();
    }
    return lists.build();
  }

  private static int[] houseNumbers(Forms addresses) {
    int[] numbers = new int[addresses.size() + 1];
    for (int address = 1; address < numbers.length; address++) {
      int number = 0;
      for (int i = 0; i < addresses.length(address) && number < 1_000_000; i++) {
        byte letter = addresses.at(address, i);
        if (letter < '0' || letter > '9') {
          break;
        }
        number = number * 10 + letter - '0';
      }
      numbers[address] = number;
    }
    return numbers;
  }

  /// Whether two forms of [#identifiers] are numbers of one scheme.
  boolean haveOneScheme(int one, int other) {
    return schemeNames[one] == schemeNames[other];
  }

  /// The scheme of a form of [#identifiers]: one that names a person for life where the number is
  /// well formed.
  int scheme(int identifier) {
    return schemeOf[identifier];
  }
}
