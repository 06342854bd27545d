/// An example borough: the records that its agencies hold, with the truth they came from.
///
/// [Synth] writes it. A hidden [Story] says which children were exploited, by whom and when; every
/// agency sees its part of it and writes that part down in its own layout, with the errors that
/// such files have. What was really so goes into `truth/`, which an inquiry never reads. Nothing
/// here knows how an inquiry links people or counts them, so that what an inquiry finds can be held
/// against what was planted ([Expected]).
///
/// Everybody and every place is invented: names are drawn from lists of common names, postcodes
/// from an area that does not exist, phone numbers from the ranges that Ofcom keeps for drama, NHS
/// numbers from the test range. Ethnicity is drawn by one rule for everybody ([Community]), whoever
/// they become in the story.
@NullMarked
package uk.candour.synth;

import org.jspecify.annotations.NullMarked;
