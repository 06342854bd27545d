/// Who may do what: one table, and the viewer it is asked about.
@NullMarked
package uk.candour.server.access;

import org.jspecify.annotations.NullMarked;
