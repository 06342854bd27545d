package uk.candour.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Counts working days. The record knows no bank holidays: whoever asks about limits hands a
/// calendar in.
public interface WorkingDayCalendar {

  /// The `count`th working day after a day, or null where the calendar does not reach so far: what
  /// it does not know it does not guess.
  ///
  /// @param count one or more
  @Nullable LocalDate after(LocalDate day, int count);
}
