/// Measurements anyone can run, beside the peers where they can be installed.
@NullMarked
package uk.candour.benchmarks;

import org.jspecify.annotations.NullMarked;
