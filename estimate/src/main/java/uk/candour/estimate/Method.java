package uk.candour.estimate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A method of estimating how many children there are in all, by its published name.
public enum Method {
  /// [Chapman], for two lists.
  CHAPMAN("chapman", true, ""),
  /// [ChaoLowerBound].
  CHAO_LOWER_BOUND("chao-lower-bound", false, ""),
  /// [Zelterman].
  ZELTERMAN("zelterman", false, ""),
  /// The log-linear model of least BIC.
  LOGLINEAR_BIC("loglinear-bic", true, "order, replicates"),
  /// The log-linear model that forward selection ends with.
  LOGLINEAR_STEPWISE("loglinear-stepwise", true, "p"),
  /// The same, with an interval that repeats the selection.
  SPARSE_MSE("sparse-mse", true, "p, replicates"),
  /// Averaging over decomposable graphs.
  DECOMPOSABLE_BMA("decomposable-bma", true, "delta, max-missing, prior-a, prior-b"),
  /// Latent classes within which lists are independent.
  LATENT_CLASS("latent-class", true, "classes");

  private final String name;
  private final boolean ofTheTotal;
  private final String settings;

  Method(String name, boolean ofTheTotal, String settings) {
    this.name = name;
    this.ofTheTotal = ofTheTotal;
    this.settings = settings;
  }

  /// The name in files and on the command line.
  public String published() {
    return name;
  }

  /// Whether the method estimates the total of lists and so has a say in what is likely. A bound
  /// has not, nor has a method for the repeat contacts of one agency.
  public boolean ofTheTotal() {
    return ofTheTotal;
  }

  /// The names of the method's settings, with commas between.
  private List<String> settingNames() {
    return List.of(settings.split(", "));
  }

  /// A method with its settings.
  ///
  /// @param settings by name; a setting that is absent has its default
  public record Request(Method method, Map<String, Double> settings) {

    public Request {
      for (String setting : settings.keySet()) {
        if (!method.settingNames().contains(setting)) {
          throw new IllegalArgumentException(
              "%s has no setting \"%s\"; expected %s"
                  .formatted(
                      method.name, setting, method.settings.isEmpty() ? "none" : method.settings));
        }
      }
      settings = Map.copyOf(settings);
    }

    /// Reads `NAME` or `NAME:key=value,...`. Throws [IllegalArgumentException] with what was
    /// expected.
    public static Request parse(String text) {
      int colon = text.indexOf(':');
      String name = (colon < 0 ? text : text.substring(0, colon)).strip();
      Method method =
          Arrays.stream(values())
              .filter(candidate -> candidate.name.equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "no method \"%s\"; expected one of %s"
                          .formatted(
                              name,
                              Arrays.stream(values())
                                  .map(Method::published)
                                  .collect(Collectors.joining(", ")))));
      Map<String, Double> settings = new LinkedHashMap<>();
      for (String pair : colon < 0 ? new String[0] : text.substring(colon + 1).split(",", -1)) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
          throw new IllegalArgumentException(
              "\"%s\" in \"%s\"; expected key=value".formatted(pair, text));
        }
        settings.put(pair.substring(0, equals).strip(), number(pair.substring(equals + 1), text));
      }
      return new Request(method, settings);
    }

    private static double number(String value, String text) {
      try {
        return Double.parseDouble(value.strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "\"%s\" in \"%s\"; expected a number".formatted(value, text), e);
      }
    }

    /// Every method at its defaults, in the order of the contract.
    public static List<Request> all() {
      return Arrays.stream(values()).map(method -> new Request(method, Map.of())).toList();
    }
  }
}
