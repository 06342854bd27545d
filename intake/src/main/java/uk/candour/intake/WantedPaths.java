package uk.candour.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is still wanted at one point of a row: the columns whose path ends here, and for every name
/// below, what is wanted there. Points are made as a file comes to them and kept.
final class WantedPaths {

  private record Rest(int column, List<ValuePath.Step> steps) {}

  private final List<Rest> rests;
  private final List<Integer> here = new ArrayList<>();
  private final Map<String, WantedPaths> below = new HashMap<>();

  private WantedPaths(List<Rest> rests) {
    this.rests = rests;
    for (Rest rest : rests) {
      if (rest.steps.isEmpty()) {
        here.add(rest.column);
      }
    }
  }

  /// The point at which a row begins; columns are numbered by their places in the list.
  static WantedPaths of(List<ValuePath> wanted) {
    List<Rest> rests = new ArrayList<>();
    for (int column = 0; column < wanted.size(); column++) {
      rests.add(new Rest(column, wanted.get(column).steps()));
    }
    return new WantedPaths(rests);
  }

  List<Integer> columns() {
    return here;
  }

  /// What is wanted below a name, of which the file may have several at this point.
  ///
  /// @param place from 0 among them
  @Nullable WantedPaths below(String name, int place) {
    if (!ValuePath.isSeveral(name)) {
      return step(name, place);
    }
    WantedPaths at = this;
    List<String> parts = ValuePath.parts(name);
    for (int i = 0; i < parts.size() && at != null; i++) {
      at = at.step(parts.get(i), i == parts.size() - 1 ? place : 0);
    }
    return at;
  }

  private @Nullable WantedPaths step(String name, int place) {
    boolean named = false;
    boolean placed = false;
    for (Rest rest : rests) {
      if (!rest.steps.isEmpty() && rest.steps.getFirst().name().equals(name)) {
        named = true;
        placed |= rest.steps.getFirst().place() == place;
      }
    }
    if (!named) {
      return null;
    }
    String key = placed ? name + "[" + place : name;
    WantedPaths next = below.get(key);
    if (next == null) {
      next = without(name, place);
      below.put(key, next);
    }
    return next;
  }

  private WantedPaths without(String name, int place) {
    List<Rest> next = new ArrayList<>();
    for (Rest rest : rests) {
      if (!rest.steps.isEmpty()
          && rest.steps.getFirst().name().equals(name)
          && (rest.steps.getFirst().place() < 0 || rest.steps.getFirst().place() == place)) {
        next.add(new Rest(rest.column, rest.steps.subList(1, rest.steps.size())));
      }
    }
    return new WantedPaths(next);
  }
}
