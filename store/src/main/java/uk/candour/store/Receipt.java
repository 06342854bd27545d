package uk.candour.store;

import java.time.Instant;
import java.util.List;

/// What proves that an act is in the log: its entry, where it stands, the signed checkpoint that
/// covers it and the path from one to the other. Nothing of the act's content is in it.
///
/// @param receivedAt when the act was taken, to the millisecond
/// @param logIndex the entry's place in the log, from 0
/// @param entry version byte 1 and the 32-byte commitment
/// @param leafHash the entry's leaf hash (RFC 6962)
/// @param checkpoint the whole signed note
/// @param inclusionProof the path's hashes from the leaf up
@SuppressWarnings("ArrayRecordComponent") // bytes of a proof, handed on and not compared
public record Receipt(
    String reference,
    Instant receivedAt,
    long logIndex,
    byte[] entry,
    byte[] leafHash,
    String checkpoint,
    List<byte[]> inclusionProof) {

  public Receipt {
    inclusionProof = List.copyOf(inclusionProof);
  }
}
