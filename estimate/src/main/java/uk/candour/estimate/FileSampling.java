package uk.candour.estimate;

import java.math.BigInteger;
import java.util.List;

/// How many files of a finite list are cases, when some were drawn at random and read.
///
/// The limits are exact. With M cases among the N files, the number found among n drawn is
/// hypergeometric; the lower limit is the smallest M with `P(X >= x) > alpha`, the upper limit the
/// largest with `P(X <= x) > alpha` (Buonaccorsi 1987, Am. Stat. 41:215; Wright 1991). Both are
/// values that the sample does not reject; a table that prints the first rejected values is wider
/// by one on each side. `alpha` is a fraction of whole numbers, and a probability that comes near
/// it is compared in whole numbers, so that a tie is a tie: with N = 300, n = 1, x = 1 the
/// probability at M = 15 is exactly 1/20, and the limit 16.
///
/// Only files drawn at random from a list fixed beforehand may enter. Files not found count as
/// non-cases for the lower limit and as cases for the upper.
///
/// @param files how many files the list holds, N
/// @param drawn how many were drawn at random and read, n
/// @param found how many of those are cases, x
public record FileSampling(int files, int drawn, int found) {

  public FileSampling {
    if (found < 0 || drawn < found || files < drawn) {
      throw new IllegalArgumentException(
          "%d cases found among %d drawn from %d files; expected 0 <= found <= drawn <= files"
              .formatted(found, drawn, files));
    }
  }

  /// The expansion estimate N x / n. With no file drawn there is none, and this is NaN.
  public double estimate() {
    return (double) files * found / drawn;
  }

  /// The lower end of the two-sided 95% interval.
  public int low95() {
    return lower(new Alpha(1, 40));
  }

  /// The upper end of the two-sided 95% interval.
  public int high95() {
    return upper(new Alpha(1, 40));
  }

  /// The one-sided lower 95% limit: at least so many of the files are cases.
  public int lower95() {
    return lower(new Alpha(1, 20));
  }

  /// The one-sided lower 99% limit.
  public int lower99() {
    return lower(new Alpha(1, 100));
  }

  /// The one-sided lower 95% limit over strata fixed before the reading: the exact limit of each at
  /// 0.05 divided by the strata, summed (Bonferroni; Wendell and Schmee 1996 compare it with
  /// others).
  public static long lower95(List<FileSampling> strata) {
    Alpha each = new Alpha(1, 20L * Math.max(1, strata.size()));
    return strata.stream().mapToLong(stratum -> stratum.lower(each)).sum();
  }

  /// An error probability, exactly.
  private record Alpha(long numerator, long denominator) {
    double value() {
      return (double) numerator / denominator;
    }
  }

  /// The tail grows with M, so the limit is found by halving.
  private int lower(Alpha alpha) {
    int rejected = found - 1;
    int kept = files - (drawn - found);
    while (kept - rejected > 1) {
      int cases = rejected + (kept - rejected) / 2;
      if (exceeds(cases, true, alpha)) {
        kept = cases;
      } else {
        rejected = cases;
      }
    }
    return kept;
  }

  private int upper(Alpha alpha) {
    int kept = found;
    int rejected = files - (drawn - found) + 1;
    while (rejected - kept > 1) {
      int cases = kept + (rejected - kept) / 2;
      if (exceeds(cases, false, alpha)) {
        kept = cases;
      } else {
        rejected = cases;
      }
    }
    return kept;
  }

  /// Whether `P(X >= found)`, or `P(X <= found)`, exceeds alpha with so many cases among the files.
  private boolean exceeds(int cases, boolean orMore, Alpha alpha) {
    int from = orMore ? found : Math.max(0, drawn - (files - cases));
    int to = orMore ? Math.min(cases, drawn) : found;
    double tail = tail(cases, from, to);
    double doubt = alpha.value() * (1e-7 + 64 * Math.ulp(LogGamma.logFactorial(files)));
    if (Math.abs(tail - alpha.value()) > doubt) {
      return tail > alpha.value();
    }
    return exactTail(cases, from, to)
            .multiply(BigInteger.valueOf(alpha.denominator()))
            .compareTo(binomial(files, drawn).multiply(BigInteger.valueOf(alpha.numerator())))
        > 0;
  }

  /// The probability that from `from` to `to` cases are drawn, within the rounding of a logarithm
  /// of a factorial: summed outwards from its greatest term.
  private double tail(int cases, int from, int to) {
    long mode = (long) (drawn + 1) * (cases + 1) / (files + 2);
    int top = Math.clamp(mode, from, to);
    double logTop =
        logBinomial(cases, top)
            + logBinomial(files - cases, drawn - top)
            - logBinomial(files, drawn);
    double sum = 1;
    double term = 1;
    for (int x = top; x < to && term > 1e-20 * sum; x++) {
      term *= (double) (cases - x) / (x + 1) * (drawn - x) / (files - cases - drawn + x + 1);
      sum += term;
    }
    term = 1;
    for (int x = top; x > from && term > 1e-20 * sum; x--) {
      term *= (double) x / (cases - x + 1) * (files - cases - drawn + x) / (drawn - x + 1);
      sum += term;
    }
    return Math.exp(logTop) * sum;
  }

  private static double logBinomial(int n, int k) {
    return LogGamma.logFactorial(n) - LogGamma.logFactorial(k) - LogGamma.logFactorial(n - k);
  }

  /// The number of samples that hold from `from` to `to` cases.
  private BigInteger exactTail(int cases, int from, int to) {
    BigInteger term = binomial(cases, from).multiply(binomial(files - cases, drawn - from));
    BigInteger sum = term;
    for (int x = from; x < to; x++) {
      term =
          term.multiply(BigInteger.valueOf((long) (cases - x) * (drawn - x)))
              .divide(BigInteger.valueOf((long) (x + 1) * (files - cases - drawn + x + 1)));
      sum = sum.add(term);
    }
    return sum;
  }

  private static BigInteger binomial(int n, int k) {
    BigInteger product = BigInteger.ONE;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      product = product.multiply(BigInteger.valueOf(n - i + 1)).divide(BigInteger.valueOf(i));
    }
    return product;
  }
}
