package uk.candour.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An act on its way into the record.
///
/// Both futures fail with [Conflict] where the same key stood for another body, and with
/// [Unavailable] where nothing was accepted; where that is not known it is [Undecided].
///
/// @param durable done once the act has committed
/// @param signed done once it is in a signed checkpoint
public record Writing(
    CompletableFuture<Answer.Accepted> durable, CompletableFuture<Answer.Signed> signed) {

  /// Waits for the receipt; after `patience` an act that is durable is answered as accepted.
  public Answer await(Duration patience) throws Conflict, Unavailable {
    try {
      return signed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return awaitDurable();
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undecided("interrupted while waiting; whether the act was taken is not known", e);
    }
  }

  /// Waits until the act has committed, however long that takes: before that there is no answer
  /// that would be true.
  private Answer awaitDurable() throws Conflict, Unavailable {
    try {
      return durable.get();
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undecided("interrupted while waiting; whether the act was taken is not known", e);
    }
  }

  private static Unavailable failure(ExecutionException failed) throws Conflict {
    return switch (failed.getCause()) {
      case Conflict conflict -> throw conflict;
      case Unavailable unavailable -> unavailable;
      case null, default -> new Unavailable("the record could not take it", failed);
    };
  }
}
