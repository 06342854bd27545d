/// A made-up borough with a user for each role.
@NullMarked
package uk.candour.server.demo;

import org.jspecify.annotations.NullMarked;
