package uk.candour.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One answer of the inquiry: a figure with its interval, its method and the rows under it. There
/// is no finding without its evidence: no constructor takes none.
///
/// @param id the finding's published name: `children.seen`
/// @param question what it answers, as a question
/// @param answer the answer in one sentence, computed from the figures
/// @param value the figure, or null where the records cannot answer and `caveats` says why
/// @param unit what the figure counts or measures: `children`, `days`, `share`
/// @param interval the least and the greatest the figure may be, or null where it has none
/// @param method how it was found, in a sentence or two
/// @param duty the duty it is measured against, or null where it is a plain count
/// @param assumptions what must hold for it and cannot be tested here
/// @param caveats what the reader must know before repeating it
/// @param breakdown the same figure by year, by team and so on
/// @param evidence the rows under it
public record Finding(
    String id,
    String question,
    String answer,
    @Nullable Double value,
    String unit,
    @Nullable Interval interval,
    String method,
    @Nullable Duty duty,
    List<String> assumptions,
    List<String> caveats,
    List<Breakdown> breakdown,
    Evidence evidence) {

  public Finding {
    assumptions = List.copyOf(assumptions);
    caveats = List.copyOf(caveats);
    breakdown = List.copyOf(breakdown);
    if (value == null && caveats.isEmpty()) {
      throw new IllegalArgumentException(id + " has neither a value nor a caveat that says why");
    }
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(id + " cannot be " + value);
    }
  }

  /// The least and the greatest that a figure may be. A null end is unbounded.
  ///
  /// @param level 0.95 for an interval of confidence, null for one that comes from doubtful links
  public record Interval(@Nullable Double low, @Nullable Double high, @Nullable Double level) {}

  /// The figure for one value of one thing that it is broken down by.
  ///
  /// @param by the singular word: `year`, `team`, `agency`, `statistic`
  /// @param key the value: `2003`, ISO days, `not-recorded` where the record does not say
  /// @param value a figure that is no count, or null
  /// @param count how many, or null
  /// @param of out of how many, for a share, or null
  /// @param details further fields, in order
  public record Breakdown(
      String by,
      String key,
      @Nullable Double value,
      @Nullable Long count,
      @Nullable Long of,
      List<Detail> details) {

    public Breakdown {
      details = List.copyOf(details);
    }

    /// A count without further fields.
    public static Breakdown count(String by, String key, long count) {
      return new Breakdown(by, key, null, count, null, List.of());
    }

    /// A share: so many of so many.
    public static Breakdown share(String by, String key, long count, long of) {
      return new Breakdown(by, key, of == 0 ? null : (double) count / of, count, of, List.of());
    }

    /// A figure that is no count.
    public static Breakdown value(String by, String key, @Nullable Double value) {
      return new Breakdown(by, key, value, null, null, List.of());
    }
  }

  /// A further field of a breakdown row: a text, a number (as [Double] or [Long]) or null.
  public record Detail(String name, @Nullable Object value) {}

  /// What the figure is measured against.
  ///
  /// @param text the duty in a sentence
  /// @param source the guidance or the rule, with its section
  /// @param inForce whether a sourced start date shows that it was in force at the time: only then
  ///   is falling short of it a "breach", else it is a "measure"
  public record Duty(String text, String source, boolean inForce) {}
}
