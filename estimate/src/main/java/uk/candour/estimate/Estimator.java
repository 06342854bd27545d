package uk.candour.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.estimate.Estimates.Estimate;
import uk.candour.estimate.Estimates.Likely;

/// Asks methods how many children there are in all, and refuses where they cannot know.
///
/// A total is refused, and only the children seen are left, where there are fewer than two lists,
/// no child is on two of them, one list is contained in another or fed by it, the estimate is
/// unbounded, or its upper limit is more than ten times its lower one. The reason stands in the
/// warnings. Lists known to depend on each other can be made one beforehand: [Histories#joined].
public final class Estimator {

  private static final double LEVEL = 0.95;
  private static final double WIDEST = 10;
  private static final double FURTHEST_APART = 1.5;
  private static final double SURPRISING = 0.05;

  private final Captures captures;
  private final Settings settings;
  private final List<String> warnings = new ArrayList<>();
  private @Nullable ChaoLowerBound bound;

  private Estimator(Captures captures, Settings settings) {
    this.captures = captures;
    this.settings = settings;
  }

  /// What is known beside the table.
  ///
  /// @param missed at most this share of true links was missed
  /// @param confirmed at least this share of concerns is confirmed
  /// @param fedBy for a list, the lists whose referrals make up part of it
  public record Settings(double missed, double confirmed, Map<String, Set<String>> fedBy) {

    /// Perfect links, every concern confirmed, no list fed by another.
    public static final Settings PERFECT = new Settings(0, 1, Map.of());

    public Settings {
      if (!(missed >= 0 && missed < 1) || !(confirmed > 0 && confirmed <= 1)) {
        throw new IllegalArgumentException(
            "missed %s and confirmed %s; expected 0 <= missed < 1 and 0 < confirmed <= 1"
                .formatted(missed, confirmed));
      }
      fedBy = Collections.unmodifiableMap(new LinkedHashMap<>(fedBy));
    }
  }

  /// Asks the methods given, in order.
  public static Estimates estimate(
      Captures captures, List<Method.Request> methods, Settings settings) {
    return new Estimator(captures, settings).estimates(methods);
  }

