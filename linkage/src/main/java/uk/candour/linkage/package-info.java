/// Who is who: comparison, training, blocking, clustering.
@NullMarked
package uk.candour.linkage;

import org.jspecify.annotations.NullMarked;
