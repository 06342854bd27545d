package uk.candour.store;

import java.time.Instant;
import uk.candour.record.Source;
import uk.candour.record.Written;

/// An act as it stands in the record. Protected values are not in it.
///
/// @param logIndex its place in the log, from 0
/// @param row the number of its row in its source, from 1
public record Recorded(
    String reference, Instant receivedAt, long logIndex, Source source, int row, Written written) {}
