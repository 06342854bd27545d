package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linking;
import uk.candour.record.Entries;
import uk.candour.record.Scope;

/// What every finding reads: the entries, who is who three times over, which entries speak of
/// exploitation, and what became of each report. Made once and then only read, by one thread.
public final class Casebook {

  private final Entries entries;
  private final Linked linked;
  private final Reports reports;
  private final Concerns concerns;
  private final Map<Linking, View> views = new EnumMap<>(Linking.class);
  private final Map<Linking, FirstActions> firstActions = new EnumMap<>(Linking.class);
  private final Map<Linking, AgesAtFirstConcern> ages = new EnumMap<>(Linking.class);
  private final Map<Linking, List<Network>> networks = new EnumMap<>(Linking.class);

  public Casebook(Entries entries, Linked linked) {
    this.entries = entries;
    this.linked = linked;
    this.reports = new Reports(entries);
    this.concerns = new Concerns(entries, reports);
    for (Linking linking : Linking.values()) {
      var persons = new Persons(entries, linking, linked.personOf(linking));
      views.put(
          linking,
          new View(
              persons,
              new Children(entries, concerns, persons, true),
              new Suspects(entries, concerns, persons, true)));
    }
  }

  public Entries entries() {
    return entries;
  }

  public Scope scope() {
    return entries.scope();
  }

  public Linked linked() {
    return linked;
  }

  Reports reports() {
    return reports;
  }

  Concerns concerns() {
    return concerns;
  }

  /// The networks of one linking.
  public List<Network> networks(Linking linking) {
    return networks.computeIfAbsent(linking, one -> Networks.of(this, one));
  }

  /// The actions on reports about people, by the people of one linking.
  Actions actions(Linking linking) {
    return new Actions(this, view(linking).persons());
  }

  /// What followed the first concern of each seen child of one linking.
  FirstActions firstActions(Linking linking) {
    return firstActions.computeIfAbsent(linking, one -> new FirstActions(this, view(one)));
  }

  /// How old the seen children of one linking were at their first concern.
  AgesAtFirstConcern ages(View view) {
    return ages.computeIfAbsent(
        view.persons().linking(), linking -> new AgesAtFirstConcern(entries, view));
  }

  /// The people of one linking.
  View view(Linking linking) {
    return Objects.requireNonNull(views.get(linking));
  }

  /// The people of the central linking, which values, evidence and clusters come from.
  View central() {
    return view(Linking.CENTRAL);
  }

  /// The smallest and the largest of a figure over the three linkings; null where one of them has
  /// none (NaN).
  @Nullable Interval overLinkings(ToDoubleFunction<View> figure) {
    List<Double> figures = new ArrayList<>();
    for (Linking linking : Linking.values()) {
      figures.add(figure.applyAsDouble(view(linking)));
    }
    if (figures.stream().anyMatch(value -> value.isNaN())) {
      return null;
    }
    return new Interval(
        figures.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
        figures.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
        null);
  }

  /// One linking's people, its seen children and its suspects, of the inquiry's own area.
  record View(Persons persons, Children children, Suspects suspects) {}
}
