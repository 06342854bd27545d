package uk.candour.linkage;

/// Which links a partition into people accepts. A **doubtful** link has a match probability from
/// 0.10 to below 0.95. No linking accepts a link against an identifier, a person's decision or the
/// twin guard.
public enum Linking {
  /// Accepts every doubtful link: the fewest people.
  EVERY_DOUBTFUL(0.10),
  /// Accepts the links of at least 0.5.
  CENTRAL(0.50),
  /// Accepts no doubtful link: the most people.
  NO_DOUBTFUL(0.95);

  private final double threshold;

  Linking(double threshold) {
    this.threshold = threshold;
  }

  /// The least match probability of a link that is accepted.
  public double threshold() {
    return threshold;
  }
}
