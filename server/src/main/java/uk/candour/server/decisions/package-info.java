/// A report is decided, and a decision is disagreed with.
@NullMarked
package uk.candour.server.decisions;

import org.jspecify.annotations.NullMarked;