  /// What a random sample of files says of all: the method `file-sampling`. Without a file drawn it
  /// is refused, and the conservative figure is zero.
  public static Estimates estimate(FileSampling sample) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("lower95", sample.lower95());
    details.put("lower99", sample.lower99());
    String refusal =
        sample.drawn() > 0 ? null : "file-sampling: refused, because no file was drawn and read.";
    Estimate estimate =
        refusal == null
            ? given("file-sampling", sample.estimate(), sample.low95(), sample.high95(), details)
            : refused("file-sampling", refusal, Map.of());
    return new Estimates(
        sample.found(),
        List.of(),
        List.of(estimate),
        sample.lower95(),
        new Likely(null, null, null, List.of()),
        refusal == null ? List.of() : List.of(refusal));
  }

  private Estimates estimates(List<Method.Request> methods) {
    String reason =
        switch (captures) {
          case Histories histories -> whyNoTotal(histories);
          case CaptureCounts counts ->
              counts.observed() == counts.seenExactly(1) ? "no child was seen twice" : null;
        };
    List<Estimate> estimates = new ArrayList<>();
    for (Method.Request request : methods) {
      Estimate estimate = ask(request.method(), reason);
      estimates.add(estimate);
      if (estimate.refusal() != null) {
        warnings.add(estimate.refusal());
      }
    }
    if (captures instanceof Histories histories) {
      for (int list = 0; list < histories.lists().size(); list++) {
        if (histories.onList(list) == 0) {
          warnings.add("The list " + histories.lists().get(list) + " names nobody.");
        }
      }
    }
    double conservative =
        reason == null
            ? ConservativeEstimate.of(captures, settings.missed(), settings.confirmed())
            : ConservativeEstimate.floor(captures, settings.missed(), settings.confirmed());
    if (reason != null) {
      warnings.add(
          "The conservative figure is the children seen, allowing for missed links and concerns not"
              + " confirmed, because "
              + reason
              + ".");
    } else if (captures instanceof Histories histories) {
      warnOfNegativeDependence(histories);
    }
    List<String> lists = captures instanceof Histories histories ? histories.lists() : List.of();
    return new Estimates(
        captures.observed(), lists, estimates, conservative, likely(methods, estimates), warnings);
  }

  /// Why no total can be given from lists, or null.
  private @Nullable String whyNoTotal(Histories histories) {
    long nonEmpty = histories.withoutEmptyLists().lists().size();
    if (nonEmpty < 2 || histories.observed() == 0) {
      return "fewer than two lists name a child";
    }
    if (histories.observed() == histories.onExactly(1)) {
      return "no child is on two lists";
    }
    Histories.Containment containment = histories.containment();
    if (containment != null) {
      return "every child on the list "
          + containment.inner()
          + " is also on the list "
          + containment.outer();
    }
    for (String fed : histories.lists()) {
      for (String feeding : histories.lists()) {
        if (settings.fedBy().getOrDefault(fed, Set.of()).contains(feeding)) {
          return "the list " + fed + " is fed by the list " + feeding;
        }
      }
    }
    return null;
  }

  private Estimate ask(Method method, @Nullable String reason) {
    return switch (method) {
      case CHAPMAN -> chapman(reason);
      case CHAO_LOWER_BOUND -> chaoLowerBound(reason);
      case ZELTERMAN -> zelterman(reason);
      case LOGLINEAR_BIC, LOGLINEAR_STEPWISE, SPARSE_MSE, DECOMPOSABLE_BMA, LATENT_CLASS ->
          refused(method, "this version does not have the method yet", Map.of());
    };
  }

  private Estimate chapman(@Nullable String reason) {
    if (!(captures instanceof Histories histories)) {
      return refused(Method.CHAPMAN, "it needs two lists", Map.of());
    }
    Map<String, Object> details =
        Map.of("pairs", Chapman.pairs(histories).stream().map(Estimator::pair).toList());
    if (reason != null) {
      return refused(Method.CHAPMAN, reason, details);
    }
    int lists = histories.lists().size();
    if (lists != 2) {
      return refused(
          Method.CHAPMAN,
          "it takes two lists and there are " + lists + "; every pair stands in its details",
          details);
    }
    Chapman chapman = Chapman.of(histories, 0, 1);
    return checked(Method.CHAPMAN, chapman.estimate(), chapman.low95(), chapman.high95(), details);
  }

  private static Map<String, Object> pair(Chapman pair) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("a", pair.first());
    details.put("b", pair.second());
    details.put("n1", pair.onFirst());
    details.put("n2", pair.onSecond());
    details.put("m", pair.onBoth());
    details.put("estimate", pair.estimate());
    details.put("se", pair.standardError());
    details.put("low", pair.low95());
    details.put("high", pair.high95());
    return Collections.unmodifiableMap(details);
  }

  private ChaoLowerBound bound() {
    if (bound == null) {
      bound =
          switch (captures) {
            case Histories histories -> ChaoLowerBound.of(histories);
            case CaptureCounts counts -> ChaoLowerBound.of(counts);
          };
    }
    return bound;
  }

  private Estimate chaoLowerBound(@Nullable String reason) {
    if (reason != null) {
      return refused(Method.CHAO_LOWER_BOUND, reason, Map.of());
    }
    ChaoLowerBound bound = bound();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("closed", bound.closed());
    if (Double.isFinite(bound.estimate())) {
      details.put("profile", bound.profile());
      details.put("low90", bound.interval90().low());
      details.put("high90", bound.interval90().high());
      details.values().removeIf(value -> value.equals(Double.POSITIVE_INFINITY));
    }
    return checked(
        Method.CHAO_LOWER_BOUND,
        bound.estimate(),
        bound.interval95().low(),
        bound.interval95().high(),
        details);
  }

  private Estimate zelterman(@Nullable String reason) {
    if (reason != null) {
      return refused(Method.ZELTERMAN, reason, Map.of());
    }
    CaptureCounts counts =
        switch (captures) {
          case Histories histories -> histories.captureCounts();
          case CaptureCounts given -> given;
        };
    Zelterman zelterman = Zelterman.of(counts);
    Map<String, Object> details =
        Double.isFinite(zelterman.standardError())
            ? Map.of("se", zelterman.standardError())
            : Map.of();
    Estimate estimate =
        checked(
            Method.ZELTERMAN, zelterman.estimate(), zelterman.low95(), zelterman.high95(), details);
    if (estimate.refusal() == null && captures instanceof Histories) {
      warnings.add(
          "zelterman: takes the lists to be alike; where their coverage differs it is too high. It is"
              + " meant for the repeat contacts of one agency.");
    }
    return estimate;
  }

  /// An estimate, unless it or its interval shows that nothing is known.
  private static Estimate checked(
      Method method, double estimate, double low, double high, Map<String, Object> details) {
    if (!Double.isFinite(estimate)) {
      return refused(method, "the estimate is unbounded", details);
    }
    if (high > WIDEST * low) {
      return refused(method, "the upper limit is over 10 times the lower one", details);
    }
    return given(method.published(), estimate, low, high, details);
  }

  private static Estimate given(
      String method, double estimate, double low, double high, Map<String, Object> details) {
    return new Estimate(
        method,
        estimate,
        low,
        Double.isFinite(high) ? high : null,
        LEVEL,
        Collections.unmodifiableMap(details),
        null);
  }

  private static Estimate refused(Method method, String reason, Map<String, Object> details) {
    return refused(
        method.published(), method.published() + ": refused, because " + reason + ".", details);
  }

  private static Estimate refused(String method, String refusal, Map<String, Object> details) {
    return new Estimate(
        method, null, null, null, LEVEL, Collections.unmodifiableMap(details), refusal);
  }

  private static Likely likely(List<Method.Request> methods, List<Estimate> estimates) {
    List<Estimate> given = new ArrayList<>();
    for (int index = 0; index < methods.size(); index++) {
      if (methods.get(index).method().ofTheTotal() && estimates.get(index).refusal() == null) {
        given.add(estimates.get(index));
      }
    }
    if (given.isEmpty()) {
      return new Likely(null, null, null, List.of());
    }
    double[] points =
        given.stream().map(Estimate::estimate).mapToDouble(Objects::requireNonNull).toArray();
    Arrays.sort(points);
    boolean agree = points[points.length - 1] <= FURTHEST_APART * points[0];
    double median = (points[(points.length - 1) / 2] + points[points.length / 2]) / 2;
    double low =
        given.stream().map(Estimate::low).mapToDouble(Objects::requireNonNull).min().orElseThrow();
    boolean bounded = given.stream().allMatch(estimate -> estimate.high() != null);
    return new Likely(
        agree ? median : null,
        low,
        bounded
            ? given.stream()
                .map(Estimate::high)
                .mapToDouble(Objects::requireNonNull)
                .max()
                .orElseThrow()
            : null,
        given.stream().map(Estimate::method).toList());
  }

  /// Names the pairs of lists that share far fewer children than independent lists would: where
  /// such pairs weigh most, the bound is none. A pair is named where so few in common has a
  /// probability below 0.05, divided by the number of pairs, if the bound were the truth.
  private void warnOfNegativeDependence(Histories histories) {
    double total = bound().estimate();
    if (!Double.isFinite(total)) {
      return;
    }
    List<Chapman> pairs = Chapman.pairs(histories);
    List<String> apart = new ArrayList<>();
    for (Chapman pair : pairs) {
      double expected = (double) pair.onFirst() * pair.onSecond() / total;
      if (poissonTail(pair.onBoth(), expected) < SURPRISING / pairs.size()) {
        apart.add(
            "%s and %s (%d in common, about %d expected)"
                .formatted(pair.first(), pair.second(), pair.onBoth(), Math.round(expected)));
      }
    }
    if (!apart.isEmpty()) {
      warnings.add(
          "chao-lower-bound: some lists keep apart, which makes it too high: "
              + String.join(", ", apart)
              + ". It is a lower bound only while dependence between lists is not negative on"
              + " balance.");
    }
  }

  private static double poissonTail(long atMost, double expected) {
    double sum = 0;
    for (double x = 0; x <= atMost; x++) {
      sum += Math.exp(x * Math.log(expected) - expected - LogGamma.logFactorial(x));
    }
    return sum;
  }
}
