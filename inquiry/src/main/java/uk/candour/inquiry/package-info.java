/// What it adds up to: the findings of an inquiry, made from entries and from who is who.
///
/// The inquiry is a function from entries to findings; it does not know whether files or a live
/// record stand behind them. [Casebook] joins what every finding needs: which entries hold an
/// exploitation concern ([Concerns]), which decisions answer which report ([Reports]), and the
/// people in each of the three linkings ([Persons], [Children], [Suspects]). Each finding is one
/// class named after its question; [Inquiry] lists them in order. A [Finding] cannot be made
/// without its [Evidence].
///
/// Nothing here can see an ethnicity: the module has no dependency that would let it.
@NullMarked
package uk.candour.inquiry;

import org.jspecify.annotations.NullMarked;
