package uk.candour.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that runs faster than the world's, for a demonstration: a day in a minute shows what
/// happens when nobody answers.
final class FastClock extends Clock {

  private record Origin(Instant shown, long realNanos) {}

  private final double speed;
  private final ZoneId zone;
  private volatile Origin origin = new Origin(Instant.now(), System.nanoTime());

  FastClock(double speed, ZoneId zone) {
    this.speed = speed;
    this.zone = zone;
  }

  /// Shows a time now, and runs on from it.
  void goOnFrom(Instant shown) {
    origin = new Origin(shown, System.nanoTime());
  }

  @Override
  public Instant instant() {
    Origin from = origin;
    return from.shown()
        .plus(Duration.ofNanos((long) ((System.nanoTime() - from.realNanos()) * speed)));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    var clock = new FastClock(speed, other);
    clock.origin = origin;
    return clock;
  }
}
