package uk.candour.linkage;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the records of tables are to be linked. What is null is chosen from the data
/// ([TableDefaults]), and [LinkedTable#settings] says what was chosen.
///
/// @param id the column that names a record
/// @param link which records may be one: null for all, within files and across them
/// @param blocking which pairs are compared: each rule those that agree on all of its expressions
/// @param comparisons what is compared, sixteen comparisons at most
/// @param threshold the least match weight, in bits, at which a pair is a link
/// @param clustering whether links are followed as they are or weighed against each other
public record LinkSettings(
    String id,
    @Nullable Link link,
    @Nullable List<List<Expression>> blocking,
    @Nullable List<Compared> comparisons,
    @Nullable Threshold threshold,
    Clustering clustering,
    Train train) {

  /// The most comparisons and the most blocking rules that there may be.
  public static final int MOST_COMPARISONS = Comparisons.MOST;

  public static final int MOST_RULES = 31;

  public LinkSettings {
    blocking = blocking == null ? null : blocking.stream().map(List::copyOf).toList();
    comparisons = comparisons == null ? null : List.copyOf(comparisons);
  }

  /// Settings of which the id is said and all else is to be chosen.
  public static LinkSettings of(String id) {
    return new LinkSettings(id, null, null, null, null, Clustering.GUARDED, Train.USUAL);
  }

  /// Which records may be one.
  public enum Link {
    DEDUPE,
    /// Records of different files only, at most one of each file in a cluster.
    LINK_ONLY,
    LINK_AND_DEDUPE;

    /// The word that settings use.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// How links become clusters.
  public enum Clustering {
    /// A link that joins two groups whose other members speak against each other is not followed.
    GUARDED,
    /// Every link is followed.
    CONNECTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The least that makes a pair a link, as a probability or as a weight in bits.
  public sealed interface Threshold {

    record Probability(double value) implements Threshold {}

    record Weight(double bits) implements Threshold {}

    /// The match probability.
    default double probability() {
      return switch (this) {
        case Probability(double value) -> value;
        case Weight(double bits) -> Model.probability(bits);
      };
    }
  }

  /// How a model is learnt.
  ///
  /// @param randomPairs how many pairs at random say how often two people agree by chance
  /// @param candidatePairs how many candidates, about, say how often records of one person agree
  /// @param rounds how often that is done over
  /// @param matchProbability how likely two records at random are one person; 0 where that is
  ///   learnt
  public record Train(int randomPairs, int candidatePairs, int rounds, double matchProbability) {

    public static final Train USUAL = new Train(200_000, 200_000, 4, 0);
  }

  /// One comparison.
  ///
  /// @param columns what is compared: the values of several joined by a space
  /// @param levels its levels from the strictest to the loosest, without the last, `different`
  /// @param termFrequency whether agreement on a rare value counts for more
  public record Compared(
      List<Expression> columns, Kind kind, List<String> levels, boolean termFrequency) {

    public Compared {
      columns = List.copyOf(columns);
      levels = List.copyOf(levels);
    }

    /// The comparison's name: its columns.
    public String name() {
      return String.join(" ", columns.stream().map(Expression::text).toList());
    }
  }

  /// How values are compared.
  public enum Kind {
    NAME(
        "same, spelling, nickname, close, part, initial, alike, swapped",
        "one of same, spelling, nickname, close, part, initial, alike, swapped, or a Jaro-Winkler similarity such as 0.92"),
    DATE(
        "same, swapped, slip, two-parts, partial, 1 year",
        "one of same, swapped, slip, two-parts, partial, or a distance such as 1 month, 10 years"),
    POSTCODE("same, slip, sector, district, area", "one of same, slip, sector, district, area"),
    EXACT("same", "same"),
    EMAIL("same, user, 0.9", "one of same, user, or a Jaro-Winkler similarity such as 0.9"),
    PHONE("same, 1", "same, or a number of edits such as 1"),
    LEVENSHTEIN("same, 1, 2", "same, or a number of edits such as 1"),
    JARO_WINKLER("same, 0.92, 0.85", "same, or a similarity between 0 and 1 such as 0.92");

    private final String usual;
    private final String expected;

    Kind(String usual, String expected) {
      this.usual = usual;
      this.expected = expected;
    }

    /// The word that settings use.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The levels where none are named.
    public List<String> usual() {
      return List.of(usual.split(", ", -1));
    }

    /// What a level of this kind may be, for whoever wrote another.
    public String expected() {
      return expected;
    }

    /// Whether a text names a level of this kind.
    public boolean has(String level) {
      return level.equals("same")
          || switch (this) {
            case NAME -> usual().contains(level) || isSimilarity(level);
            case DATE ->
                (usual().contains(level) && !level.equals("1 year"))
                    || level.matches("[1-9]\\d{0,3} (days?|months?|years?)");
            case POSTCODE -> usual().contains(level);
            case EXACT -> false;
            case EMAIL -> level.equals("user") || isSimilarity(level);
            case PHONE, LEVENSHTEIN -> level.matches("[1-9]\\d?");
            case JARO_WINKLER -> isSimilarity(level);
          };
    }

    private static boolean isSimilarity(String level) {
      return level.matches("0?\\.\\d{1,6}") && Double.parseDouble(level) > 0;
    }
  }

  /// The settings as YAML, which reads back as the same settings.
  public String yaml() {
    var yaml = new StringBuilder("id: ").append(quoted(id)).append('\n');
    if (link != null) {
      yaml.append("link: ").append(link.word()).append('\n');
    }
    if (blocking != null) {
      yaml.append(blocking.isEmpty() ? "blocking: []\n" : "blocking:\n");
      for (List<Expression> rule : blocking) {
        yaml.append("  - ").append(list(rule.stream().map(Expression::text).toList())).append('\n');
      }
    }
    if (comparisons != null) {
      yaml.append("comparisons:\n");
      for (Compared compared : comparisons) {
        List<String> columns = compared.columns().stream().map(Expression::text).toList();
        yaml.append("  - {")
            .append(
                columns.size() == 1
                    ? "column: " + quoted(columns.getFirst())
                    : "columns: " + list(columns))
            .append(", kind: ")
            .append(compared.kind().word())
            .append(", levels: ")
            .append(list(compared.levels()))
            .append(", term-frequency: ")
            .append(compared.termFrequency())
            .append("}\n");
      }
    }
    if (threshold != null) {
      yaml.append(
          switch (threshold) {
            case Threshold.Probability(double value) -> "threshold: " + value + "\n";
            case Threshold.Weight(double bits) -> "threshold: {weight: " + bits + "}\n";
          });
    }
    yaml.append("clustering: ").append(clustering.word()).append('\n');
    yaml.append("train: {random-pairs: ")
        .append(train.randomPairs())
        .append(", candidate-pairs: ")
        .append(train.candidatePairs())
        .append(", rounds: ")
        .append(train.rounds());
    if (train.matchProbability() > 0) {
      yaml.append(", match-probability: ").append(train.matchProbability());
    }
    return yaml.append("}\n").toString();
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(LinkSettings::quoted).toList()) + "]";
  }

  /// A text as a YAML scalar: as it is where that is safe, else in double quotes.
  private static String quoted(String text) {
    if (text.matches("[A-Za-z_][A-Za-z0-9_()-]*")
        && !text.matches("(?i)null|true|false|yes|no|on|off|y|n")) {
      return text;
    }
    if (text.matches("0\\.\\d{1,6}|[1-9]\\d?")) {
      return text;
    }
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' '
          || (c >= 0x7f && c < 0xa0)
          || c == '\u2028'
          || c == '\u2029'
          || c == '\ufeff') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
