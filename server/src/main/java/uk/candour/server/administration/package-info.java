/// Users, agencies and tokens; no child.
@NullMarked
package uk.candour.server.administration;

import org.jspecify.annotations.NullMarked;
