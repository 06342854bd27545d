/// How many: from the children whom records show to those whom no record shows.
///
/// Two questions are answered here. **How many children are there in all**, when several lists each
/// hold some of them, from the children that lists have in common (capture-recapture: Chapman 1951;
/// Chao 1987, 1989; Rivest and Baillargeon 2007). And **how many of these files**, when a random
/// sample of them was read (exact hypergeometric limits: Buonaccorsi 1987). Beside them stand the
/// two small tools that every finding needs: a share with its exact limits ([Proportion]) and a
/// waiting time with those still waiting ([KaplanMeier]).
///
/// Start at [Estimator] with [CaptureFile]; a sample of files stands alone in [FileSampling]. A
/// method that cannot answer is refused by name with the reason, and never gives a number.
///
/// `ChaoLowerBoundTest` and its neighbours hold the figures against those that the literature
/// prints, and `ConservativeEstimateTest` plants a truth and asks how often the limit lies below
/// it.
@NullMarked
package uk.candour.estimate;

import org.jspecify.annotations.NullMarked;
