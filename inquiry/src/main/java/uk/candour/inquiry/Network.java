package uk.candour.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group of at least two suspects and two children whom entries name together.
///
/// People are numbers of the linking that the network was found in; days are since 1 January 1970,
/// null where there is none.
///
/// @param number the network's number, from 1: the one with the most people first, then the
///   earliest
/// @param suspects its suspects, in order
/// @param children its children, in order
/// @param ties who is named together with whom, and in how many entries
/// @param entries the entries that name its people, in the order of rows
/// @param areas the districts those entries speak of
/// @param firstSeen the day of its first dated entry
/// @param lastSeen the day of its last dated entry
/// @param joinedOn the first day on which the joined records held it
/// @param joinedBy what was recorded on that day that joined it; null where there is no such day
/// @param heldAlone the first day on which one agency alone held it, and which; null where none did
/// @param actedOn the first action or conviction on or after [#joinedOn]; null where there was none
public record Network(
    int number,
    List<Integer> suspects,
    List<Integer> children,
    List<Tie> ties,
    List<Integer> entries,
    List<String> areas,
    @Nullable Integer firstSeen,
    @Nullable Integer lastSeen,
    @Nullable Integer joinedOn,
    @Nullable Join joinedBy,
    @Nullable Alone heldAlone,
    @Nullable Acted actedOn) {

  public Network {
    suspects = List.copyOf(suspects);
    children = List.copyOf(children);
    ties = List.copyOf(ties);
    entries = List.copyOf(entries);
    areas = List.copyOf(areas);
  }

  /// Two people named together: a suspect first, then a child or another suspect.
  public record Tie(int suspect, int other, int entries) {}

  /// The last of the joins that made the records hold a network: two mentions that one entry names
  /// together, or that are one person.
  public record Join(int mention, int other, boolean isOnePerson) {}

  /// The agency that first held a network by its own entries, and the day.
  public record Alone(String agency, int day) {}

  /// What was done first, on which day, and the entry that says so.
  public record Acted(int entry, int day) {}
}
