package uk.candour.publication;

import org.jspecify.annotations.Nullable;

/// One of the gravest failures, as the first screen tells it.
///
/// @param id the finding
/// @param count how many
/// @param of out of how many, or null where nothing was there to be counted out of
/// @param words what befell so many: `reports to social care were never answered`
/// @param duty the duty then in force or the measure, in words
record Failure(String id, long count, @Nullable Long of, String words, String duty) {

  /// The share by which failures of one kind are ranked; those without one come last.
  double share() {
    return of == null || of == 0 ? -1 : (double) count / of;
  }

  String figures() {
    return of == null ? Figures.number(count) : Figures.number(count) + " of " + Figures.number(of);
  }
}
