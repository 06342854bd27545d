package uk.candour.linkage;

/// One single-valued attribute of every record, borrowed from whoever holds it: a code a record
/// over a dictionary of distinct values. Code 0 is not recorded; codes run from 1 to [#values].
public interface Column {

  int code(int record);

  /// How many distinct values there are.
  int values();

  /// The value of a code from 1 to [#values], as the record gives it: never empty.
  String value(int code);
}
