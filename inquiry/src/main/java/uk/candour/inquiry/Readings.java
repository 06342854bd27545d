package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.candour.estimate.FileSampling;
import uk.candour.estimate.Proportion;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.Drawn;
import uk.candour.record.EntryAttribute.Judgement;
import uk.candour.record.EntryAttribute.Presence;
import uk.candour.record.EntryKind;

/// The case files that the inquiry drew at random from lists of its own area, stratum by stratum.
///
/// A file read by several readers is one file, exploited where all of them judged so. One that was
/// not found counts as drawn and as not exploited. Files that somebody chose are not here: they say
/// nothing of the others.
final class Readings {

  private final Entries entries;
  private final List<Stratum> strata;

  Readings(Casebook casebook) {
    this.entries = casebook.entries();
    Map<StratumKey, Map<Object, List<Integer>>> files = new LinkedHashMap<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) == EntryKind.FILE_READ && casebook.concerns().ownArea(entry)) {
        files
            .computeIfAbsent(key(entry), key -> new LinkedHashMap<>())
            .computeIfAbsent(file(entry), file -> new ArrayList<>())
            .add(entry);
      }
    }
    List<Stratum> found = new ArrayList<>();
    files.forEach((key, ofStratum) -> {
      List<List<Integer>> random =
          ofStratum.values().stream()
              .filter(readings -> readings.stream().allMatch(this::isRandom))
              .toList();
      if (!random.isEmpty()) {
        found.add(stratum(key, random));
      }
    });
    found.sort(Comparator.comparing(Stratum::source).thenComparing(Stratum::name));
    this.strata = List.copyOf(found);
  }

  /// Those strata of which a file was drawn at random, by source and name.
  List<Stratum> strata() {
    return strata;
  }

  /// At least so many of the files on the lists sampled are of exploited children: the exact lower
  /// limits of the strata, each at 0.05 divided by their number, summed.
  long lower95() {
    return FileSampling.lower95(strata.stream().map(Stratum::sampling).toList());
  }

  /// How many of the random files that were found were judged exploited.
  Proportion confirmed() {
    return new Proportion(
        strata.stream().mapToLong(stratum -> stratum.count(Result.EXPLOITED)).sum(),
        strata.stream().mapToLong(Stratum::found).sum());
  }

  /// What came of a file that was drawn.
  enum Result {
    EXPLOITED,
    NOT_EXPLOITED,
    NOT_FOUND
  }

  /// A file that was drawn at random: the entries of its readers and what came of it.
  record File(List<Integer> readings, Result result) {}

  /// The random files of one stratum of one source.
  ///
  /// @param name the stratum's name; the source's where it names none
  /// @param listed the size of the list: the smallest given, and never less than the files drawn;
  ///   the files drawn where none is given
  record Stratum(String source, String name, int listed, boolean listedGiven, List<File> files) {

    long count(Result result) {
      return files.stream().filter(file -> file.result == result).count();
    }

    long found() {
      return files.size() - count(Result.NOT_FOUND);
    }

    FileSampling sampling() {
      return new FileSampling(listed, files.size(), Math.toIntExact(count(Result.EXPLOITED)));
    }
  }

  private record StratumKey(int source, int stratum) {}

  private StratumKey key(int entry) {
    return new StratumKey(entries.sourceIndex(entry), entries.raw(EntryAttribute.STRATUM, entry));
  }

  /// What tells files apart: the file's number, else the entry itself.
  private Object file(int entry) {
    String file = entries.text(EntryAttribute.CASE_FILE, entry);
    return file == null ? Integer.valueOf(entry) : file;
  }

  private boolean isRandom(int entry) {
    return entries.code(EntryAttribute.DRAWN, Drawn.class, entry) == Drawn.RANDOM;
  }

  private Stratum stratum(StratumKey key, List<List<Integer>> random) {
    String source = entries.sources().get(key.source).name();
    int smallest = Integer.MAX_VALUE;
    for (List<Integer> readings : random) {
      for (int entry : readings) {
        int size = entries.number(EntryAttribute.SAMPLED_FROM, entry);
        smallest = size < 0 ? smallest : Math.min(smallest, size);
      }
    }
    boolean given = smallest < Integer.MAX_VALUE;
    return new Stratum(
        source,
        key.stratum == 0 ? source : entries.dictionary(EntryAttribute.STRATUM).value(key.stratum),
        given ? Math.max(smallest, random.size()) : random.size(),
        given,
        random.stream().map(readings -> new File(readings, result(readings))).toList());
  }

  private Result result(List<Integer> readings) {
    List<Integer> read = readings.stream().filter(this::wasFound).toList();
    if (read.isEmpty()) {
      return Result.NOT_FOUND;
    }
    return read.stream().allMatch(entry -> judgement(entry) == Judgement.EXPLOITED)
        ? Result.EXPLOITED
        : Result.NOT_EXPLOITED;
  }

  private boolean wasFound(int entry) {
    Presence found = entries.code(EntryAttribute.FOUND, Presence.class, entry);
    return found == null ? entries.has(EntryAttribute.JUDGEMENT, entry) : found == Presence.PRESENT;
  }

  private @Nullable Judgement judgement(int entry) {
    return entries.code(EntryAttribute.JUDGEMENT, Judgement.class, entry);
  }
}
