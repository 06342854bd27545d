/// What is due and to whom it goes when it is missed.
@NullMarked
package uk.candour.server.duties;

import org.jspecify.annotations.NullMarked;
