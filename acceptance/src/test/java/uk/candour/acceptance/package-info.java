/// The product from outside: the example borough end to end, the walls, the pages in a browser.
@NullMarked
package uk.candour.acceptance;

import org.jspecify.annotations.NullMarked;
