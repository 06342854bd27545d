package uk.candour.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A live record that a remit reads.
///
/// @param line where the remit names it, from 1
/// @param folder the record's data folder, or null
/// @param url the JDBC URL of the record's database, or null where the folder's own is meant
/// @param purpose what the inquiry is for
/// @param approver who approved it
public record RecordPlan(
    int line,
    int column,
    @Nullable Path folder,
    @Nullable String url,
    String purpose,
    String approver) {}
