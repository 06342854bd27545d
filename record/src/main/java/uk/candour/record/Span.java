package uk.candour.record;

import java.time.LocalDate;

/// The days from one to another, both included.
public record Span(LocalDate from, LocalDate to) {

  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a span from " + from + " cannot end on " + to);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /// Whether the date may lie in the span: a full date that does, a partial one that overlaps it,
  /// and one that is not recorded.
  public boolean mayContain(int partialDate) {
    return partialDate == PartialDate.NOT_RECORDED
        || (!PartialDate.lastDay(partialDate).isBefore(from)
            && !PartialDate.firstDay(partialDate).isAfter(to));
  }
}
