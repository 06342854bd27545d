package uk.candour.publication;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Places the nodes of a small graph so that their distances on paper are near those in the graph
/// (stress majorisation: Gansner, Koren and North 2004), started from classical scaling (Torgerson
/// 1952).
///
/// There is no chance in it and nothing but the four operations and the square root, so the same
/// graph has the same picture on every machine. Time and memory grow with the square of the nodes;
/// meant for a few hundred.
final class StressLayout {

  private static final int SCALING_ROUNDS = 200;
  private static final int STRESS_ROUNDS = 300;

  private final int nodes;
  private final double[][] distance;
  private final double[] x;
  private final double[] y;

  private StressLayout(int nodes, int[][] edges) {
    this.nodes = nodes;
    this.distance = distances(nodes, edges);
    this.x = new double[nodes];
    this.y = new double[nodes];
  }

  /// The places of the nodes, `{x, y}` for each, in edge lengths.
  ///
  /// @param edges pairs of node numbers
  static double[][] of(int nodes, int[][] edges) {
    var layout = new StressLayout(nodes, edges);
    layout.scale();
    for (int round = 0; round < STRESS_ROUNDS; round++) {
      layout.relax();
    }
    double[][] places = new double[nodes][];
    for (int node = 0; node < nodes; node++) {
      places[node] = new double[] {layout.x[node], layout.y[node]};
    }
    return places;
  }

  /// Steps along the shortest path; between parts that nothing connects, one more than the longest.
  private static double[][] distances(int nodes, int[][] edges) {
    boolean[][] joined = new boolean[nodes][nodes];
    for (int[] edge : edges) {
      joined[edge[0]][edge[1]] = true;
      joined[edge[1]][edge[0]] = true;
    }
    double[][] distance = new double[nodes][nodes];
    double longest = 0;
    int[] queue = new int[nodes];
    for (int start = 0; start < nodes; start++) {
      Arrays.fill(distance[start], -1);
      distance[start][start] = 0;
      int end = 0;
      queue[end++] = start;
      for (int at = 0; at < end; at++) {
        int one = queue[at];
        for (int other = 0; other < nodes; other++) {
          if (joined[one][other] && distance[start][other] < 0) {
            distance[start][other] = distance[start][one] + 1;
            longest = Math.max(longest, distance[start][other]);
            queue[end++] = other;
          }
        }
      }
    }
    for (double[] row : distance) {
      for (int other = 0; other < nodes; other++) {
        if (row[other] < 0) {
          row[other] = longest + 1;
        }
      }
    }
    return distance;
  }

  /// The first two axes of classical scaling, by power iteration from a fixed start.
  private void scale() {
    double[][] centred = new double[nodes][nodes];
    double[] means = new double[nodes];
    double mean = 0;
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        means[i] += distance[i][j] * distance[i][j] / nodes;
      }
      mean += means[i] / nodes;
    }
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        centred[i][j] = -(distance[i][j] * distance[i][j] - means[i] - means[j] + mean) / 2;
      }
    }
    double[] first = axis(centred, null);
    double[] second = axis(centred, first);
    System.arraycopy(first, 0, x, 0, nodes);
    System.arraycopy(second, 0, y, 0, nodes);
  }

  private double[] axis(double[][] matrix, double @Nullable [] without) {
    double[] axis = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      axis[i] = 1 + (i * 7 % 11) / 11.0;
    }
    double length = 0;
    for (int round = 0; round < SCALING_ROUNDS; round++) {
      if (without != null) {
        remove(axis, without);
      }
      double[] next = new double[nodes];
      for (int i = 0; i < nodes; i++) {
        for (int j = 0; j < nodes; j++) {
          next[i] += matrix[i][j] * axis[j];
        }
      }
      length = length(next);
      if (length < 1e-9) {
        return new double[nodes];
      }
      for (int i = 0; i < nodes; i++) {
        axis[i] = next[i] / length;
      }
    }
    double stretch = Math.sqrt(length);
    for (int i = 0; i < nodes; i++) {
      axis[i] *= stretch;
    }
    return axis;
  }

  private static void remove(double[] axis, double[] other) {
    double along = 0;
    double square = 0;
    for (int i = 0; i < axis.length; i++) {
      along += axis[i] * other[i];
      square += other[i] * other[i];
    }
    if (square > 0) {
      for (int i = 0; i < axis.length; i++) {
        axis[i] -= along / square * other[i];
      }
    }
  }

  private static double length(double[] axis) {
    double square = 0;
    for (double one : axis) {
      square += one * one;
    }
    return Math.sqrt(square);
  }

  private void relax() {
    for (int i = 0; i < nodes; i++) {
      double sumX = 0;
      double sumY = 0;
      double weights = 0;
      for (int j = 0; j < nodes; j++) {
        if (i == j) {
          continue;
        }
        double wanted = distance[i][j];
        double weight = 1 / (wanted * wanted);
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double apart = Math.sqrt(dx * dx + dy * dy);
        if (apart < 1e-6) {
          // Nodes that see the graph alike begin in one place: each leaves in a direction of its
          // own.
          dx = 1 - 2 * (i % 2) + (i * 5 % 7) / 7.0;
          dy = 1 - 2 * (i / 2 % 2) + (i * 3 % 5) / 5.0;
          apart = Math.sqrt(dx * dx + dy * dy);
        }
        sumX += weight * (x[j] + wanted * dx / apart);
        sumY += weight * (y[j] + wanted * dy / apart);
        weights += weight;
      }
      if (weights > 0) {
        x[i] = sumX / weights;
        y[i] = sumY / weights;
      }
    }
  }
}
