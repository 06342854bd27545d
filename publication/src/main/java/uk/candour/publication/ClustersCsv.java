package uk.candour.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.PersonAttribute;

/// Writes `clusters.csv`: for every row and every person it mentions, which cluster that mention is
/// in by the central linking.
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
    try (var csv = Csv.create(file, "source", "row", "id", "mention", "cluster")) {
      for (int mention = 0; mention < people.size(); mention++) {
        if (linkOf[mention] < 0 || !isLinkable(entries, mention)) {
          continue;
        }
        int row = people.row(mention);
        int index = people.index(mention);
        String role = entries.role(linkOf[mention]).word();
        csv.line(
            entries.sourceOf(row).name(),
            Integer.toString(entries.sourceRow(row)),
            idOf[mention] == 0 ? "" : ids.value(idOf[mention]),
            index > 1 ? role + "[" + index + "]" : role,
            Integer.toString(personOf[mention]));
      }
    }
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
