/// A child as the agencies together hold it, and who looked.
@NullMarked
package uk.candour.server.children;

import org.jspecify.annotations.NullMarked;
