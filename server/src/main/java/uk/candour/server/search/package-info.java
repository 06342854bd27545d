/// Somebody is looked for by what little is known.
@NullMarked
package uk.candour.server.search;

import org.jspecify.annotations.NullMarked;
