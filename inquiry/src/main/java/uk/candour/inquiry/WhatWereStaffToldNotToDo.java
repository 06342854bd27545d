package uk.candour.inquiry;

import java.util.List;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// The directions to staff not to record, share or rate.
///
/// Every direction on record counts, one with the subject `other` too: the breakdown by subject
/// tells them apart.
final class WhatWereStaffToldNotToDo implements Question {

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    var bySubject = CodeTally.byText("subject", entries, EntryAttribute.SUBJECT);
    var byPost = CodeTally.byText("post", entries, EntryAttribute.POST);
    var byYear = CodeTally.byYear();
    var evidence = new Evidence();
    for (int direction = 0; direction < entries.size(); direction++) {
      if (entries.kind(direction) != EntryKind.DIRECTION_GIVEN
          || !casebook.concerns().counts(direction)) {
        continue;
      }
      bySubject.add(entries.raw(EntryAttribute.SUBJECT, direction));
      byPost.add(entries.raw(EntryAttribute.POST, direction));
      byYear.add(Days.year(entries, direction));
      evidence.count(
          entries.row(direction),
          Evidence.NOBODY,
          Keys.orNotRecorded(entries.text(EntryAttribute.SUBJECT, direction)),
          "direction given");
    }
    long directions = evidence.size();
    return new Finding(
        "directions.given",
        "What were staff told not to record, share or rate?",
        directions == 0
            ? "No direction to staff is on record."
            : Counted.sentence(
                Counted.of(directions, "direction")
                    + " to staff not to record, share or rate "
                    + Counted.form(directions, "is", "are")
                    + " on record."),
        (double) directions,
        "directions",
        null,
        "Directions given to staff, counted by subject, by the post of whoever gave them, and by"
            + " year.",
        null,
        List.of(),
        directions == 0
            ? List.of("No source holds a direction to staff; that is not to say none was given.")
            : List.of(
                "Directions given by word of mouth are on record only where somebody wrote"
                    + " them down."),
        CodeTally.all(bySubject.counts(), byPost.counts(), byYear.counts()),
        evidence);
  }
}
