package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.AgencyKind;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// `reports.first-by`: the share of seen children whose first concern was recorded by an agency
/// other than police and social care; where several agencies recorded one on that day, by such
/// agencies alone. By agency, and by whom.
///
/// A child none of whose concerns is dated counts where every agency that recorded one is such an
/// agency. A reading of a case file is the inquiry's own and is no record of a concern at the time.
final class WhoRecordedTheFirstConcern implements Question {

  private static final String ID = "reports.first-by";
  private static final String QUESTION =
      "How often was the first concern about a child recorded by others than police and social"
          + " care?";
  private static final String METHOD =
      "The entries of the day on which each seen child's first exploitation concern was recorded,"
          + " and the kinds of the agencies that hold them.";

  @Override
  public Finding answer(Casebook casebook) {
    String noSource = Caveats.noSource(casebook);
    View view = casebook.central();
    int seen = view.children().known();
    if (noSource != null || seen == 0) {
      return Caveats.noAnswer(
          ID, QUESTION, "share", METHOD, noSource == null ? "No child was seen." : noSource);
    }
    long others = byOthers(casebook, view);
    return new Finding(
        ID,
        QUESTION,
        "The first concern about %s of the %s seen (%s) was recorded by an agency other than police and social care."
            .formatted(
                others == 0 ? "none" : Counted.number(others),
                Counted.of(seen, "child", "children"),
                Counted.percent((double) others / seen)),
        (double) others / seen,
        "share",
        casebook.overLinkings(linked ->
            linked.children().known() == 0
                ? Double.NaN
                : (double) byOthers(casebook, linked) / linked.children().known()),
        METHOD,
        null,
        List.of(Caveats.LINKS, "The agency that recorded a concern first was the first to see it."),
        Caveats.of(
            Caveats.unplaced(view),
            Caveats.undatedFirstConcerns(
                view, "they count where all that is held of them is held by such agencies")),
        breakdown(casebook, view),
        evidence(casebook, view));
  }

  private static long byOthers(Casebook casebook, View view) {
    return view.children().all().filter(child -> isByOthers(casebook, view, child)).count();
  }

  private static boolean isByOthers(Casebook casebook, View view, int child) {
    int[] first = firstEntries(casebook, view, child);
    return first.length > 0
        && Arrays.stream(first).allMatch(entry -> isOther(casebook.entries(), entry));
  }

  private static boolean isOther(Entries entries, int entry) {
    AgencyKind kind = entries.source(entry).kind();
    return kind != AgencyKind.POLICE && kind != AgencyKind.SOCIAL_CARE;
  }

  /// The concerns of the day of the first; all of them where none is dated.
  private static int[] firstEntries(Casebook casebook, View view, int child) {
    int day = view.children().firstDay(child);
    return Arrays.stream(view.children().concerns(child))
        .filter(entry ->
            casebook.concerns().day(entry) == day
                && casebook.entries().kind(entry) != EntryKind.FILE_READ)
        .toArray();
  }

  private static List<Breakdown> breakdown(Casebook casebook, View view) {
    Entries entries = casebook.entries();
    var agencies = new Tally("agency");
    var whom = new Tally("whom");
    view.children()
        .all()
        .forEach(child -> {
          var firstAgencies = new TreeSet<String>();
          var firstWhom = new TreeSet<String>();
          for (int entry : firstEntries(casebook, view, child)) {
            firstAgencies.add(entries.source(entry).agency());
            firstWhom.add(Keys.orNotRecorded(entries.text(EntryAttribute.BY, entry)));
          }
          firstAgencies.forEach(agencies::add);
          firstWhom.forEach(whom::add);
        });
    List<Breakdown> rows = new ArrayList<>(agencies.shares(view.children().known()));
    rows.addAll(whom.shares(view.children().known()));
    return rows;
  }

  private static Evidence evidence(Casebook casebook, View view) {
    var evidence = new Evidence();
    var children = view.children();
    children
        .all()
        .filter(child -> isByOthers(casebook, view, child))
        .forEach(child -> {
          int person = children.person(child);
          for (int entry : firstEntries(casebook, view, child)) {
            evidence.add(
                view.persons().row(person, entry),
                person,
                casebook.entries().source(entry).agency(),
                "first concern");
          }
        });
    return evidence;
  }
}
