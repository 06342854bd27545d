package uk.candour.linkage;

/// One many-valued attribute of every record (aliases, phones, identifiers), borrowed from whoever
/// holds it. Codes run from 1 to [#values].
public interface ListColumn {

  /// How many values a record has; zero is not recorded.
  int count(int record);

  /// The code of the nth value, from 0, of a record.
  int code(int record, int n);

  /// How many distinct values there are.
  int values();

  /// The value of a code, as the record gives it: never empty.
  String value(int code);
}
