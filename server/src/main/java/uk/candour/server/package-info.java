/// Where people work: the service that `./candour serve` starts.
///
/// Start reading at [uk.candour.server.Serve], which is the command; then
/// [uk.candour.server.Parts], which lists what the service is made of; then `access.csv` beside
/// them, which says who may do what. Each package below is a word of the product: reports,
/// decisions, children, duties, search, directions, escalations, administration, statistics, log.
@NullMarked
package uk.candour.server;

import org.jspecify.annotations.NullMarked;
