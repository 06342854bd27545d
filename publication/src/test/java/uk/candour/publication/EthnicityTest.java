package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.candour.characteristics.Characteristic;
import uk.candour.characteristics.ResidentsOfGroup;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.characteristics.SealedCharacteristics.Unnamed;
import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linked.LinkError;
import uk.candour.linkage.Linked.Links;
import uk.candour.record.AgencyKind;
import uk.candour.record.Area;
import uk.candour.record.Concern;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.InputFile;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Scope;
import uk.candour.record.Scope.Residents;
import uk.candour.record.Source;
import uk.candour.record.Span;
import uk.candour.record.Standing;

/// Six rows of the police, four of social care's change log, and who is who in them.
final class EthnicityTest {

  private static final Characteristic GREEN =
      new Characteristic("police-16+1", "G1", "Green", "Colour", true);
  private static final Characteristic BLUE =
      new Characteristic("police-16+1", "B1", "Blue", "Colour", true);
  private static final Characteristic NOT_STATED =
      new Characteristic("police-16+1", "N1", "Not stated", "", false);

  private final EntriesBuilder builder =
      new EntriesBuilder(
          new Scope(
              "Eastmoor",
              new Area("X1", "Eastmoor"),
              List.of(),
              new Span(LocalDate.of(2000, 1, 1), LocalDate.of(2009, 12, 31)),
              LocalDate.of(2010, 6, 30),
              EnumSet.of(Concern.EXPLOITATION),
              List.of(
                  new Residents("X1", 2001, 0, 17, 400), new Residents("X1", 2001, 18, 120, 600))));
  private final SealedCharacteristics.Builder sealed = new SealedCharacteristics.Builder();
  private final List<Integer> persons = new ArrayList<>();
  private int row;

