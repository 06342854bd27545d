/// What may be shown: protected characteristics, disclosure control, the sealed report, the public
/// release.
@NullMarked
package uk.candour.publication;

import org.jspecify.annotations.NullMarked;
