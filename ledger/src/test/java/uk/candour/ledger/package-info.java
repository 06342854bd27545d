/// The tests of the log.
@NullMarked
package uk.candour.ledger;

import org.jspecify.annotations.NullMarked;
