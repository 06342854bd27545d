package uk.candour.store;

import java.time.Instant;

/// What the record says of an act that it took.
public sealed interface Answer {

  String reference();

  Instant receivedAt();

  /// It is durable and in a signed checkpoint.
  ///
  /// @param again whether the same act had been taken before, and this is its receipt
  record Signed(Receipt receipt, boolean again) implements Answer {

    @Override
    public String reference() {
      return receipt.reference();
    }

    @Override
    public Instant receivedAt() {
      return receipt.receivedAt();
    }
  }

  /// It is durable; the receipt follows.
  record Accepted(String reference, Instant receivedAt) implements Answer {}
}
