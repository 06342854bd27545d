package uk.candour.synth;

import java.util.List;
import java.util.Locale;

/// The places where children are met, all invented, and the ways in which their names are written.
final class Venues {

  private static final List<String> WHERE =
      List.of(
          "Tannery",
          "Canalside",
          "Beck Lane",
          "Station",
          "Foundry",
          "Chapel Street",
          "Moorgate",
          "Quarry Hill",
          "Signal",
          "Wharf",
          "Rowan Park",
          "Furnace Lane",
          "Old Ropewalk",
          "Plover",
          "Dyehouse",
          "Lindale",
          "Tollgate",
          "Cinder Path",
          "Weaver Square",
          "Kestrel");

  private static final List<String> WHAT =
      List.of(
          "Car Park",
          "Arcade",
          "Takeaway",
          "Cabs",
          "Bus Station",
          "Cafe",
          "Snooker Hall",
          "Guest House",
          "Shopping Centre",
          "Recreation Ground");

  private Venues() {}

  /// The name of a venue.
  static String name(int venue) {
    int where = venue % WHERE.size();
    int what = (venue * 3 + venue / WHERE.size()) % WHAT.size();
    int round = venue / (WHERE.size() * WHAT.size());
    return WHERE.get(where) + " " + WHAT.get(what) + (round == 0 ? "" : " " + (round + 1));
  }

  /// The kind of place that it is.
  static String kind(int venue) {
    return WHAT.get((venue * 3 + venue / WHERE.size()) % WHAT.size()).toLowerCase(Locale.ROOT);
  }

  /// The name as somebody writes it.
  static String written(int venue, Chance chance) {
    String name = name(venue);
    return switch (chance.weighted(.64, .1, .1, .08, .08)) {
      case 1 -> name.toUpperCase(Locale.ROOT);
      case 2 -> "The " + name;
      case 3 -> name.replace("Centre", "Ctr").replace("Station", "Stn").replace("Park", "Pk");
      case 4 -> name.substring(0, 3) + name.substring(4);
      default -> name;
    };
  }
}
