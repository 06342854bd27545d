package uk.candour.server.accounts;

import uk.candour.record.AgencyKind;

/// A body that takes part: its records are sources of their own.
public record Agency(String name, AgencyKind kind, String area) {}
