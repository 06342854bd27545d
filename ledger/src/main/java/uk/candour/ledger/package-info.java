/// What cannot be changed: a log of entries as a Merkle tree, in files that anybody can check.
///
/// The tree is that of RFC 6962 over SHA-256; its files are laid out as C2SP tlog-tiles says; what
/// the log vouches for is a signed note with a checkpoint in it (C2SP signed-note,
/// tlog-checkpoint). Nothing is invented here, so tools that nobody of this project wrote can check
/// it too.
///
/// Whoever writes starts at [LogWriter]: it appends a batch, signs and publishes, and never signs
/// what contradicts a checkpoint that it released before ([ReleasedCheckpoints]). Whoever checks
/// starts at [Audit]. The proofs are [InclusionProof] and [ConsistencyProof]; what a reporter takes
/// home is a [Receipt].
@NullMarked
package uk.candour.ledger;

import org.jspecify.annotations.NullMarked;
