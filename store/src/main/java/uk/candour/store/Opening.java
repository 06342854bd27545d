package uk.candour.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What opens the commitment in an act's log entry: its parts, in the order of the commitment.
///
/// @param entry the log's entry, which the commitments come to
@SuppressWarnings("ArrayRecordComponent") // bytes to be handed on
public record Opening(String reference, byte[] entry, List<Committed> parts) {

  public Opening {
    parts = List.copyOf(parts);
  }

  /// A part, by its word (`narrative`): the commitment to it, and what opens that where the asker
  /// may have it.
  ///
  /// @param salt 32 bytes, or null
  /// @param content what is committed to, or null
  @SuppressWarnings("ArrayRecordComponent") // bytes to be handed on
  public record Committed(
      String part, byte[] commitment, byte @Nullable [] salt, byte @Nullable [] content) {}
}
