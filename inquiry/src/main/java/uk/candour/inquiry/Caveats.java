package uk.candour.inquiry;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Casebook.View;
import uk.candour.record.Entries;
import uk.candour.record.EntryKind;
import uk.candour.record.Role;

/// What several findings must say before they are repeated, and when they have no answer at all.
final class Caveats {

  /// What every count of people rests on.
  static final String LINKS =
      "Who is who is worked out from names, dates and numbers; low and high accept every and no"
          + " doubtful link.";

  private Caveats() {}

  /// Those caveats of a list that apply: the others are null.
  static List<String> of(@Nullable String... caveats) {
    return Stream.of(caveats).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  /// A finding that the records cannot answer, and why. Its evidence is empty.
  static Finding noAnswer(String id, String question, String unit, String method, String why) {
    return new Finding(
        id,
        question,
        "The records cannot answer this.",
        null,
        unit,
        null,
        method,
        null,
        List.of(),
        List.of(why),
        List.of(),
        new Evidence());
  }

  /// Why nothing can be said of the area at all, or null where it can.
  static @Nullable String noSource(Casebook casebook) {
    var scope = casebook.scope();
    return casebook.entries().sources().stream()
            .anyMatch(source -> source.area().equals(scope.area().code()))
        ? null
        : "No source speaks of " + scope.area().name() + ".";
  }

  /// Why nothing can be said of what followed reports, or null where it can.
  static @Nullable String noDecision(Casebook casebook) {
    String noSource = noSource(casebook);
    if (noSource != null) {
      return noSource;
    }
    Entries entries = casebook.entries();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) == EntryKind.DECISION_TAKEN && casebook.concerns().ownArea(entry)) {
        return null;
      }
    }
    return "No source holds decisions, so that nothing can be said of what followed.";
  }

  /// Why nothing can be said of suspects, or null where it can.
  static @Nullable String noSuspect(Casebook casebook) {
    String noSource = noSource(casebook);
    if (noSource != null) {
      return noSource;
    }
    Entries entries = casebook.entries();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (!casebook.concerns().ownArea(entry)) {
        continue;
      }
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        if (entries.role(link) == Role.SUSPECT) {
          return null;
        }
      }
    }
    return "No source names suspects.";
  }

  /// That some people are known by a forename alone and are not counted, or null where none is.
  static @Nullable String unplaced(View view) {
    int unplaced = view.children().size() - view.children().known();
    return unplaced == 0
        ? null
        : Counted.of(unplaced, "person", "people")
            + " known by a forename alone, who could not be placed, "
            + Counted.form(unplaced, "is", "are")
            + " not counted.";
  }

  /// That the first concerns of some of the children have no day, or null where all have.
  static @Nullable String undatedFirstConcerns(View view, String whatThen) {
    var children = view.children();
    long undated = children.all().filter(child -> children.firstDay(child) == Days.UNDATED).count();
    return undated == 0
        ? null
        : "For "
            + Counted.of(undated, "seen child", "seen children")
            + " no concern has a full date of recording: "
            + whatThen
            + ".";
  }
}
