package uk.candour.publication;

import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.ConcernsAndAnswers;
import uk.candour.inquiry.RowsByMonth;
import uk.candour.inquiry.SeverityFlow;
import uk.candour.inquiry.WaitingTimes;

/// What the report draws that no finding carries in its breakdown.
public record Pictures(
    ConcernsAndAnswers concernsAndAnswers,
    WaitingTimes reportsForADecision,
    WaitingTimes childrenForAnAction,
    SeverityFlow severity,
    RowsByMonth months) {

  /// What there is to draw in a casebook.
  public static Pictures of(Casebook casebook) {
    return new Pictures(
        ConcernsAndAnswers.of(casebook),
        WaitingTimes.ofReportsForADecision(casebook),
        WaitingTimes.ofChildrenForAnAction(casebook),
        SeverityFlow.of(casebook),
        RowsByMonth.of(casebook));
  }
}
