package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.record.Area;
import uk.candour.record.Entries;
import uk.candour.record.Source;
import uk.candour.record.ThingAttribute;

/// `areas.crossed`: children and suspects with exploitation concerns in two or more areas: that of
/// the place where an entry gives it, else that of its source. Neighbours' sources are included.
///
/// Somebody who is both counts once, and under both roles in the breakdown.
final class HowManyPeopleCrossedAreas implements Question {

  private static final String ID = "areas.crossed";
  private static final String QUESTION =
      "How many children and suspects have exploitation concerns in two or more areas?";
  private static final String METHOD =
      "The districts of the entries that speak of exploitation and name each person, own and"
          + " neighbouring sources together: the place's where it is recorded, else the source's.";

  @Override
  public Finding answer(Casebook casebook) {
    String noSource = Caveats.noSource(casebook);
    if (noSource == null && !anotherArea(casebook)) {
      noSource = "No source speaks of another area and no entry gives a place's.";
    }
    if (noSource != null) {
      return Caveats.noAnswer(ID, QUESTION, "people", METHOD, noSource);
    }
    View view = casebook.central();
    var areas = new AreasOfEntries(casebook);
    var crossed = new Crossed(casebook, view, areas);
    int count = crossed.everybody().cardinality();
    return new Finding(
        ID,
        QUESTION,
        "%s and %s %s exploitation concerns in two or more areas."
            .formatted(
                Counted.children(crossed.children.cardinality()),
                Counted.of(crossed.suspects.cardinality(), "suspect", "suspects"),
                Counted.has(count)),
        (double) count,
        "people",
        casebook.overLinkings(
            linked -> new Crossed(casebook, linked, areas).everybody().cardinality()),
        METHOD,
        null,
        List.of(Caveats.LINKS, "A district is recorded where what is told of happened."),
        Caveats.of(unnamed(casebook, areas), Caveats.unplaced(view)),
        crossed.breakdown(),
        crossed.evidence());
  }

  private static boolean anotherArea(Casebook casebook) {
    Entries entries = casebook.entries();
    String own = casebook.scope().area().code();
    if (entries.sources().stream().anyMatch(source -> !source.area().equals(own))) {
      return true;
    }
    var places = entries.places();
    for (int mention = 0; mention < places.size(); mention++) {
      if (places.raw(ThingAttribute.AREA, mention) != 0) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String unnamed(Casebook casebook, AreasOfEntries areas) {
    SortedSet<String> unnamed = new TreeSet<>();
    unnamed.addAll(areas.given);
    unnamed.remove(casebook.scope().area().code());
    for (Area neighbour : casebook.scope().neighbours()) {
      unnamed.remove(neighbour.code());
    }
    return unnamed.isEmpty()
        ? null
        : "Districts that the remit does not name count as areas of their own, as written: "
            + Counted.number(unnamed.size())
            + ".";
  }

  /// The districts of every entry that speaks of exploitation in the period; found once for all
  /// linkings.
  private static final class AreasOfEntries {

    final String[] @Nullable [] of;
    final SortedSet<String> given = new TreeSet<>();

    AreasOfEntries(Casebook casebook) {
      Entries entries = casebook.entries();
      String[][] ofSource =
          entries.sources().stream()
              .map(Source::area)
              .map(area -> new String[] {area})
              .toArray(String[][]::new);
      of = new String[entries.size()][];
      for (int entry = 0; entry < entries.size(); entry++) {
        if (casebook.concerns().speaks(entry) && casebook.concerns().inPeriod(entry)) {
          of[entry] =
              entries.places().count(entry) == 0
                  ? ofSource[entries.sourceIndex(entry)]
                  : Areas.of(entries, entry).toArray(String[]::new);
          given.addAll(Arrays.asList(of[entry]));
        }
      }
    }
  }

  /// The people of one linking with concerns in two or more areas.
  private static final class Crossed {

    final BitSet children = new BitSet();
    final BitSet suspects = new BitSet();
    private final Casebook casebook;
    private final View view;
    private final AreasOfEntries areas;
    private final Children allChildren;
    private final Suspects allSuspects;

    Crossed(Casebook casebook, View view, AreasOfEntries areas) {
      this.casebook = casebook;
      this.view = view;
      this.areas = areas;
      allChildren = new Children(casebook.entries(), casebook.concerns(), view.persons(), false);
      allSuspects = new Suspects(casebook.entries(), casebook.concerns(), view.persons(), false);
      allChildren
          .all()
          .filter(child -> areasOf(allChildren.concerns(child)).size() > 1)
          .map(allChildren::person)
          .forEach(children::set);
      for (int suspect = 0; suspect < allSuspects.size(); suspect++) {
        if (areasOf(allSuspects.entries(suspect)).size() > 1) {
          suspects.set(allSuspects.person(suspect));
        }
      }
    }

    BitSet everybody() {
      var everybody = (BitSet) children.clone();
      everybody.or(suspects);
      return everybody;
    }

    private SortedSet<String> areasOf(int[] entries) {
      SortedSet<String> all = new TreeSet<>();
      for (int entry : entries) {
        String[] here = areas.of[entry];
        if (here != null) {
          all.addAll(Arrays.asList(here));
        }
      }
      return all;
    }

    /// The entries that make a person a child or a suspect here.
    private int[] entriesOf(int person) {
      int child = children.get(person) ? allChildren.indexOf(person) : -1;
      int suspect = suspects.get(person) ? allSuspects.indexOf(person) : -1;
      int[] asChild = child < 0 ? new int[0] : allChildren.concerns(child);
      int[] asSuspect = suspect < 0 ? new int[0] : allSuspects.entries(suspect);
      int[] both = Arrays.copyOf(asChild, asChild.length + asSuspect.length);
      System.arraycopy(asSuspect, 0, both, asChild.length, asSuspect.length);
      return Arrays.stream(both).sorted().distinct().toArray();
    }

    List<Breakdown> breakdown() {
      Map<String, long[]> counts = new TreeMap<>();
      everybody().stream()
          .forEach(person -> {
            for (String area : areasOf(entriesOf(person))) {
              long[] count = counts.computeIfAbsent(area, key -> new long[3]);
              count[0]++;
              count[1] += children.get(person) ? 1 : 0;
              count[2] += suspects.get(person) ? 1 : 0;
            }
          });
      List<Breakdown> rows = new ArrayList<>();
      counts.forEach((area, count) ->
          rows.add(
              new Breakdown(
                  "area",
                  area,
                  null,
                  count[0],
                  null,
                  List.of(
                      new Detail("name", Areas.name(casebook.entries(), area)),
                      new Detail("children", count[1]),
                      new Detail("suspects", count[2])))));
      rows.add(Breakdown.count("role", "child", children.cardinality()));
      rows.add(Breakdown.count("role", "suspect", suspects.cardinality()));
      return rows;
    }

    Evidence evidence() {
      var evidence = new Evidence();
      everybody().stream()
          .forEach(person -> {
            for (int entry : entriesOf(person)) {
              String[] here = areas.of[entry];
              if (here != null) {
                for (String area : here) {
                  evidence.add(
                      view.persons().row(person, entry),
                      person,
                      area,
                      children.get(person) ? "child" : "suspect");
                }
              }
            }
          });
      return evidence;
    }
  }
}
