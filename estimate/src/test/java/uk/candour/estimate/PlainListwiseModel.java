package uk.candour.estimate;

/// The twin of [ListwiseModel] that is easy to check: it fits every choice of slopes to all 2^k
/// cells and keeps the best that has none negative.
final class PlainListwiseModel {

  private final int lists;
  private final double[] counts;
  private double bestLikelihood = Double.NEGATIVE_INFINITY;
  private double bestUnseenShare;

  private PlainListwiseModel(int lists, double[] counts) {
    this.lists = lists;
    this.counts = counts;
  }

  /// The multinomial log-likelihood at a number of unseen children and the fitted share unseen.
  record Fit(double likelihood, double unseenShare) {}

  static Fit fit(Histories histories, double unseen) {
    int lists = histories.lists().size();
    double[] counts = new double[1 << lists];
    counts[0] = unseen;
    for (long history : histories.histories()) {
      counts[(int) history] = histories.count(history);
    }
    PlainListwiseModel model = new PlainListwiseModel(lists, counts);
    for (int slopes = 0; slopes < 1 << Math.max(0, lists - 2); slopes++) {
      model.fit(slopes);
    }
    return new Fit(model.bestLikelihood, model.bestUnseenShare);
  }

  private void fit(int slopes) {
    int parameters = 1 + lists + Integer.bitCount(slopes);
    double[][] design = new double[counts.length][parameters];
    double total = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      design[cell][0] = 1;
      for (int list = 0; list < lists; list++) {
        design[cell][1 + list] = cell >> list & 1;
      }
      int p = 1 + lists;
      for (int slope = 0; slope < lists - 2; slope++) {
        if ((slopes >> slope & 1) != 0) {
          design[cell][p++] = Math.max(Integer.bitCount(cell) - (slope + 3) + 1, 0);
        }
      }
      total += counts[cell];
    }
    double[] theta = new double[parameters];
    theta[0] = Math.log(total / counts.length);
    double[] fitted = new double[counts.length];
    for (int step = 0; step < 400; step++) {
      double[] gradient = new double[parameters];
      double[][] information = new double[parameters][parameters];
      for (int cell = 0; cell < counts.length; cell++) {
        fitted[cell] = fitted(design[cell], theta);
        for (int p = 0; p < parameters; p++) {
          gradient[p] += design[cell][p] * (counts[cell] - fitted[cell]);
          for (int q = 0; q < parameters; q++) {
            information[p][q] += design[cell][p] * design[cell][q] * fitted[cell];
          }
        }
      }
      double[] direction = gauss(information, gradient);
      double longest = 1e-12;
      for (double move : direction) {
        longest = Math.max(longest, Math.abs(move));
      }
      for (int p = 0; p < parameters; p++) {
        theta[p] += Math.min(1, 1 / longest) * direction[p];
      }
    }
    for (int p = 1 + lists; p < parameters; p++) {
      if (!(theta[p] >= 0)) {
        return;
      }
    }
    double likelihood = LogGamma.logFactorial(total) - LogGamma.logFactorial(counts[0]);
    for (int cell = 0; cell < counts.length; cell++) {
      likelihood += counts[cell] * Math.log(fitted(design[cell], theta) / total);
    }
    if (likelihood > bestLikelihood) {
      bestLikelihood = likelihood;
      bestUnseenShare = Math.exp(theta[0]) / total;
    }
  }

  private static double fitted(double[] row, double[] theta) {
    double sum = 0;
    for (int p = 0; p < theta.length; p++) {
      sum += row[p] * theta[p];
    }
    return Math.exp(sum);
  }

  private static double[] gauss(double[][] a, double[] b) {
    int size = b.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = a[row][pivot] / a[pivot][pivot];
        for (int column = pivot; column < size; column++) {
          a[row][column] -= factor * a[pivot][column];
        }
        b[row] -= factor * b[pivot];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int column = row + 1; column < size; column++) {
        b[row] -= a[row][column] * b[column];
      }
      b[row] /= a[row][row];
    }
    return b;
  }
}
