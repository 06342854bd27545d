package uk.candour.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// The normal form of every distinct value of the people's columns.
final class PersonForms {

  private static final Set<String> NO_ADDRESS =
      Set.of("", "unknown", "nfa", "no fixed abode", "not known", "nk", "none", "na", "n a");
  private static final String[][] STREET_WORDS = {
    {"street", "st"},
    {"road", "rd"},
    {"avenue", "ave"},
    {"av", "ave"},
    {"lane", "ln"},
    {"close", "cl"},
    {"drive", "dr"},
    {"crescent", "cres"},
    {"court", "ct"},
    {"place", "pl"},
    {"terrace", "terr"},
    {"grove", "gr"},
    {"gardens", "gdns"},
    {"square", "sq"},
    {"flat", "flat"},
    {"apartment", "flat"},
    {"apt", "flat"}
  };

  final PersonColumns people;
  final Names names = new Names();
  final Forms addresses = new Forms();
  final Forms postcodes = new Forms();
  final Forms places = new Forms();
  final Forms numbers = new Forms();
  final Forms contacts = new Forms();

  final int[] forename;
  final int[] middle;
  final int[] surname;
  final int[] alias;
  final int[] address;
  final int[] postcode;
  final int[] area;
  final int[] school;
  final int[] identifier;
  final int[] phone;
  final int[] email;
  final int[] handle;

  private byte[] schemes = new byte[1 << 8];
  private byte[] schemeNames = new byte[1 << 8];
  private final Map<String, Byte> schemeNumbers = new HashMap<>();

  PersonForms(PersonColumns people) {
    this.people = people;
    forename = forms(people.forename(), names::forename);
    middle = forms(people.middle(), names::forename);
    surname = forms(people.surname(), names::surname);
    alias = forms(people.aliases(), names::forename);
    address = forms(people.address(), written -> addresses.intern(address(written)));
    postcode = forms(people.postcode(), written -> postcodes.intern(postcode(written)));
    area = forms(people.area(), written -> places.intern(place(written)));
    school = forms(people.school(), written -> places.intern(place(written)));
    identifier = forms(people.identifiers(), this::identifier);
    phone = forms(people.phones(), written -> contacts.intern(phone(written)));
    email = forms(people.emails(), written -> contacts.intern(email(written)));
    handle = forms(people.handles(), written -> contacts.intern(handle(written)));
  }

  private static int[] forms(Column column, ToIntFunction<String> form) {
    int[] forms = new int[column.values() + 1];
    for (int code = 1; code < forms.length; code++) {
      forms[code] = form.applyAsInt(column.value(code));
    }
    return forms;
  }

  private static int[] forms(ListColumn column, ToIntFunction<String> form) {
    int[] forms = new int[column.values() + 1];
    for (int code = 1; code < forms.length; code++) {
      forms[code] = form.applyAsInt(column.value(code));
    }
    return forms;
  }

  static String address(String written) {
    String folded = Letters.fold(written);
    if (NO_ADDRESS.contains(folded)) {
      return "";
    }
    StringBuilder plain = new StringBuilder(folded.length());
    for (String word : folded.split(" ", -1)) {
      String one = word;
      for (String[] pair : STREET_WORDS) {
        if (word.equals(pair[0])) {
          one = pair[1];
        }
      }
      plain.append(plain.isEmpty() ? "" : " ").append(one);
    }
    return plain.toString();
  }

  /// The postcode in capitals without spaces; empty for the pseudo codes of people with no home.
  static String postcode(String written) {
    String plain = Numbers.plain(written);
    return plain.startsWith("ZZ99") || plain.equals("UNKNOWN") || plain.equals("NFA") ? "" : plain;
  }

  static String place(String written) {
    String folded = Letters.fold(written);
    return NO_ADDRESS.contains(folded) ? "" : folded;
  }

  /// A phone number's digits, the country code of Britain written as 0; empty for what is too short
  /// to be one or is one digit over and over.
  static String phone(String written) {
    StringBuilder digits = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    String plain = digits.toString();
    if (plain.startsWith("0044")) {
      plain = "0" + plain.substring(4);
    } else if (plain.startsWith("44") && plain.length() >= 12) {
      plain = "0" + plain.substring(2);
    }
    if (plain.startsWith("00") && plain.length() >= 11) {
      plain = plain.substring(1);
    } else if (plain.length() == 10 && plain.charAt(0) == '7') {
      plain = "0" + plain;
    }
    String number = plain;
    boolean oneDigit = number.chars().skip(1).distinct().count() <= 1;
    return number.length() < 6 || oneDigit ? "" : number;
  }

