package uk.candour.synth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The names of the town, by community, with their other spellings and pet forms.
final class Names {

  /// English surnames are many and mostly rare: these halves make some hundreds that sound right.
  private static final List<String> FIRST_HALVES =
      List.of(
          "Ash", "Brad", "Burn", "Clay", "Cole", "Cran", "Dun", "East", "Fair", "Had", "Hal",
          "Hart", "Hol", "Kirk", "Lang", "Mar", "Nor", "Oak", "Pem", "Rad", "Red", "Ship", "Stan",
          "Sut", "Thorn", "Wal", "West", "Whit", "Win", "Wood");

  private static final List<String> SECOND_HALVES =
      List.of(
          "bridge", "bury", "by", "combe", "den", "field", "ford", "gate", "ham", "land", "ley",
          "low", "man", "more", "ridge", "shaw", "stock", "ton", "well", "wood", "worth");

  private final Map<Community, Map<String, List<String>>> lists = new EnumMap<>(Community.class);
  private final Map<String, List<String>> spellings = new HashMap<>();
  private final Map<String, List<String>> petForms = new HashMap<>();

  Names() {
    Community community = Community.WHITE_BRITISH;
    for (String line : lines("names.txt")) {
      if (line.startsWith("[")) {
        community = Community.valueOf(line.substring(1, line.length() - 1));
        lists.put(community, new HashMap<>());
      } else {
        int colon = line.indexOf(':');
        part(community).put(line.substring(0, colon), words(line.substring(colon + 1)));
      }
    }
    for (String line : lines("spellings.txt")) {
      List<String> set = words(line);
      for (String word : set) {
        spellings.putIfAbsent(word, set.stream().filter(other -> !other.equals(word)).toList());
      }
    }
    for (String line : lines("nicknames.txt")) {
      int colon = line.indexOf(':');
      petForms.put(line.substring(0, colon), words(line.substring(colon + 1)));
    }
  }

  String forename(Community community, boolean female, Chance chance) {
    return chance.pickCommon(list(community, female ? "girls" : "boys"));
  }

  /// A second name, or nothing.
  String middle(Community community, boolean female, Chance chance) {
    List<String> seconds = list(community, female ? "seconds-girls" : "seconds-boys");
    if (!seconds.isEmpty()) {
      return chance.yes(0.45) ? chance.pickCommon(seconds) : "";
    }
    return chance.yes(0.4) ? forename(community, female, chance) : "";
  }

  String surname(Community community, Chance chance) {
    if (community == Community.WHITE_BRITISH && chance.yes(0.4)) {
      return chance.pick(FIRST_HALVES) + chance.pick(SECOND_HALVES);
    }
    return chance.pickCommon(list(community, "surnames"));
  }

  /// The form of a surname that a woman bears: Kowalska, Horváthová.
  static String womans(Community community, String surname) {
    if (community == Community.POLISH && surname.endsWith("ki")) {
      return surname.substring(0, surname.length() - 1) + "a";
    }
    if (community == Community.ROMA) {
      return surname.endsWith("a")
          ? surname.substring(0, surname.length() - 1) + "ová"
          : surname + "ová";
    }
    return surname;
  }

  /// Other spellings of a name that clerks use; none is known of most names.
  List<String> spellings(String name) {
    return spellings.getOrDefault(name, List.of());
  }

  /// Short and pet forms of a forename.
  List<String> petForms(String forename) {
    return petForms.getOrDefault(forename, List.of());
  }

  private Map<String, List<String>> part(Community community) {
    return lists.getOrDefault(community, Map.of());
  }

  private List<String> list(Community community, String part) {
    return part(community).getOrDefault(part, List.of());
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split(" "));
  }

  private static List<String> lines(String resource) {
    List<String> lines = new ArrayList<>();
    try (InputStream in = Names.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + resource + " is not in the module.");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
