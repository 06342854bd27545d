/// I was told not to record this.
@NullMarked
package uk.candour.server.directions;

import org.jspecify.annotations.NullMarked;
