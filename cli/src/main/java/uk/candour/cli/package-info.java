/// The command: what a newcomer types. [Candour] lists the commands; each is one class that says
/// what it takes, hands the work to the modules, and prints what came of it.
@NullMarked
package uk.candour.cli;

import org.jspecify.annotations.NullMarked;
