package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.candour.characteristics.SealedRow;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Written;
import uk.candour.record.Written.EntryValue;
import uk.candour.record.Written.PersonValue;
import uk.candour.server.accounts.Accounts;
import uk.candour.store.Act;
import uk.candour.store.Conflict;
import uk.candour.store.References;
import uk.candour.store.Unavailable;

/// How much lies with whom, counted and without a name of a child.
final class CaseloadTest {

  private final Town town = Town.get();

  @Test
  void reportsAreCountedWithWhomeverTheyWereGivenTo() {
    String report = town.report("Isolde");
    town.visitor("manager")
        .post("/reports/" + report + "/assign", Map.of("worker", "decision-maker"));

    assertThat(town.visitor("manager").get("/caseload").body())
        .contains("Caseload of " + Town.SOCIAL)
        .contains("Open reports")
        .doesNotContain("Isolde");
  }

  @Test
  void aChildLiesWithWhomTheLatestAllocationNamesUntilItEnds() throws Unavailable {
    allocate("Moorland", 2019, "The first worker", 0);
    allocate("Moorland", 2021, "The second worker", 0);
    allocate("Fenwick", 2018, "Somebody who left", 2020);
    town.whoIsWhoIsKnown();

    assertThat(town.visitor("manager").get("/caseload").body())
        .contains("The second worker")
        .doesNotContain("The first worker")
        .doesNotContain("Somebody who left")
        .doesNotContain("Moorland");
  }

  private void allocate(String surname, int year, String worker, int ended) throws Unavailable {
    var accounts = town.running.context().getBean(Accounts.class);
    var acts = town.running.context().getBean(Acts.class);
    List<EntryValue> values = new ArrayList<>();
    values.add(EntryValue.of(EntryAttribute.HAPPENED, PartialDate.of(LocalDate.of(year, 3, 1))));
    values.add(EntryValue.of(EntryAttribute.TEAM, "Looked after"));
    values.add(EntryValue.of(EntryAttribute.WORKER, worker));
    if (ended != 0) {
      values.add(EntryValue.of(EntryAttribute.ENDED, PartialDate.of(LocalDate.of(ended, 3, 1))));
    }
    var child =
        new Written.Person(
            Role.CHILD,
            1,
            Written.WHOLE,
            Written.WHOLE,
            List.of(),
            List.of(
                PersonValue.of(PersonAttribute.FORENAME, "Gwendolen"),
                PersonValue.of(PersonAttribute.SURNAME, surname),
                PersonValue.of(PersonAttribute.BORN, PartialDate.of(LocalDate.of(2010, 5, 7)))));
    var act =
        Act.of(
            References.random(),
            acts.source(accounts.agency(Town.SOCIAL).orElseThrow()),
            new Written(
                Written.Shape.ACT,
                List.of(Written.Entry.of(EntryKind.CASE_ALLOCATED, values)),
                List.of(child),
                List.of()),
            SealedRow.NOTHING,
            null);
    try {
      town.running.record().write(act).await(Duration.ofSeconds(20));
    } catch (Conflict e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anotherAgencysCaseloadIsNotShown() {
    assertThat(town.visitor("manager.elsewhere").get("/caseload").body())
        .doesNotContain(Town.SOCIAL);
  }
}
