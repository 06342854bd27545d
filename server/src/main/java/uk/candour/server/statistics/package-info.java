/// What the public may count.
@NullMarked
package uk.candour.server.statistics;

import org.jspecify.annotations.NullMarked;