  static String email(String written) {
    String plain = written.trim().toLowerCase(Locale.ROOT);
    return plain.indexOf('@') > 0 ? plain : "";
  }

  static String handle(String written) {
    String plain = written.trim().toLowerCase(Locale.ROOT);
    return plain.startsWith("@") ? plain.substring(1) : plain;
  }

  private int identifier(String written) {
    int colon = written.indexOf(':');
    String scheme = colon < 0 ? "" : written.substring(0, colon).toLowerCase(Locale.ROOT);
    String value = written.substring(colon + 1);
    String plain = scheme.equals("pnc") ? Numbers.pnc(value) : Numbers.plain(value);
    if (plain.isEmpty()) {
      return 0;
    }
    int number = numbers.intern(scheme + ":" + plain);
    if (number >= schemes.length) {
      schemes = Arrays.copyOf(schemes, Math.max(number + 1, schemes.length * 2));
      schemeNames = Arrays.copyOf(schemeNames, schemes.length);
    }
    schemeNames[number] =
        schemeNumbers.computeIfAbsent(scheme, s -> (byte) Math.min(127, schemeNumbers.size()));
    schemes[number] =
        (byte)
            (!Numbers.isValid(scheme, plain)
                ? Descriptions.NOT_VALID
                : switch (scheme) {
                  case "nhs" -> Descriptions.NHS;
                  case "upn" -> Descriptions.UPN;
                  case "pnc" -> Descriptions.PNC;
                  default -> Descriptions.OTHER_SCHEME;
                });
    return number;
  }

  byte[] schemes() {
    return schemes;
  }

  /// A number for the scheme of each identifier, the same for the same scheme.
  byte[] schemeNames() {
    return schemeNames;
  }

  int bornFrom(int record) {
    int born = people.born().applyAsInt(record);
    if (born != 0) {
      return Days.first(born);
    }
    int age = people.ageTo().applyAsInt(record);
    int at = people.ageAt().applyAsInt(record);
    return age < 0 || at == 0 ? Descriptions.NO_DAY : Days.earliestBirth(at, age);
  }

  int bornTo(int record) {
    int born = people.born().applyAsInt(record);
    if (born != 0) {
      return Days.last(born);
    }
    int age = people.ageFrom().applyAsInt(record);
    int at = people.ageAt().applyAsInt(record);
    return age < 0 || at == 0 ? Descriptions.NO_DAY : Days.latestBirth(at, age);
  }

  /// A hash of all that a record says, the same for the same words whatever the order of the rows.
  long content(int record) {
    long hash = names.forms().hash(forename[people.forename().code(record)]);
    hash = Forms.mix(hash, names.forms().hash(middle[people.middle().code(record)]));
    hash = Forms.mix(hash, names.forms().hash(surname[people.surname().code(record)]));
    hash = Forms.mix(hash, content(people.aliases(), record, alias, names.forms()));
    hash = Forms.mix(hash, people.born().applyAsInt(record));
    hash = Forms.mix(hash, bornFrom(record));
    hash = Forms.mix(hash, bornTo(record));
    hash = Forms.mix(hash, people.sex().applyAsInt(record));
    hash = Forms.mix(hash, addresses.hash(address[people.address().code(record)]));
    hash = Forms.mix(hash, postcodes.hash(postcode[people.postcode().code(record)]));
    hash = Forms.mix(hash, places.hash(area[people.area().code(record)]));
    hash = Forms.mix(hash, places.hash(school[people.school().code(record)]));
    hash = Forms.mix(hash, content(people.identifiers(), record, identifier, numbers));
    hash = Forms.mix(hash, content(people.phones(), record, phone, contacts));
    hash = Forms.mix(hash, content(people.emails(), record, email, contacts));
    return Forms.mix(hash, content(people.handles(), record, handle, contacts));
  }

  /// A hash of a list's values, in whatever order they stand.
  private static long content(ListColumn column, int record, int[] formOf, Forms forms) {
    long hash = 0;
    int count = column.count(record);
    for (int n = 0; n < count; n++) {
      hash += forms.hash(formOf[column.code(record, n)]);
    }
    return hash;
  }
}
