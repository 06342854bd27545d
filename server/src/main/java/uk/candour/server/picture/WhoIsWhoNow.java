package uk.candour.server.picture;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// Keeps who is who up to date: links again, in the background, once acts have come that mention
/// somebody. The more there is to link the longer it waits, so that it takes a tenth of the time at
/// most.
public final class WhoIsWhoNow implements AutoCloseable {

  private static final int SHARE_OF_TIME = 10;
  private static final long LEAST_PAUSE_MILLIS = 500;

  private final Picture picture;
  private final Clock clock;
  private final Thread thread;
  private volatile People people = People.nobody();
  private volatile boolean closed;
  private long linkedAt = -1;

  public WhoIsWhoNow(Picture picture, Clock clock) {
    this.picture = picture;
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name("who is who").unstarted(this::keep);
    thread.start();
  }

  /// The latest picture of who is who.
  public People people() {
    return people;
  }

  /// Whether acts came that the latest picture does not know.
  public boolean isBehind() {
    return picture.peopleChanged() != linkedAt;
  }

  private void keep() {
    while (!closed) {
      long began = System.nanoTime();
      if (isBehind()) {
        link();
      }
      long took = (System.nanoTime() - began) / 1_000_000;
      try {
        Thread.sleep(Math.max(LEAST_PAUSE_MILLIS, took * SHARE_OF_TIME));
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void link() {
    long seen = picture.peopleChanged();
    people =
        People.of(picture.rows(), LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")));
    linkedAt = seen;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
