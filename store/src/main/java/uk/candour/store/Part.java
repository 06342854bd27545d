package uk.candour.store;

import java.util.Locale;

/// A part of an act that is committed to and encrypted by itself, so that it can be shown or erased
/// without the others. The order is that of the commitments.
public enum Part {
  /// Who reported, and how to reach them.
  REPORTER,
  /// The people mentioned.
  PEOPLE,
  /// What was said in words.
  NARRATIVE,
  /// All else: what the entries are, when, by whom, on what; places and vehicles.
  REST,
  /// Protected values.
  CHARACTERISTICS;

  /// The word in associated data and commitments: `narrative`.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
