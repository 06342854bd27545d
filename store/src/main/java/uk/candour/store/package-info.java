/// Where the live record is kept: PostgreSQL, the keys, and the log beside it.
///
/// An **act** is one row of a source as it was written ([uk.candour.record.Written]), with its
/// protected values sealed beside it. It commits in one transaction with its *pending* log entry;
/// one sequencer then numbers, signs and publishes what is pending, and only then is a [Receipt]
/// given. The log holds a salted commitment and nothing of the content; the content is encrypted
/// under a key of its own record, and those keys under a root key that the database never sees.
///
/// Start reading at [LiveRecord], then [Writer], [Sequencer] and [Contents]. The tests that show it
/// right break every statement and every file call of an append once (`FaultsTest`) and kill the
/// server (`KillTest`).
@NullMarked
package uk.candour.store;

import org.jspecify.annotations.NullMarked;
