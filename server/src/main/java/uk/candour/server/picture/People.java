package uk.candour.server.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.WhoIsWho;
import uk.candour.linkage.Explanation;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linker;
import uk.candour.linkage.Linking;
import uk.candour.record.Area;
import uk.candour.record.Concern;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.Scope;
import uk.candour.record.Span;
import uk.candour.record.Written;
import uk.candour.store.Recorded;

/// Who is who among all whom the record mentions, as at one moment: each mention with the act that
/// it stands in, and the mentions that are taken to be the same person. Links, never merges: a
/// later picture may take them apart again.
public final class People {

  private final List<Told> mentions;
  private final Map<Mention, Integer> numbers;
  private final int[] personOf;
  private final Map<Integer, List<Told>> people = new HashMap<>();
  private final @Nullable Linked linked;

  /// A mention, with the act that it stands in.
  public record Told(int number, Mention mention, Written.Person person, Recorded act) {}

  private People(
      List<Told> mentions, Map<Mention, Integer> numbers, int[] personOf, @Nullable Linked linked) {
    this.mentions = mentions;
    this.numbers = numbers;
    this.personOf = personOf;
    this.linked = linked;
    for (Told told : mentions) {
      people.computeIfAbsent(personOf[told.number()], _ -> new ArrayList<>()).add(told);
    }
  }

  /// Nobody yet.
  static People nobody() {
    return new People(List.of(), Map.of(), new int[0], null);
  }

  /// Links the people of all acts.
  ///
  /// @param rows the acts, source by source and row by row
  static People of(List<List<Recorded>> rows, LocalDate today) {
    var area = new Area("", "");
    var builder =
        new EntriesBuilder(
            new Scope(
                "who is who",
                area,
                List.of(),
                new Span(LocalDate.of(1900, 1, 1), today),
                today,
                Set.of(Concern.EXPLOITATION),
                List.of()));
    List<Told> mentions = new ArrayList<>();
    Map<Mention, Integer> numbers = new HashMap<>();
    for (List<Recorded> source : rows) {
      builder.startSource(source.getFirst().source());
      for (Recorded act : source) {
        int[] made = act.written().append(builder, builder.globalRow(act.row()), act.source());
        for (int p = 0; p < made.length; p++) {
          if (made[p] >= 0) {
            Written.Person person = act.written().people().get(p);
            var mention = new Mention(act.reference(), person.role(), person.nth());
            mentions.add(new Told(made[p], mention, person, act));
            numbers.put(mention, made[p]);
          }
        }
      }
      builder.endSource(source.getLast().row(), List.of());
    }
    if (mentions.isEmpty()) {
      return nobody();
    }
    Linked linked = Linker.link(WhoIsWho.columns(builder.build()), 1, _ -> {});
    return new People(mentions, numbers, linked.personOf(Linking.CENTRAL), linked);
  }

  /// Every mention, by its number.
  public List<Told> mentions() {
    return mentions;
  }

  /// The person of a mention's number.
  public int personOf(Told told) {
    return personOf[told.number()];
  }

  /// The mentions that are taken to be the same person as one, that one among them; nothing where
  /// the picture does not know it.
  public List<Told> same(Mention mention) {
    Integer number = numbers.get(mention);
    return number == null ? List.of() : person(personOf[number]);
  }

  /// The mentions of a person.
  public List<Told> person(int person) {
    return people.getOrDefault(person, List.of());
  }

  /// The sources that hold something of a person, by agency.
  public static Set<String> agencies(List<Told> person) {
    Set<String> agencies = new TreeSet<>();
    person.forEach(one -> agencies.add(one.act().source().agency()));
    return agencies;
  }

  /// Why two mentions are thought to be one person or two, or null where the picture cannot say.
  public @Nullable Explanation why(Told one, Told other) {
    return linked == null ? null : linked.explain(one.number(), other.number());
  }
}
