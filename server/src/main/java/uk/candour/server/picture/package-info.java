/// The live record in memory: reports with what was done on them, and who is who.
@NullMarked
package uk.candour.server.picture;

import org.jspecify.annotations.NullMarked;
