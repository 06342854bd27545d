package uk.candour.server.access;

/// What must hold between a viewer and what a route acts on, over and above the role: a cell of
/// `access.csv`.
public enum Relation {
  /// Nothing: the role is enough, or the route acts on no record.
  ALL,
  /// The viewer wrote it, or it is about the viewer's own account.
  OWN,
  /// The viewer's agency holds it or has a report, a decision or a duty about the child.
  AGENCY,
  /// It has been escalated to the viewer, or the viewer answers for a team that it lies with.
  REACHED
}
