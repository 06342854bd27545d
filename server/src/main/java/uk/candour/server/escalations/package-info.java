/// What reached somebody because nobody answered.
@NullMarked
package uk.candour.server.escalations;

import org.jspecify.annotations.NullMarked;
