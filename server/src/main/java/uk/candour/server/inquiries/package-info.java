/// The inquiry over the record, run and read.
@NullMarked
package uk.candour.server.inquiries;

import org.jspecify.annotations.NullMarked;
