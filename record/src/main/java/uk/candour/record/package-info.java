/// What was said and done: entries with two dates each, the people, places and vehicles that they
/// mention, and the sources that hold them.
///
/// An **entry** is a fact in the past tense: a report made, a decision taken, a meeting held. It is
/// never edited. A record **mentions** a person as that record describes them; who is who is worked
/// out elsewhere and can always be undone, so nothing here is a person. Two million rows are kept
/// in columns of ints over dictionaries ([Entries]), not as objects; `docs/dataflow.md` draws the
/// way of one row.
///
/// Nothing here knows an ethnicity: a protected value travels sealed, beside this module, in
/// `characteristics`. Start reading at [Entries], then [EntryKind] and [Scope].
@NullMarked
package uk.candour.record;

import org.jspecify.annotations.NullMarked;
