package uk.candour.estimate;

import java.util.Arrays;

/// The log-linear model of the list-wise lower bound (Rivest and Baillargeon 2007, Biometrics
/// 63:999, section 3), fitted to a table with a given number of unseen children.
///
/// The logarithm of the expected number with history h is an intercept, an effect of every list in
/// h, and for each j from 3 a slope times `max(c - j + 1, 0)`, where c is how many lists h has.
/// Slopes are not negative: those that would be are left out, whatever the number unseen. The
/// likelihood is concave, so there is one such fit, and an active set finds it.
///
/// The history enters only through its lists and their number. So the sum over the 2^k histories is
/// a sum over the k + 1 possible numbers, each with an elementary symmetric function of the lists'
/// effects; a fit costs k^4 and not 2^k steps. Only the table's margins matter: children on each
/// list, and on exactly 3, 4, ... lists. They need not be whole.
final class ListwiseModel {

  private static final int MOST_STEPS = 2_000;
  private static final double LONGEST_STEP = 2;
  private static final double FULL_STEP_BELOW = 1e-6;
  private static final double LAST_STEP_BELOW = 1e-10;
  private static final double CONVERGED_BELOW = 1e-20;
  private static final double ROUNDING = 1e-14;
  private static final double SLOPE_GAINS = 1e-12;

  private final int lists;
  private final int parameters;
  private final double seen;
  private final double[] statistics;

  private final double[] theta;
  private final boolean[] free;
  private boolean fresh = true;

  private final double[] mean;
  private final double[][] covariance;
  private double logTotal;

  ListwiseModel(Cells cells) {
    double[] totals = new double[cells.lists()];
    int kept = 0;
    for (int list = 0; list < cells.lists(); list++) {
      double total = cells.onList(list);
      if (total > 0) {
        totals[kept++] = total;
      }
    }
    int most = kept;
    while (most > 2 && cells.onExactly(most) == 0) {
      most--;
    }
    lists = kept;
    parameters = lists + Math.max(0, most - 2);
    seen = cells.seen();
    statistics = Arrays.copyOf(totals, parameters);
    for (int p = lists; p < parameters; p++) {
      for (int number = 3; number <= most; number++) {
        statistics[p] += rise(p, number) * cells.onExactly(number);
      }
    }
    theta = new double[parameters];
    free = new boolean[parameters];
    mean = new double[parameters];
    covariance = new double[parameters][parameters];
  }

  /// How many children the table holds.
  double seen() {
    return seen;
  }

  /// The multinomial log-likelihood of a number of unseen children, all else fitted, up to a
  /// constant.
  double profile(double unseen) {
    fit(unseen);
    double total = seen + unseen;
    return LogGamma.logFactorial(total) - LogGamma.logFactorial(unseen) + likelihood(total);
  }

  /// The derivative of [#profile].
  double profileSlope(double unseen) {
    fit(unseen);
    return LogGamma.derivative(seen + unseen + 1) - LogGamma.derivative(unseen + 1) - logTotal;
  }

  /// The logarithm of the fitted over the given number unseen; at zero the Poisson likelihood, in
  /// which the number unseen is fitted too, is greatest.
  double logFittedOverGiven(double unseen) {
    fit(unseen);
    return Math.log1p(seen / unseen) - logTotal;
  }

  /// What the slope of parameter p is multiplied by for children on so many lists.
  private int rise(int p, int number) {
    int j = p - lists + 3;
    return Math.max(number - j + 1, 0);
  }

  private double likelihood(double total) {
    double sum = -total * logTotal;
    for (int p = 0; p < parameters; p++) {
      sum += theta[p] == 0 ? 0 : theta[p] * statistics[p];
    }
    return sum;
  }

  private void fit(double unseen) {
    double total = seen + unseen;
    if (fresh) {
      for (int list = 0; list < lists; list++) {
        double share = Math.min(statistics[list] / total, 1 - 1e-12);
        theta[list] = Math.log(share / (1 - share));
        free[list] = true;
      }
      fresh = false;
    }
    moments();
    for (int step = 0; step < MOST_STEPS; step++) {
      if (newton(total) && !freeBestSlope(total)) {
        return;
      }
    }
    throw new IllegalStateException(
        "the list-wise model with " + unseen + " unseen children did not converge");
  }

  /// One step towards the best fit of the free parameters; whether that is reached.
  private boolean newton(double total) {
    int[] at = new int[parameters];
    int count = 0;
    for (int p = 0; p < parameters; p++) {
      if (free[p]) {
        at[count++] = p;
      }
    }
    double[] gradient = new double[count];
    double[][] information = new double[count][count];
    for (int i = 0; i < count; i++) {
      gradient[i] = statistics[at[i]] - total * mean[at[i]];
      for (int j = 0; j < count; j++) {
        information[i][j] = total * covariance[at[i]][at[j]];
      }
    }
    double[] direction = solve(information, gradient);
    double decrement = 0;
    double longest = 0;
    for (int i = 0; i < count; i++) {
      decrement += direction[i] * gradient[i];
      longest = Math.max(longest, Math.abs(direction[i]));
    }
    double length = Math.min(1, LONGEST_STEP / longest);
    int blocking = -1;
    for (int i = 0; i < count; i++) {
      boolean slope = at[i] >= lists;
      if (slope && theta[at[i]] + length * direction[i] < 0) {
        length = -theta[at[i]] / direction[i];
        blocking = at[i];
      }
    }
    if (decrement < CONVERGED_BELOW) {
      return true;
    }
    double before = likelihood(total);
    double[] start = theta.clone();
    while (true) {
      for (int i = 0; i < count; i++) {
        theta[at[i]] = start[at[i]] + length * direction[i];
      }
      if (blocking >= 0) {
        theta[blocking] = 0;
      }
      moments();
      if (decrement < FULL_STEP_BELOW + ROUNDING * total
          || likelihood(total) >= before + 1e-4 * length * decrement
          || length < 1e-12) {
        break;
      }
      length /= 2;
      blocking = -1;
    }
    if (blocking >= 0) {
      free[blocking] = false;
      return false;
    }
    return decrement < LAST_STEP_BELOW;
  }

