package uk.candour.server.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an agency's system signs in with, without the secret itself.
public record Token(
    String id,
    String agency,
    String label,
    String madeBy,
    Instant made,
    @Nullable Instant revoked) {}
