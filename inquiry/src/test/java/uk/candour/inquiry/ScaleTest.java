package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linked.LinkError;
import uk.candour.linkage.Linked.Links;
import uk.candour.record.AgencyKind;
import uk.candour.record.Area;
import uk.candour.record.Concern;
import uk.candour.record.Entries;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryKind;
import uk.candour.record.Harm;
import uk.candour.record.Outcome;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Scope;
import uk.candour.record.Sex;
import uk.candour.record.Source;
import uk.candour.record.Span;
import uk.candour.record.Standing;
import uk.candour.record.ThingAttribute;

/// A large borough is answered in seconds: no finding does quadratic work.
class ScaleTest {

  private static final int SOURCES = 18;
  private static final List<AgencyKind> KINDS = List.of(AgencyKind.values());

  @Test
  void twoHundredThousandEntriesAreAnsweredInSeconds() {
    answersWithin(200_000, Duration.ofSeconds(5));
  }

  @Test
  @EnabledIfSystemProperty(named = "candour.long", matches = "true")
  void nearlyTwoMillionEntriesAreAnsweredInAMinute() {
    answersWithin(1_800_000, Duration.ofSeconds(60));
  }

  private static void answersWithin(int size, Duration limit) {
    int persons = size / 6;
    Entries entries = entries(size, persons, 1);
    Linked linked = linked(entries, persons, 1);

    // Processor time, since other work may share the machine; all of it is on this thread.
    var clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    var findings = Inquiry.findings(new Casebook(entries, linked));
    Duration took = Duration.ofNanos(clock.getCurrentThreadCpuTime() - start);

    assertThat(took).isLessThan(limit);
    assertThat(findings)
        .filteredOn(finding -> finding.id().equals("children.seen"))
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.value()).isGreaterThan(persons / 20.0).isLessThan(persons * 1.0));
  }

  /// A tenth of the entries are about exploitation; a third are decisions on reports.
  private static Entries entries(int size, int persons, long seed) {
    var random = new SplittableRandom(seed);
    var period = new Span(LocalDate.of(1997, 1, 1), LocalDate.of(2013, 12, 31));
    var asAt = LocalDate.of(2014, 5, 31);
    var builder =
        new EntriesBuilder(
            new Scope(
                "Scale",
                new Area("X08000001", "Eastmoor"),
                List.of(new Area("X08000002", "Ridley")),
                period,
                asAt,
                EnumSet.of(Concern.EXPLOITATION, Concern.TRAFFICKING),
                List.of()));
    for (int s = 0; s < SOURCES; s++) {
      String name = "source-" + s;
      builder.startSource(
          new Source(
              name,
              name,
              KINDS.get(s % KINDS.size()),
              s < SOURCES - 2 ? "X08000001" : "X08000002",
              KINDS.get(s % KINDS.size()).word(),
              List.of(),
              List.of(period),
              asAt));
      int rows = size / SOURCES;
      for (int n = 1; n <= rows; n++) {
        int row = builder.globalRow(n);
        LocalDate day = period.from().plusDays(random.nextInt(6000));
        boolean report = n % 3 != 0;
        int entry = builder.entry(report ? EntryKind.REPORT_MADE : EntryKind.DECISION_TAKEN, row);
        builder.set(entry, EntryAttribute.ID, (report ? "r" : "d") + n);
        builder.setDate(entry, EntryAttribute.HAPPENED, PartialDate.of(day));
        if (!report) {
          builder.set(entry, EntryAttribute.REPORT, "r" + (n - 1));
          builder.setCode(
              entry,
              EntryAttribute.OUTCOME,
              random.nextBoolean() ? Outcome.ACCEPTED : Outcome.NO_FURTHER_ACTION);
          continue;
        }
        boolean exploitation = random.nextInt(7) == 0;
        builder.setCode(
            entry, EntryAttribute.CONCERN, exploitation ? Concern.EXPLOITATION : Concern.MISSING);
        builder.setCode(entry, EntryAttribute.MADE_TO, MadeTo.SOCIAL_CARE);
        builder.setNumber(entry, EntryAttribute.HARM, random.nextInt(4) * Harm.WEAPON.bit());
        int child = person(builder, random, row, persons, false);
        builder.mentions(entry, child, Role.CHILD, Standing.NAMED);
        if (exploitation) {
          int suspect = person(builder, random, row, persons, true);
          builder.mentions(entry, suspect, Role.SUSPECT, Standing.NAMED);
          int place = builder.place(row);
          builder.setPlace(
              place, ThingAttribute.NAME, "Venue Number " + word(random.nextInt(2000)));
          builder.mentionsPlace(entry, place);
        }
      }
      builder.endSource(rows, List.of());
    }
    return builder.build();
  }

  private static String word(int number) {
    var word = new StringBuilder();
    for (int rest = number + 1; rest > 0; rest /= 10) {
      word.append((char) ('a' + rest % 10)).append((char) ('k' + rest % 7));
    }
    return word.toString();
  }

  private static int person(
      EntriesBuilder builder, SplittableRandom random, int row, int persons, boolean suspect) {
    int mention = builder.person(row, 1);
    int key = suspect ? random.nextInt(persons / 50) : random.nextInt(persons / 4);
    builder.set(mention, PersonAttribute.FORENAME, "F" + key % 300);
    builder.set(mention, PersonAttribute.SURNAME, "S" + key % 900);
    builder.setDate(
        mention,
        PersonAttribute.BORN,
        PartialDate.of((suspect ? 1950 : 1980) + key % 20, 1 + key % 12, 1 + key % 28));
    builder.setCode(mention, PersonAttribute.SEX, key % 5 == 0 ? Sex.MALE : Sex.FEMALE);
    return mention;
  }

  private static Linked linked(Entries entries, int persons, long seed) {
    var random = new SplittableRandom(seed);
    int mentions = entries.people().size();
    int[] truth = IntStream.range(0, mentions).map(m -> random.nextInt(persons)).toArray();
    int[] renumbered = numbered(truth, persons);
    return Linked.of(
        new int[][] {renumbered, renumbered, renumbered},
        new Links(new int[0], new int[0], new float[0], new boolean[0]),
        new LinkError(0.02, 0.05, 0.01));
  }

  private static int[] numbered(int[] partition, int persons) {
    int[] numberOf = new int[persons];
    int next = 0;
    int[] numbered = new int[partition.length];
    for (int m = 0; m < partition.length; m++) {
      if (numberOf[partition[m]] == 0) {
        numberOf[partition[m]] = ++next;
      }
      numbered[m] = numberOf[partition[m]] - 1;
    }
    return numbered;
  }
}