  /// Lets in the slope left out that would gain most by being positive; whether there is one.
  private boolean freeBestSlope(double total) {
    int best = -1;
    double most = SLOPE_GAINS;
    for (int p = lists; p < parameters; p++) {
      double gradient = statistics[p] - total * mean[p];
      double gain = gradient * gradient / (total * covariance[p][p]);
      if (!free[p] && gradient > 0 && gain > most) {
        best = p;
        most = gain;
      }
    }
    if (best >= 0) {
      free[best] = true;
    }
    return best >= 0;
  }

  /// The means and covariances of the statistics of one child, and the logarithm of the sum over
  /// histories, at the present parameters.
  private void moments() {
    double centre = 0;
    for (int list = 0; list < lists; list++) {
      centre += theta[list] / lists;
    }
    double[] odds = new double[lists];
    for (int list = 0; list < lists; list++) {
      odds[list] = Math.exp(theta[list] - centre);
    }
    double[] symmetric = symmetric(odds, -1, -1);
    double[] factor = new double[lists + 1];
    double highest = Double.NEGATIVE_INFINITY;
    for (int number = 0; number <= lists; number++) {
      factor[number] = number * centre;
      for (int p = lists; p < parameters; p++) {
        factor[number] += theta[p] * rise(p, number);
      }
      highest = Math.max(highest, factor[number] + Math.log(symmetric[number]));
    }
    double seenSum = 0;
    for (int number = 0; number <= lists; number++) {
      factor[number] = Math.exp(factor[number] - highest);
      seenSum += number == 0 ? 0 : symmetric[number] * factor[number];
    }
    double sum = factor[0] + seenSum;
    logTotal = highest == 0 ? Math.log1p(seenSum) : highest + Math.log(sum);
    double[] share = new double[lists + 1];
    for (int number = 0; number <= lists; number++) {
      factor[number] /= sum;
      share[number] = symmetric[number] * factor[number];
    }

    for (int p = lists; p < parameters; p++) {
      mean[p] = 0;
      for (int number = 3; number <= lists; number++) {
        mean[p] += share[number] * rise(p, number);
      }
    }
    for (int p = lists; p < parameters; p++) {
      for (int q = lists; q <= p; q++) {
        double product = 0;
        for (int number = 3; number <= lists; number++) {
          product += share[number] * rise(p, number) * rise(q, number);
        }
        set(p, q, product - mean[p] * mean[q]);
      }
    }
    for (int list = 0; list < lists; list++) {
      double[] others = symmetric(odds, list, -1);
      double[] with = new double[lists + 1];
      mean[list] = 0;
      for (int number = 1; number <= lists; number++) {
        with[number] = odds[list] * others[number - 1] * factor[number];
        mean[list] += with[number];
      }
      for (int p = lists; p < parameters; p++) {
        double product = 0;
        for (int number = 3; number <= lists; number++) {
          product += with[number] * rise(p, number);
        }
        set(p, list, product - mean[list] * mean[p]);
      }
    }
    for (int list = 0; list < lists; list++) {
      set(list, list, mean[list] * (1 - mean[list]));
      for (int other = 0; other < list; other++) {
        double[] rest = symmetric(odds, list, other);
        double both = 0;
        for (int number = 2; number <= lists; number++) {
          both += odds[list] * odds[other] * rest[number - 2] * factor[number];
        }
        set(list, other, both - mean[list] * mean[other]);
      }
    }
  }

  private void set(int p, int q, double value) {
    covariance[p][q] = value;
    covariance[q][p] = value;
  }

  /// The elementary symmetric functions of the odds, two of them left out where not -1.
  private static double[] symmetric(double[] odds, int left, int out) {
    double[] symmetric = new double[odds.length + 1];
    symmetric[0] = 1;
    int degree = 0;
    for (int list = 0; list < odds.length; list++) {
      if (list != left && list != out) {
        degree++;
        for (int number = degree; number > 0; number--) {
          symmetric[number] += odds[list] * symmetric[number - 1];
        }
      }
    }
    return symmetric;
  }

  /// Solves a symmetric positive definite system by Cholesky's method; a pivot lost to rounding
  /// leaves its parameter where it is.
  private static double[] solve(double[][] a, double[] b) {
    int size = b.length;
    double[][] root = new double[size][size];
    double[] x = b.clone();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        if (i != j) {
          root[i][j] = sum / root[j][j];
        } else {
          root[i][i] = sum > 1e-13 * a[i][i] ? Math.sqrt(sum) : Double.POSITIVE_INFINITY;
        }
      }
      for (int k = 0; k < i; k++) {
        x[i] -= root[i][k] * x[k];
      }
      x[i] /= root[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= root[k][i] * x[k];
      }
      x[i] /= root[i][i];
    }
    return x;
  }
}
