package uk.candour.server.reports;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.candour.intake.Sealing;

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
  /// @param hidden what travels sealed, apart from all else
  public record Mentioned(
      String what,
      int nth,
      String at,
      Map<String, List<String>> values,
      Map<Sealing.Attribute, Coded> hidden) {

    public Mentioned {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      hidden = Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
    }

    /// One of whom nothing is said that travels sealed.
    public Mentioned(String what, int nth, String at, Map<String, List<String>> values) {
      this(what, nth, at, values, Map.of());
    }
  }

  /// A value in words, or a code of a list.
  ///
  /// @param codes the list's name, or empty for words
  public record Coded(String codes, String value) {}

  /// What is said, as bytes that are the same where the same is said: the order of fields, white
  /// space and how a letter is escaped make no difference, and a field that is null is absent. The
  /// order of lists is kept.
  public byte[] bytes() {
    var text = new StringBuilder();
    put(text, fields);
    put(text, harm);
    put(text, reporter);
    text.append(mentioned.size()).append(';');
    for (Mentioned one : mentioned) {
      put(text, one.what());
      text.append(one.nth()).append(';');
      text.append(one.values().size()).append(';');
      new TreeMap<>(one.values())
          .forEach((word, values) -> {
            put(text, word);
            put(text, values);
          });
      text.append(one.hidden().size()).append(';');
      new TreeMap<>(one.hidden())
          .forEach((attribute, coded) -> {
            put(text, attribute.word());
            put(text, coded.codes());
            put(text, coded.value());
          });
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(StringBuilder into, Map<String, String> map) {
    into.append(map.size()).append(';');
    new TreeMap<>(map)
        .forEach((name, value) -> {
          put(into, name);
          put(into, value);
        });
  }

  private static void put(StringBuilder into, List<String> list) {
    into.append(list.size()).append(';');
    list.forEach(one -> put(into, one));
  }

  private static void put(StringBuilder into, String text) {
    into.append(text.length()).append(':').append(text);
  }
}
