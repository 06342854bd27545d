package uk.candour.cli;

import uk.candour.cli.Candour.WrongUse;
import uk.candour.record.Entries;

/// Finds the mention that somebody names as `clusters.csv` does: source, row, and which mention of
/// the row, such as `police-crimes,12,suspect[2]`.
final class Mentioned {

  private Mentioned() {}

  static int of(Entries entries, String named) throws WrongUse {
    String[] parts = named.split(",", -1);
    if (parts.length != 3) {
      throw new WrongUse(
          "\""
              + named
              + "\" names no mention; expected source,row,mention as in clusters.csv, such"
              + " as police-crimes,12,child");
    }
    var people = entries.people();
    for (int mention = 0; mention < people.size(); mention++) {
      int row = people.row(mention);
      if (entries.sourceOf(row).name().equals(parts[0])
          && Integer.toString(entries.sourceRow(row)).equals(parts[1])
          && word(entries, mention, people.index(mention)).equals(parts[2])) {
        return mention;
      }
    }
    var repeats = entries.repeats();
    for (int repeat = 0; repeat < repeats.size(); repeat++) {
      int row = repeats.row(repeat);
      if (entries.sourceOf(row).name().equals(parts[0])
          && Integer.toString(entries.sourceRow(row)).equals(parts[1])
          && word(entries, repeats.mention(repeat), repeats.index(repeat)).equals(parts[2])) {
        return repeats.mention(repeat);
      }
    }
    throw new WrongUse("No row mentions " + named + "; clusters.csv lists every mention.");
  }

  /// `child`, `suspect[2]`: the mention's role, with its number in the row from the second on.
  private static String word(Entries entries, int mention, int index) {
    int entry = entries.entryOf(mention, 0);
    for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
      if (entries.mention(link) == mention) {
        String role = entries.role(link).word();
        return index > 1 ? role + "[" + index + "]" : role;
      }
    }
    return "";
  }
}
