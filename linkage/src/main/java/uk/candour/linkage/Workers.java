package uk.candour.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work over a range of numbers, cut into equal runs that threads take one after the other. The
/// results come back in the order of the runs, so that no thread count shows.
final class Workers {

  private static final int RUN = 512;

  /// What one thread does with one run.
  interface Work<T> {
    T over(int from, int to);
  }

  private Workers() {}

  /// @param threads how many threads to use
  /// @param size the end of the range that begins at 0
  /// @param work makes each thread its own worker
  static <T> List<T> run(int threads, int size, Supplier<Work<T>> work) {
    int runs = (size + RUN - 1) / RUN;
    List<@Nullable T> results = new ArrayList<>(runs);
    for (int i = 0; i < runs; i++) {
      results.add(null);
    }
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Thread> others = new ArrayList<>();
    Runnable loop =
        () -> {
          try {
            Work<T> worker = work.get();
            for (int run = next.getAndIncrement(); run < runs; run = next.getAndIncrement()) {
              T result = worker.over(run * RUN, Math.min(size, (run + 1) * RUN));
              synchronized (results) {
                results.set(run, result);
              }
            }
          } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            next.set(runs);
          }
        };
    for (int t = 1; t < Math.max(1, Math.min(threads, runs)); t++) {
      others.add(Thread.ofPlatform().name("linkage-" + t).start(loop));
    }
    loop.run();
    for (Thread other : others) {
      join(other);
    }
    Throwable failed = failure.get();
    if (failed instanceof Error error) {
      throw error;
    }
    if (failed != null) {
      throw (RuntimeException) failed;
    }
    List<T> all = new ArrayList<>(runs);
    for (@Nullable T result : results) {
      if (result != null) {
        all.add(result);
      }
    }
    return all;
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
