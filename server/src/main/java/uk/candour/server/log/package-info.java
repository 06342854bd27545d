/// The log as it is served, and what was read.
@NullMarked
package uk.candour.server.log;

import org.jspecify.annotations.NullMarked;
