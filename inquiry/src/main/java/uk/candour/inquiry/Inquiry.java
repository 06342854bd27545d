package uk.candour.inquiry;

import java.util.List;

/// Asks every question of a casebook, in the order in which the findings are published.
public final class Inquiry {

  private static final List<Question> QUESTIONS =
      List.of(
          new HowManyChildrenWereSeen(),
          new HowManyChildrenAtLeast(),
          new HowManyChildrenMostLikely(),
          new HowManyChildrenDoesTheReadingShow(),
          new HowManyChildrenWereNewEachYear(),
          new HowManyChildrenInTenThousand(),
          new HowManyChildrenWereKnownBefore(),
          new WhatShareOfTheChildrenWereBoys(),
          new HowYoungWasTheYoungestChild(),
          new HowManyChildrenWereReportedAgainAndAgain(),
          new HowLongUntilAChildWasActedOn(),
          new HowManyChildrenWereNeverActedOn(),
          new HowManyChildrenWereTiedToSeveralSuspects(),
          new HowManyChildrenWereRecordedAsSuspects(),
          new HowManySuspectsWereIdentified(),
          new HowManySuspectsWereNamedWithSeveralChildren(),
          new HowManyNetworksThereWere(),
          new WhenNetworksCouldHaveBeenJoined(),
          new HowManyPeopleCrossedAreas(),
          new HowManyPlacesRecurred(),
          new WhichHarmWasRecorded(),
          new WhoRecordedTheFirstConcern(),
          new WhichReportsWereNeverAnswered(),
          new HowManyReportsWereAnsweredLate(),
          new HowLongDidReportsWaitForADecision(),
          new HowManyReportsEndedInNoFurtherAction(),
          new WhereWasSeverityPlayedDown(),
          new WhatIsMissingFromTheRecord(),
          new WhenWereChildrenTakenOffMonitoringTogether(),
          new WhichChildrenWereReclassified(),
          new WhereDoRecordsBlameAChild(),
          new WhichBriefingsWereNeverActedOn(),
          new WhatWasOnRecordWhenLeadersWereBriefed(),
          new WhatWereStaffToldNotToDo(),
          new HowManyChildrenDoesEachTeamHold());

  private Inquiry() {}

  public static List<Finding> findings(Casebook casebook) {
    return QUESTIONS.stream().map(question -> question.answer(casebook)).toList();
  }
}
