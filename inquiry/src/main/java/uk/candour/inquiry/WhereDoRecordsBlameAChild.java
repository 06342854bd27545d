package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.BlamingPhrases.Phrase;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// The entries whose text or reason holds one or more phrases that blame a child, one spelling
/// error allowed ([BlamingPhrases]).
///
/// The test of such a phrase is whether it implies that the child is responsible. A child's own
/// words are left alone: what a child told the inquiry as a witness, and whatever a record quotes.
/// Old records keep their words; this finding counts them and changes none. Each distinct text is
/// read once.
final class WhereDoRecordsBlameAChild implements Question {

  private static final List<EntryAttribute> READ =
      List.of(EntryAttribute.TEXT, EntryAttribute.REASON);

  private static final Set<String> CHILDREN =
      Set.of("child", "young person", "survivor", "victim", "victim-survivor", "self");

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    var phrases = BlamingPhrases.of(casebook.scope());
    List<Read> read =
        READ.stream().map(attribute -> new Read(entries, attribute, phrases)).toList();
    var byAgency = CodeTally.byAgency(entries);
    var byYear = CodeTally.byYear();
    long[] byPhrase = new long[phrases.phrases().size()];
    var evidence = new Evidence();
    long withWords = 0;
    for (int entry = 0; entry < entries.size(); entry++) {
      if (!casebook.concerns().counts(entry) || isAChildsStatement(entries, entry)) {
        continue;
      }
      boolean words = false;
      int[] found = {};
      for (Read each : read) {
        words |= each.has(entry);
        found = both(found, each.in(entry));
      }
      if (!words) {
        continue;
      }
      withWords++;
      byAgency.add(entries.sourceIndex(entry), found.length > 0);
      byYear.add(Days.year(entries, entry), found.length > 0);
      for (int phrase : found) {
        byPhrase[phrase]++;
      }
      if (found.length > 0) {
        evidence.count(
            entries.row(entry),
            Evidence.NOBODY,
            entries.kind(entry).word(),
            Arrays.stream(found)
                .mapToObj(phrase -> phrases.phrases().get(phrase).words())
                .collect(Collectors.joining("; ")));
      }
    }
    long blaming = evidence.size();
    return new Finding(
        "record.language",
        "Where do records blame a child?",
        answer(blaming, withWords),
        withWords == 0 ? null : (double) blaming,
        "entries",
        null,
        "Entries whose text or reason holds a phrase of the list as whole words, one spelling error"
            + " allowed. Quoted words and what a child said as a witness are left alone. The"
            + " breakdown by phrase says where each comes from.",
        null,
        List.of("A phrase means in these records what the guidance says it means."),
        withWords == 0
            ? List.of("No entry on record has a text or a reason that could be read.")
            : List.of(
                "A phrase is counted whatever stands around it; read the entry before"
                    + " repeating the figure."),
        CodeTally.all(
            byAgency.countsOf(), byYear.countsOf(), byPhrase(phrases.phrases(), byPhrase)),
        evidence);
  }

  /// The phrases in the distinct values of one attribute, each value read when it is first met.
  private static final class Read {

    private final Entries entries;
    private final EntryAttribute attribute;
    private final BlamingPhrases phrases;
    private final int[] @Nullable [] found;

    Read(Entries entries, EntryAttribute attribute, BlamingPhrases phrases) {
      this.entries = entries;
      this.attribute = attribute;
      this.phrases = phrases;
      this.found = new int[entries.dictionary(attribute).size() + 1][];
    }

    boolean has(int entry) {
      return entries.has(attribute, entry);
    }

    int[] in(int entry) {
      int code = entries.raw(attribute, entry);
      int[] known = found[code];
      if (known == null) {
        known = code == 0 ? new int[0] : phrases.in(entries.dictionary(attribute).value(code));
        found[code] = known;
      }
      return known;
    }
  }

  private static int[] both(int[] some, int[] more) {
    if (some.length == 0) {
      return more;
    }
    return more.length == 0
        ? some
        : IntStream.concat(Arrays.stream(some), Arrays.stream(more)).sorted().distinct().toArray();
  }

  private static boolean isAChildsStatement(Entries entries, int entry) {
    if (entries.kind(entry) != EntryKind.STATEMENT_MADE) {
      return false;
    }
    String role = entries.text(EntryAttribute.WITNESS_ROLE, entry);
    return role != null && CHILDREN.contains(role.toLowerCase(Locale.ROOT));
  }

  private static List<Breakdown> byPhrase(List<Phrase> phrases, long[] counts) {
    TreeMap<String, Breakdown> rows = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        Phrase phrase = phrases.get(i);
        rows.put(
            phrase.words(),
            new Breakdown(
                "phrase",
                phrase.words(),
                null,
                counts[i],
                null,
                List.of(
                    new Detail(
                        "better-words",
                        phrase.betterWords().isEmpty() ? null : phrase.betterWords()),
                    new Detail("source", phrase.source()))));
      }
    }
    return new ArrayList<>(rows.values());
  }

  private static String answer(long blaming, long withWords) {
    if (withWords == 0) {
      return "The records hold no text that could be read for its language.";
    }
    return Counted.sentence(
        "%s of %s with a text or a reason %s words that blame a child."
            .formatted(
                Counted.none(blaming),
                Counted.of(withWords, "entry", "entries"),
                Counted.form(blaming, "holds", "hold")));
  }
}
