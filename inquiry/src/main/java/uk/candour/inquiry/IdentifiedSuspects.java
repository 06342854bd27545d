package uk.candour.inquiry;

import java.util.Arrays;
import java.util.stream.IntStream;
import uk.candour.inquiry.Casebook.View;
import uk.candour.linkage.Linking;
import uk.candour.record.Entries;
import uk.candour.record.Role;
import uk.candour.record.Standing;

/// The suspects whom `suspects.identified` counts, with everything the area's sources mention of
/// each; and which links name a suspect at all. For what must be counted outside this module.
public final class IdentifiedSuspects {

  private final Casebook casebook;
  private final View view;
  private final int[] suspects;

  private IdentifiedSuspects(Casebook casebook, View view) {
    this.casebook = casebook;
    this.view = view;
    this.suspects =
        IntStream.range(0, view.suspects().size()).filter(view.suspects()::named).toArray();
  }

  /// The identified suspects of one linking.
  public static IdentifiedSuspects of(Casebook casebook, Linking linking) {
    return new IdentifiedSuspects(casebook, casebook.view(linking));
  }

  public int size() {
    return suspects.length;
  }

  /// The person number of a suspect, from 0 up to [#size].
  public int person(int suspect) {
    return view.suspects().person(suspects[suspect]);
  }

  /// The standing of the record that says most of the suspect.
  public Standing standing(int suspect) {
    return HowManySuspectsWereIdentified.standing(casebook, view, suspects[suspect]);
  }

  /// Every mention of the suspect in the area's sources, in whatever role, in the order of rows.
  public int[] mentions(int suspect) {
    Entries entries = casebook.entries();
    int person = person(suspect);
    return IntStream.range(0, view.persons().mentions(person))
        .map(nth -> view.persons().mention(person, nth))
        .filter(mention ->
            entries
                .sourceOf(entries.people().row(mention))
                .area()
                .equals(casebook.scope().area().code()))
        .toArray();
  }

  /// The mentions that an entry of the area and the period names as suspects: adults, or of unknown
  /// age, when it happened. None for an entry of another area.
  public int[] namedIn(int entry) {
    Entries entries = casebook.entries();
    if (!casebook.concerns().ownArea(entry) || !casebook.concerns().inPeriod(entry)) {
      return new int[0];
    }
    int[] named = new int[entries.firstLink(entry + 1) - entries.firstLink(entry)];
    int count = 0;
    for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
      int mention = entries.mention(link);
      if (entries.role(link) == Role.SUSPECT
          && !view.persons().under18(view.persons().personOf(mention), mention, entry)) {
        named[count++] = mention;
      }
    }
    return Arrays.copyOf(named, count);
  }

  /// Whether an entry is of the area and the period.
  public boolean counts(int entry) {
    return casebook.concerns().ownArea(entry) && casebook.concerns().inPeriod(entry);
  }

  /// The person of a mention.
  public int personOf(int mention) {
    return view.persons().personOf(mention);
  }
}
