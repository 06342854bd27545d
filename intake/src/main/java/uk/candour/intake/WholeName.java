package uk.candour.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A name that a source keeps in one column, taken apart: `Forename Surname`, `SURNAME, Forename`,
/// either with `aka` and further names, or a single word.
///
/// A single word is a forename, unless a title stands before it (`Mr Khan`). Of several words the
/// last is the surname, with the particles before it (`van`, `al`, `de`).
public record WholeName(
    @Nullable String forename,
    @Nullable String middle,
    @Nullable String surname,
    List<String> aliases) {

  /// Begins where a run of what stands around it begins, so that a long run is looked at once.
  private static final Pattern AKA =
      Pattern.compile(
          "(?:\\G|(?<![\\s,;/(\\[]))[\\s,;/(\\[]*+\\b(?:aka|a\\.k\\.a\\.?|a/k/a)(?=[\\s:])[\\s:]*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "miss", "master", "dr", "sir", "rev", "cllr");
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "bin", "ibn", "ben", "van", "von", "der", "den", "de", "la", "le", "du", "da",
          "di", "dos", "del", "st", "ul", "ur");

  public static WholeName of(String written) {
    String[] names = AKA.split(written, -1);
    List<String> aliases = new ArrayList<>();
    for (int i = 1; i < names.length; i++) {
      String alias = bare(names[i]);
      if (!alias.isEmpty()) {
        aliases.add(alias);
      }
    }
    String name = names[0];
    int comma = name.indexOf(',');
    boolean turned = comma >= 0 && !bare(name.substring(comma)).isEmpty();
    if (turned || (comma >= 0 && words(bare(name)).size() == 1)) {
      List<String> given = words(bare(name.substring(comma + 1)));
      String surname = bare(name.substring(0, comma));
      return new WholeName(
          given.isEmpty() ? null : given.getFirst(),
          joined(given, 1, given.size()),
          surname.isEmpty() ? null : surname,
          List.copyOf(aliases));
    }
    List<String> words = words(bare(name));
    boolean titled = false;
    while (!words.isEmpty() && TITLES.contains(plain(words.getFirst()))) {
      words = words.subList(1, words.size());
      titled = true;
    }
    if (words.isEmpty()) {
      return new WholeName(null, null, null, List.copyOf(aliases));
    }
    if (words.size() == 1) {
      String only = words.getFirst();
      return new WholeName(titled ? null : only, null, titled ? only : null, List.copyOf(aliases));
    }
    int surname = words.size() - 1;
    while (surname > 1 && PARTICLES.contains(plain(words.get(surname - 1)))) {
      surname--;
    }
    return new WholeName(
        words.getFirst(),
        joined(words, 1, surname),
        joined(words, surname, words.size()),
        List.copyOf(aliases));
  }

  /// Whether there is nothing of a name in it.
  public boolean isEmpty() {
    return forename == null && surname == null && aliases.isEmpty();
  }

  /// The parts with what they are: `forename Jade, surname Marsh`.
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (forename != null) {
      parts.add("forename " + forename);
    }
    if (middle != null) {
      parts.add("middle " + middle);
    }
    if (surname != null) {
      parts.add("surname " + surname);
    }
    aliases.forEach(alias -> parts.add("alias " + alias));
    return String.join(", ", parts);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : SPACES.split(text.strip(), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static @Nullable String joined(List<String> words, int from, int to) {
    return from >= to ? null : String.join(" ", words.subList(from, to));
  }

  private static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /// The name without the quotation marks, brackets and spaces around it.
  private static String bare(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && isAround(name.charAt(from))) {
      from++;
    }
    while (from < to && isAround(name.charAt(to - 1))) {
      to--;
    }
    return name.substring(from, to);
  }

  private static boolean isAround(char c) {
    return Character.isWhitespace(c) || "\"“”()[];,".indexOf(c) >= 0;
  }
}
