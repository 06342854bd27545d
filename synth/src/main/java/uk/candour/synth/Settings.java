package uk.candour.synth;

/// How large an example borough is, and which one.
///
/// @param children how many children were exploited, whether or not any agency saw it
/// @param population how many people live in the borough's files: families and suspects. Agencies
///   mention each between three and four times on average
/// @param seed the same settings with the same seed give the same bytes
public record Settings(int children, int population, long seed) {

  /// The borough under `examples/eastmoor`.
  public static final Settings EASTMOOR = new Settings(240, 3900, 47);

  /// Below this some agency would have nothing to hand over.
  private static final int SMALLEST = 1000;

  /// NHS numbers of the test range and shares of a town bound what can be told apart.
  private static final int LARGEST = 900_000;

  public Settings {
    if (children < 20) {
      throw new IllegalArgumentException(
          "children is " + children + ": an example borough needs at least 20 exploited children.");
    }
    if (population > LARGEST) {
      throw new IllegalArgumentException(
          "population is " + population + ": at most " + LARGEST + " people can be invented.");
    }
    if (population < 6L * children) {
      throw new IllegalArgumentException(
          "population is "
              + population
              + ": it must be at least six times the children, here "
              + 6L * children
              + ".");
    }
    if (population < SMALLEST) {
      throw new IllegalArgumentException(
          "population is " + population + ": an example borough needs at least " + SMALLEST + ".");
    }
  }

  /// So many exploited children, in a borough as large beside them as Eastmoor is beside its own.
  public static Settings inProportion(int children, long seed) {
    long population = (long) children * EASTMOOR.population / EASTMOOR.children;
    return new Settings(
        children, Math.max(SMALLEST, (int) Math.min(population, Integer.MAX_VALUE)), seed);
  }
}
