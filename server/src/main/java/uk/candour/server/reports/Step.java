package uk.candour.server.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The pages of a report, one thing a page, in their order.
public enum Step {
  WHO("who", "How do you want to report?", List.of("kind", "name", "agency", "contact")),
  CHILDREN("children", "The child", List.of()),
  CONCERN("concern", "What are you worried about?", List.of("concern")),
  WHEN("when", "When did it happen?", List.of("happened-day", "happened-month", "happened-year")),
  CHILDS_WORDS("childs-words", "What did the child say?", List.of("childsWords")),
  WHAT_HAPPENED("what-happened", "What happened?", List.of("text")),
  OPINION("opinion", "What do you make of it?", List.of("opinion")),
  HARM("harm", "Was any of this part of it?", List.of("harm")),
  PEOPLE("people", "Other people", List.of()),
  PLACES("places", "Places", List.of()),
  VEHICLES("vehicles", "Vehicles", List.of()),
  SEVERITY("severity", "How serious do you judge this to be?", List.of("severity")),
  CHECK("check", "Check your answers", List.of());

  /// The fields of a thing of each list.
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "children",
          List.of(
              "forename",
              "surname",
              "alias",
              "born-day",
              "born-month",
              "born-year",
              "age",
              "sex",
              "address",
              "postcode",
              "school",
              "phone",
              "nhs"),
          "people",
          List.of(
              "role",
              "forename",
              "surname",
              "alias",
              "age",
              "sex",
              "phone",
              "handle",
              "address",
              "postcode",
              "standing"),
          "places",
          List.of("name", "kind", "address", "postcode"),
          "vehicles",
          List.of("registration", "kind"));

  private final String path;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> fields;

  Step(String path, String title, List<String> fields) {
    this.path = path;
    this.title = title;
    this.fields = fields;
  }

  public String path() {
    return path;
  }

  public String title() {
    return title;
  }

  List<String> fields() {
    return fields;
  }

  /// The fields of one thing of the list that this page is about.
  List<String> fieldsOfOne() {
    return LISTS.getOrDefault(path, List.of());
  }

  boolean isList() {
    return LISTS.containsKey(path);
  }

  String address() {
    return "/report/" + path;
  }

  Step next() {
    return values()[ordinal() + 1];
  }

  String back() {
    return this == WHO ? "/report" : values()[ordinal() - 1].address();
  }

  /// The page that a field stands on, by the name under which a check found it wrong.
  static Step of(String field) {
    String name = field.contains("/") ? field.substring(0, field.indexOf('/')) : field;
    return Stream.of(values())
        .filter(step ->
            step.path.equals(name)
                || step.fields.contains(name)
                || (name.equals("happened") && step == WHEN)
                || (name.equals("reporter") && step == WHO))
        .findFirst()
        .orElse(CHECK);
  }

  static Optional<Step> ofPath(String path) {
    return Stream.of(values()).filter(step -> step.path.equals(path)).findFirst();
  }
}
