/// Tests of what is published.
@NullMarked
package uk.candour.publication;

import org.jspecify.annotations.NullMarked;
