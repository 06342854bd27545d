package uk.candour.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an inquiry asks about: the area, its neighbours, the period, the day as at which it asks,
/// which concerns are exploitation, the residents that rates are taken of, and the phrases that
/// blame a child.
///
/// @param language the phrases that replace the usual ones, or null where the usual ones stand
public record Scope(
    String inquiry,
    Area area,
    List<Area> neighbours,
    Span period,
    LocalDate asAt,
    Set<Concern> exploitationConcerns,
    List<Residents> population,
    @Nullable List<String> language) {

  public Scope {
    neighbours = List.copyOf(neighbours);
    exploitationConcerns = Set.copyOf(exploitationConcerns);
    population = List.copyOf(population);
    language = language == null ? null : List.copyOf(language);
  }

  /// A scope in which the usual phrases stand.
  public Scope(
      String inquiry,
      Area area,
      List<Area> neighbours,
      Span period,
      LocalDate asAt,
      Set<Concern> exploitationConcerns,
      List<Residents> population) {
    this(inquiry, area, neighbours, period, asAt, exploitationConcerns, population, null);
  }

  /// A number of residents of one age range, all sexes and groups together.
  public record Residents(String area, int year, int ageFrom, int ageTo, long count) {}
}
