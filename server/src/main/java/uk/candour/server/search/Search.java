package uk.candour.server.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.commons.codec.language.DoubleMetaphone;
import uk.candour.linkage.Linker;
import uk.candour.record.ThingAttribute;
import uk.candour.record.Written;
import uk.candour.server.picture.People;

/// An index in memory over whom the record mentions: words of names by how they sound and by the
/// names they are short for, numbers by their digits, number plates by their letters and digits. A
/// plate leads to everybody whom its act mentions. Ethnicity is not in it, since it is in no
/// mention.
final class Search {

  private static final int LEAST_DIGITS = 5;
  private static final Map<People, Search> INDEXES = new WeakHashMap<>();
  private static final Map<String, Set<String>> SHORT_FOR = shortFor();

  private final People people;
  private final Map<String, Set<Integer>> sounds = new HashMap<>();
  private final Map<String, Set<Integer>> words = new HashMap<>();
  private final Map<String, Set<Integer>> numbers = new HashMap<>();

  /// A person who was found, and by what.
  record Hit(int person, int score, String why) {}

  private Search(People people) {
    this.people = people;
    people.mentions().forEach(this::add);
  }

  static synchronized Search of(People people) {
    return INDEXES.computeIfAbsent(people, Search::new);
  }

  private void add(People.Told told) {
    int person = people.personOf(told);
    for (Written.PersonValue value : told.person().values()) {
      String text = value.text();
      if (text == null) {
        continue;
      }
      switch (value.attribute()) {
        case FORENAME, MIDDLE, SURNAME, ALIAS -> {
          for (String word : words(text)) {
            put(words, word, person);
            sounds(word).forEach(sound -> put(sounds, sound, person));
          }
        }
        case PHONE, ID -> put(numbers, digits(text), person);
        case EMAIL, HANDLE -> put(words, text.toLowerCase(Locale.ROOT), person);
        default -> {
          // Not searched by.
        }
      }
    }
    for (Written.Thing thing : told.act().written().things()) {
      for (Written.ThingValue value : thing.values()) {
        if (thing.vehicle() && value.attribute() == ThingAttribute.NAME) {
          put(numbers, plate(value.text()), person);
        }
      }
    }
  }

  private static void put(Map<String, Set<Integer>> index, String key, int person) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, _ -> new HashSet<>()).add(person);
    }
  }

  /// Whoever fits what was typed, the best first: every word must fit a name, or the whole a
  /// number.
  List<Hit> find(String typed) {
    Map<Integer, Hit> hits = new HashMap<>();
    String digits = digits(typed);
    String plate = plate(typed);
    if (digits.length() >= LEAST_DIGITS) {
      numbers
          .getOrDefault(digits, Set.of())
          .forEach(person -> hits.put(person, new Hit(person, 100, "the number")));
    }
    numbers
        .getOrDefault(plate, Set.of())
        .forEach(person -> hits.putIfAbsent(person, new Hit(person, 90, "the number plate")));
    words
        .getOrDefault(typed.strip().toLowerCase(Locale.ROOT), Set.of())
        .forEach(person -> hits.putIfAbsent(person, new Hit(person, 80, "the name")));
    byNames(words(typed), hits);
    return hits.values().stream()
        .sorted(Comparator.comparingInt(Hit::score).reversed().thenComparingInt(Hit::person))
        .toList();
  }

  private void byNames(List<String> typed, Map<Integer, Hit> hits) {
    Map<Integer, Integer> scores = null;
    for (String word : typed) {
      Map<Integer, Integer> here = new HashMap<>();
      words.getOrDefault(word, Set.of()).forEach(person -> here.put(person, 3));
      for (String full : SHORT_FOR.getOrDefault(word, Set.of())) {
        words.getOrDefault(full, Set.of()).forEach(person -> here.putIfAbsent(person, 2));
      }
      for (String sound : sounds(word)) {
        sounds.getOrDefault(sound, Set.of()).forEach(person -> here.putIfAbsent(person, 1));
      }
      if (scores == null) {
        scores = here;
      } else {
        scores.keySet().retainAll(here.keySet());
        scores.replaceAll((person, score) -> score + here.getOrDefault(person, 0));
      }
    }
    if (scores != null) {
      int all = 3 * typed.size();
      scores.forEach((person, score) ->
          hits.putIfAbsent(
              person,
              new Hit(person, score, score == all ? "the name" : "a name that sounds alike")));
    }
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : plain.replace("'", "").split("[^a-z]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static Set<String> sounds(String word) {
    var metaphone = new DoubleMetaphone();
    Set<String> sounds = new HashSet<>();
    sounds.add(String.valueOf(metaphone.doubleMetaphone(word)));
    sounds.add(String.valueOf(metaphone.doubleMetaphone(word, true)));
    sounds.remove("");
    return sounds;
  }

  private static String digits(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.startsWith("44") && digits.length() == 12 ? "0" + digits.substring(2) : digits;
  }

  private static String plate(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /// The names that a name may be short for, and the other way round, from linkage's table.
  private static Map<String, Set<String>> shortFor() {
    Map<String, Set<String>> names = new HashMap<>();
    try (InputStream file = Linker.class.getResourceAsStream("nicknames.csv")) {
      if (file == null) {
        throw new IllegalStateException("linkage's nicknames.csv is not on the class path");
      }
      new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(","))
          .forEach(line -> {
            String[] row = line.toLowerCase(Locale.ROOT).split(",", -1);
            List<String> forms = words(row[0] + " " + row[1]);
            for (String form : forms) {
              names.computeIfAbsent(form, _ -> new HashSet<>()).addAll(forms);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
