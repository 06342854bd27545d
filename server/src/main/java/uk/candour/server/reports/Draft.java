package uk.candour.server.reports;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A report that somebody has begun: the answers so far, by the names of the pages' fields. A thing
/// mentioned has its kind and number before the name: `children.1.forename`.
///
/// @param key what makes sending it twice one report
public record Draft(String key, Map<String, String> answers) {

  public Draft {
    answers = Map.copyOf(answers);
  }

  public static Draft fresh(String key) {
    return new Draft(key, Map.of());
  }

  /// An answer, empty where there is none.
  public String get(String name) {
    return answers.getOrDefault(name, "");
  }

  public boolean has(String name) {
    return !get(name).isBlank();
  }

  /// The draft with some answers put in the place of earlier ones.
  public Draft with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(answers);
    all.putAll(more);
    return new Draft(key, all);
  }

  /// The numbers of the things of a list: `children`.
  public List<Integer> numbers(String list) {
    return answers.keySet().stream()
        .filter(name -> name.startsWith(list + "."))
        .map(name -> Integer.valueOf(name.substring(list.length() + 1).split("\\.", 2)[0]))
        .distinct()
        .sorted()
        .toList();
  }

  /// The number of a further thing of a list.
  public int nextNumber(String list) {
    return numbers(list).isEmpty() ? 1 : numbers(list).getLast() + 1;
  }

  /// The draft without a thing of a list.
  public Draft without(String list, int number) {
    Map<String, String> all = new LinkedHashMap<>(answers);
    all.keySet().removeIf(name -> name.startsWith(list + "." + number + "."));
    return new Draft(key, all);
  }

  /// How a thing of a list is called in a line: `Leah Marsden, about 14`.
  public String line(String list, int number) {
    String at = list + "." + number + ".";
    List<String> words = new ArrayList<>();
    for (String name :
        List.of("forename", "surname", "name", "registration", "alias", "address", "kind")) {
      if (has(at + name) && words.size() < 3) {
        words.add(get(at + name));
      }
    }
    return words.isEmpty() ? "No name known" : String.join(" ", words);
  }

  /// A date out of the three fields of a page; empty where none was filled in.
  public String date(String name) {
    String year = get(name + "-year");
    String month = get(name + "-month");
    String day = get(name + "-day");
    if (year.isBlank()) {
      return day.isBlank() && month.isBlank() ? "" : "no year";
    }
    return year.strip()
        + (month.isBlank() ? "" : "-" + padded(month))
        + (month.isBlank() || day.isBlank() ? "" : "-" + padded(day));
  }

  private static String padded(String number) {
    String plain = number.strip();
    return plain.length() == 1 ? "0" + plain : plain;
  }

  /// What is said, to be checked.
  public Said said() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : List.of("concern", "severity", "to", "text", "childsWords")) {
      if (has(name)) {
        fields.put(name, get(name));
      }
    }
    fields.put("happened", date("happened"));
    if (has("opinion")) {
      fields.put("text", get("text").strip() + "\n\nThe reporter's opinion: " + get("opinion"));
    }
    List<Said.Mentioned> mentioned = new ArrayList<>();
    add(mentioned, "children", "child");
    add(mentioned, "people", "suspect");
    add(mentioned, "people", "adult");
    add(mentioned, "places", "place");
    add(mentioned, "vehicles", "vehicle");
    return new Said(
        fields,
        has("harm") ? List.of(get("harm").split(" ", -1)) : List.of(),
        Map.of(
            "kind", has("kind") ? get("kind") : "anonymous",
            "name", get("name"),
            "agency", get("agency"),
            "contact", get("contact")),
        mentioned);
  }

  private void add(List<Said.Mentioned> mentioned, String list, String what) {
    int nth = 0;
    for (int number : numbers(list)) {
      String at = list + "." + number + ".";
      if (list.equals("people") && !(has(at + "role") ? get(at + "role") : "adult").equals(what)) {
        continue;
      }
      Map<String, List<String>> values = new LinkedHashMap<>();
      answers.keySet().stream()
          .filter(name -> name.startsWith(at) && has(name))
          .sorted()
          .forEach(name -> {
            String word = name.substring(at.length());
            if (!word.equals("role") && !word.startsWith("born-")) {
              values.put(word.equals("nhs") ? "id.nhs" : word, split(word, get(name)));
            }
          });
      if (!date(at + "born").isEmpty()) {
        values.put("born", List.of(date(at + "born")));
      }
      if (!values.isEmpty()) {
        mentioned.add(new Said.Mentioned(what, ++nth, list + "/" + number, values));
      }
    }
  }

  private static List<String> split(String word, String value) {
    return word.equals("alias") || word.equals("phone")
        ? List.of(value.split("[;,]", -1)).stream().map(String::strip).toList()
        : List.of(value.strip());
  }

  /// The draft as text, to be sealed and kept.
  String written() {
    StringBuilder text = new StringBuilder(key);
    answers.forEach(
        (name, value) -> text.append('\n').append(name).append('=').append(encoded(value)));
    return text.toString();
  }

  static Draft read(String text) {
    List<String> lines = text.lines().toList();
    Map<String, String> answers = new LinkedHashMap<>();
    IntStream.range(1, lines.size())
        .mapToObj(lines::get)
        .forEach(line -> {
          int is = line.indexOf('=');
          answers.put(
              line.substring(0, is),
              URLDecoder.decode(line.substring(is + 1), StandardCharsets.UTF_8));
        });
    return new Draft(lines.getFirst(), answers);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
