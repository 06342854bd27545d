/// What agencies hold: the remit, the readers, every problem of a file at once.
@NullMarked
package uk.candour.intake;

import org.jspecify.annotations.NullMarked;
