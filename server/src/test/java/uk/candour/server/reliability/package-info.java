/// The service as its reporters meet it, while its processes are killed under them.
///
/// [uk.candour.server.reliability.KillsTest] says what is claimed; [Kills] does a run; [Reporters]
/// report and remember; [Judge] compares what they remember with what the service then holds.
@NullMarked
package uk.candour.server.reliability;

import org.jspecify.annotations.NullMarked;
