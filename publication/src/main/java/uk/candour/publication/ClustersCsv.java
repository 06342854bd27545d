package uk.candour.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.PersonAttribute;

/// Writes `clusters.csv`: for every row and every person it mentions, which cluster that mention is
/// in by the central linking. A row that only repeats another has its lines too.
///
/// A mention of which the row says nothing but a sex is left out: nothing could link it.
final class ClustersCsv {

  private static final List<PersonAttribute> LINKABLE =
      Stream.of(PersonAttribute.values())
          .filter(one -> one != PersonAttribute.SEX && one != PersonAttribute.AGE_AT)
          .toList();

  private ClustersCsv() {}

  static void write(Path file, Entries entries, int[] personOf) throws IOException {
    var people = entries.people();
    int[] linkOf = firstLinks(entries);
    int[] idOf = ids(entries);
    var ids = entries.dictionary(EntryAttribute.ID);
    var repeats = entries.repeats();
    int repeat = 0;
    try (var csv = Csv.create(file, "source", "row", "id", "mention", "cluster")) {
      for (int mention = 0; mention < people.size(); mention++) {
        int row = people.row(mention);
        for (; repeat < repeats.size() && repeats.row(repeat) < row; repeat++) {
          repeat(csv, entries, repeat, linkOf, personOf);
        }
        String id = idOf[mention] == 0 ? null : ids.value(idOf[mention]);
        line(csv, entries, new Line(row, people.index(mention), mention, id), linkOf, personOf);
      }
      for (; repeat < repeats.size(); repeat++) {
        repeat(csv, entries, repeat, linkOf, personOf);
      }
    }
  }

  /// A person whom a row mentions, by a mention of that row or of one that it repeats.
  private record Line(int row, int index, int mention, @Nullable String id) {}

  private static void repeat(Csv csv, Entries entries, int repeat, int[] linkOf, int[] personOf)
      throws IOException {
    var repeats = entries.repeats();
    var line =
        new Line(
            repeats.row(repeat),
            repeats.index(repeat),
            repeats.mention(repeat),
            repeats.id(repeat));
    line(csv, entries, line, linkOf, personOf);
  }

  private static void line(Csv csv, Entries entries, Line line, int[] linkOf, int[] personOf)
      throws IOException {
    if (linkOf[line.mention] < 0 || !isLinkable(entries, line.mention)) {
      return;
    }
    String role = entries.role(linkOf[line.mention]).word();
    csv.line(
        entries.sourceOf(line.row).name(),
        Integer.toString(entries.sourceRow(line.row)),
        line.id == null ? "" : line.id,
        line.index > 1 ? role + "[" + line.index + "]" : role,
        Integer.toString(personOf[line.mention]));
  }

  private static boolean isLinkable(Entries entries, int mention) {
    for (PersonAttribute attribute : LINKABLE) {
      if (entries.people().has(attribute, mention)) {
        return true;
      }
    }
    return false;
  }

  /// The first link of every mention, or -1.
  private static int[] firstLinks(Entries entries) {
    int[] links = new int[entries.people().size()];
    Arrays.fill(links, -1);
    for (int link = entries.firstLink(entries.size()) - 1; link >= 0; link--) {
      links[entries.mention(link)] = link;
    }
    return links;
  }

  /// The code of the number of the first entry with a number that mentions the person, or 0.
  private static int[] ids(Entries entries) {
    int[] ids = new int[entries.people().size()];
    for (int entry = entries.size() - 1; entry >= 0; entry--) {
      int id = entries.raw(EntryAttribute.ID, entry);
      if (id != 0) {
        for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
          ids[entries.mention(link)] = id;
        }
      }
    }
    return ids;
  }
}