  @Test
  void aValueInAnyRowOfASuspectCountsAndNotStatedDoesNot() {
    police();
    suspect("Team A", 0, "Ash", GREEN, null, Standing.NAMED);
    suspect("Team A", 0, "Ash", null, null, Standing.NAMED);
    suspect("Team B", 1, "Birch", NOT_STATED, null, Standing.NAMED);
    suspect("Team B", 2, "Cedar", null, BLUE, Standing.NAMED);
    suspect("Team B", 3, null, GREEN, null, Standing.NAMED);
    end();

    Finding finding = EthnicityRecorded.answer(casebook(), sealed.seal());

    assertThat(finding.value()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(finding.breakdown())
        .contains(
            Breakdown.share("agency", "police", 3, 5),
            Breakdown.share("team", "Team A", 1, 2),
            Breakdown.share("team", "Team B", 2, 3),
            Breakdown.share("year", "2001", 3, 5));
    assertThat(finding.evidence().size()).isEqualTo(5);
  }

  @Test
  void aRowThatSaysNothingElseOfItsSuspectCountsAsARow() {
    police();
    suspect("Team A", 0, "Ash", null, null, Standing.NAMED);
    int entry = report("Team A");
    sealed.unnamed(new Unnamed(entry, row, "suspect", GREEN, null, null));
    end();

    Finding finding = EthnicityRecorded.answer(casebook(), sealed.seal());

    assertThat(finding.value()).isEqualTo(0.0);
    assertThat(finding.breakdown()).contains(Breakdown.share("agency", "police", 1, 2));
  }

  @Test
  void aRowOfAnotherRoleOrOutsideThePeriodIsNoRowOfASuspect() {
    police();
    suspect("Team A", 0, "Ash", null, null, Standing.NAMED);
    int child = report("Team A");
    sealed.unnamed(new Unnamed(child, row, "child", GREEN, null, null));
    int notStated = report("Team B");
    sealed.unnamed(new Unnamed(notStated, row, "suspect", NOT_STATED, null, null));
    int early = report("Team B");
    builder.setDate(early, EntryAttribute.RECORDED, PartialDate.of(1999, 12, 31));
    sealed.unnamed(new Unnamed(early, row, "suspect", GREEN, null, null));
    end();

    Finding finding = EthnicityRecorded.answer(casebook(), sealed.seal());

    assertThat(finding.breakdown())
        .contains(
            Breakdown.share("agency", "police", 0, 2),
            Breakdown.share("team", "Team A", 0, 1),
            Breakdown.share("team", "Team B", 0, 1));
    assertThat(finding.evidence().size()).isEqualTo(2);
  }

  @Test
  void whatIsStatedAndWhatIsObservedStandApartAndTheNotRecordedAreAlwaysThere() {
    police();
    suspect("Team A", 0, "Ash", GREEN, BLUE, Standing.NAMED);
    suspect("Team A", 0, "Ash", GREEN, null, Standing.CONVICTED);
    suspect("Team A", 1, "Birch", BLUE, null, Standing.NAMED);
    suspect("Team A", 2, "Cedar", GREEN, null, Standing.NAMED);
    suspect("Team A", 2, "Cedar", BLUE, null, Standing.NAMED);
    end();
    sealed.residents(new ResidentsOfGroup("X1", 2001, 18, 120, "", "Blue", 150));
    sealed.residents(new ResidentsOfGroup("X1", 2001, 0, 17, "", "Blue", 390));

    Finding finding = EthnicitySuspects.answer(casebook(), sealed.seal());

    assertThat(finding.value()).isNull();
    assertThat(finding.caveats()).isNotEmpty();
    assertThat(rows(finding))
        .containsExactly(
            "self-stated convicted Green 1 of 1",
            "self-stated convicted not-recorded 0 of 1",
            "self-stated named Blue 1 of 2",
            "self-stated named conflicting 1 of 2",
            "self-stated named not-recorded 0 of 2",
            "observed convicted Blue 1 of 1",
            "observed convicted not-recorded 0 of 1",
            "observed named not-recorded 2 of 2");
    Breakdown blue = finding.breakdown().get(2);
    assertThat(detail(blue, "population-share")).isEqualTo(0.25);
    assertThat(detail(blue, "age-matched")).isEqualTo(true);
    assertThat((Double) Objects.requireNonNull(detail(blue, "low"))).isBetween(0.01, 0.02);
  }

  @Test
  void aBlankedValueCountsOnceWhileItIsBlank() {
    police();
    int changed = builder.entry(EntryKind.REPORT_MADE, builder.globalRow(++row));
    builder.set(changed, EntryAttribute.ID, "R1");
    builder.set(changed, EntryAttribute.TEAM, "Team A");
    builder.setDate(changed, EntryAttribute.RECORDED, PartialDate.of(2001, 2, 3));
    change("R1", "suspect.ethnicity", "2004-01-01", GREEN, null);
    change("R1", "suspect.ethnicity", "2003-01-01", BLUE, GREEN);
    change("R2", "suspect.ethnicity", "2004-01-01", GREEN, null);
    change("R2", "suspect.ethnicity", "2005-01-01", null, GREEN);
    change("R3", "suspect.ethnicity", "2004-01-01", GREEN, null);
    change("R3", "suspect.ethnicity", "2004-01-02", null, GREEN);
    change("R3", "suspect.ethnicity", "2006-01-02", GREEN, null);
    change("R3", "suspect.ethnicity-observed", "2006-01-02", GREEN, null);
    change("R4", "suspect.nationality", "2006-01-02", GREEN, null);
    change("R5", "suspect.ethnicity", "2006-01-02", null, null);
    end();

    Finding finding = EthnicityRemoved.answer(casebook(), sealed.seal());

    assertThat(finding.value()).isEqualTo(3.0);
    assertThat(finding.breakdown())
        .containsExactly(
            Breakdown.count("team", "Team A", 1),
            Breakdown.count("team", "not-recorded", 2),
            Breakdown.count("year", "2004", 1),
            Breakdown.count("year", "2006", 2));
    assertThat(finding.evidence().size()).isEqualTo(3);
  }

  @Test
  void withoutAChangeLogNothingCanBeSaidOfRemovals() {
    police();
    suspect("Team A", 0, "Ash", GREEN, null, Standing.NAMED);
    end();

    Finding finding = EthnicityRemoved.answer(casebook(), sealed.seal());

    assertThat(finding.value()).isNull();
    assertThat(finding.caveats())
        .containsExactly("No source of the area holds changes of records.");
  }

  @Test
  void theFindingsOnEthnicityStandBeforeTheCaseload() {
    police();
    suspect("Team A", 0, "Ash", GREEN, null, Standing.NAMED);
    end();
    Casebook casebook = casebook();
    var sample = SampleFindings.findings(SampleFindings.entries());
    var ofInquiry = sample.stream().filter(one -> !one.id().startsWith("ethnicity.")).toList();

    var findings = Publication.findings(ofInquiry, casebook, sealed.seal());

    assertThat(findings.stream().map(Finding::id).toList())
        .isEqualTo(sample.stream().map(Finding::id).toList());
  }

  private void police() {
    builder.startSource(
        new Source(
            "police",
            "police",
            AgencyKind.POLICE,
            "X1",
            "police",
            List.of(),
            List.of(new Span(LocalDate.of(2000, 1, 1), LocalDate.of(2009, 12, 31))),
            LocalDate.of(2010, 6, 30)));
  }

  private void end() {
    builder.endSource(row, List.of(new InputFile("police", "police.csv", "0".repeat(64), row)));
  }

  private int report(String team) {
    int entry = builder.entry(EntryKind.REPORT_MADE, builder.globalRow(++row));
    builder.setDate(entry, EntryAttribute.RECORDED, PartialDate.of(2001, 2, 3));
    builder.setCode(entry, EntryAttribute.CONCERN, Concern.EXPLOITATION);
    builder.set(entry, EntryAttribute.TEAM, team);
    return entry;
  }

  private void suspect(
      String team,
      int person,
      @Nullable String surname,
      @Nullable Characteristic stated,
      @Nullable Characteristic observed,
      Standing standing) {
    int entry = report(team);
    int mention = builder.person(builder.globalRow(row), 1);
    if (surname != null) {
      builder.set(mention, PersonAttribute.SURNAME, surname);
    }
    builder.mentions(entry, mention, Role.SUSPECT, standing);
    sealed.mention(mention, stated, observed, null);
    persons.add(person);
  }

  private void change(
      String record,
      String field,
      String day,
      @Nullable Characteristic before,
      @Nullable Characteristic after) {
    int entry = builder.entry(EntryKind.RECORD_CHANGED, builder.globalRow(++row));
    builder.set(entry, EntryAttribute.CHANGED_RECORD, record);
    builder.set(entry, EntryAttribute.FIELD, field);
    builder.setDate(entry, EntryAttribute.HAPPENED, PartialDate.of(LocalDate.parse(day)));
    sealed.change(entry, before, after);
  }

  private Casebook casebook() {
    int[] personOf = persons.stream().mapToInt(Integer::intValue).toArray();
    return new Casebook(
        builder.build(),
        Linked.of(
            new int[][] {personOf, personOf, personOf},
            new Links(new int[0], new int[0], new float[0], new boolean[0]),
            new LinkError(0, 0, 0)));
  }

  private static List<String> rows(Finding finding) {
    return finding.breakdown().stream()
        .map(row ->
            "%s %s %s %d of %d"
                .formatted(
                    detail(row, "basis"),
                    detail(row, "standing"),
                    row.key(),
                    row.count(),
                    row.of()))
        .toList();
  }

  private static @Nullable Object detail(Breakdown row, String name) {
    return row.details().stream()
        .filter(detail -> detail.name().equals(name))
        .map(Detail::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
