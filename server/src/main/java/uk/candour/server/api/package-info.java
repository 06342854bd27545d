/// What machines ask: reports, receipts, health, metrics.
@NullMarked
package uk.candour.server.api;

import org.jspecify.annotations.NullMarked;
