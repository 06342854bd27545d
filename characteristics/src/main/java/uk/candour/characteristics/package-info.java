/// What is protected: the sealed envelope of ethnicity and its like.
///
/// A protected value never enters the record. It travels beside it, by the number of the mention or
/// the entry it belongs to, in [SealedCharacteristics]: `intake` seals, `publication` opens, and no
/// other module may depend on this one, so that nobody is linked, suspected, searched or ranked by
/// it. Start reading at [Characteristic].
@NullMarked
package uk.candour.characteristics;

import org.jspecify.annotations.NullMarked;
