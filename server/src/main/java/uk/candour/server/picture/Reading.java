package uk.candour.server.picture;

import java.time.Instant;
import java.util.List;

/// Somebody was shown records: who, in which post, of which agency, what for, and which.
public record Reading(
    String reference,
    Instant at,
    String account,
    String post,
    String agency,
    String purpose,
    List<String> mentions) {

  public Reading {
    mentions = List.copyOf(mentions);
  }
}
