package uk.candour.estimate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the methods asked for say, in the order asked: the shape of the published JSON.
///
/// @param observed children seen
/// @param lists the lists' names in the order of the file; none for counts or a sample
/// @param estimates one for each method asked for
/// @param conservative at least so many ([ConservativeEstimate]); the floor of children seen where
///   the bound was refused
/// @param likely what the methods that estimate the total agree on
/// @param warnings every refusal with its reason, and what the reader must know
public record Estimates(
    long observed,
    List<String> lists,
    List<Estimate> estimates,
    double conservative,
    Likely likely,
    List<String> warnings) {

  public Estimates {
    lists = List.copyOf(lists);
    estimates = List.copyOf(estimates);
    warnings = List.copyOf(warnings);
  }

  /// What one method says. Refused, it says nothing: estimate, low and high are null.
  ///
  /// @param method its published name
  /// @param high null where there is an estimate and the interval is unbounded
  /// @param level of the interval
  /// @param details further figures by name: numbers, strings, booleans, and lists and maps of them
  /// @param refusal why there is no estimate, in a sentence, or null
  public record Estimate(
      String method,
      @Nullable Double estimate,
      @Nullable Double low,
      @Nullable Double high,
      double level,
      Map<String, Object> details,
      @Nullable String refusal) {}

  /// What the methods that estimate the total and were not refused say together.
  ///
  /// @param estimate their median, or null where there is none or the largest is more than 1.5
  ///   times the smallest
  /// @param low the least of their lower limits, null where there is no method
  /// @param high the greatest of their upper limits, null where there is no method
  /// @param methods their names
  public record Likely(
      @Nullable Double estimate,
      @Nullable Double low,
      @Nullable Double high,
      List<String> methods) {
    public Likely {
      methods = List.copyOf(methods);
    }
  }
}
