/// A concern is reported, received and followed.
@NullMarked
package uk.candour.server.reports;

import org.jspecify.annotations.NullMarked;
