package uk.candour.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Who waits for the receipt of which act.
final class Waiting {

  /// One who waits.
  ///
  /// @param again whether the act had been taken before
  record Caller(Writing writing, boolean again) {}

  private final Map<UUID, List<Caller>> callers = new ConcurrentHashMap<>();
  private final Queue<UUID> unsure = new ConcurrentLinkedQueue<>();

  void add(UUID act, Caller caller) {
    callers.merge(
        act,
        List.of(caller),
        (some, more) -> {
          List<Caller> all = new ArrayList<>(some);
          all.addAll(more);
          return all;
        });
  }

  /// Waits for the receipt of an act that was taken before, and may have been signed already.
  void again(UUID act, Caller caller) {
    add(act, caller);
    unsure.add(act);
  }

  /// An act that may have been signed while nobody looked, or null; each once.
  @Nullable UUID takeUnsure() {
    return unsure.poll();
  }

  /// An act is to be looked for again.
  void unsure(UUID act) {
    unsure.add(act);
  }

  void remove(UUID act) {
    callers.remove(act);
  }

  Set<UUID> acts() {
    return Set.copyOf(callers.keySet());
  }

  boolean isEmpty() {
    return callers.isEmpty();
  }

  boolean has(UUID act) {
    return callers.containsKey(act);
  }

  /// Hands a receipt to all who wait for it.
  void done(UUID act, Receipt receipt) {
    List<Caller> waiting = callers.remove(act);
    if (waiting != null) {
      for (Caller caller : waiting) {
        caller
            .writing()
            .durable()
            .complete(new Answer.Accepted(receipt.reference(), receipt.receivedAt()));
        caller.writing().signed().complete(new Answer.Signed(receipt, caller.again()));
      }
    }
  }

  /// Tells all who wait that the record was closed under them.
  void abandon(Unavailable reason) {
    for (UUID act : acts()) {
      List<Caller> waiting = callers.remove(act);
      if (waiting != null) {
        for (Caller caller : waiting) {
          caller.writing().signed().completeExceptionally(reason);
        }
      }
    }
  }
}
