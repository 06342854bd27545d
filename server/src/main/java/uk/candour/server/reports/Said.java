package uk.candour.server.reports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A report as somebody said it, unchecked: in a form or in JSON. Every value is text; one that was
/// not given is absent.
///
/// @param fields `happened`, `concern`, `severity`, `to`, `team`, `text`, `childsWords`
/// @param reporter `kind`, `name`, `agency`, `contact`
public record Said(
    Map<String, String> fields,
    List<String> harm,
    Map<String, String> reporter,
    List<Mentioned> mentioned) {

  public Said {
    fields = Map.copyOf(fields);
    harm = List.copyOf(harm);
    reporter = Map.copyOf(reporter);
    mentioned = List.copyOf(mentioned);
  }

  /// A person, place or vehicle that the report mentions.
  ///
  /// @param what `child`, `suspect`, `adult`, `place` or `vehicle`
  /// @param nth which of its kind, from 1
  /// @param at where it stands, for problems: `/children/0` or `child-1`
  /// @param values by the attribute's word: `forename`, `id.nhs`, `alias`
  public record Mentioned(String what, int nth, String at, Map<String, List<String>> values) {

    public Mentioned {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}
