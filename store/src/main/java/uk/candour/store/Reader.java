package uk.candour.store;

import uk.candour.record.Source;

/// Somebody who reads records: an account, the post it is used in, and the source of the agency in
/// which the reading is put down.
public record Reader(String account, String post, Source source) {}
