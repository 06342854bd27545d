package uk.candour.server.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.candour.intake.Ages;
import uk.candour.intake.Sealing;
import uk.candour.intake.WholeName;
import uk.candour.record.Concern;
import uk.candour.record.Harm;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Sex;
import uk.candour.record.Standing;
import uk.candour.record.ThingAttribute;
import uk.candour.record.Written;
import uk.candour.record.Written.PersonValue;
import uk.candour.record.Written.StandingSaid;
import uk.candour.record.Written.ThingValue;
import uk.candour.server.pages.Problem.FieldError;

/// Checks what was said: every wrong field at once, each with what was expected of it.
public final class ReportCheck {

  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_VALUE = 500;
  static final int MOST_MENTIONED = 200;
  static final String SEVERITY = "a number from 1 (low) to 4 (very high)";

  /// A child that is expected may be on record before it is born.
  private static final int DAYS_EXPECTED = 300;

  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");
  private static final Pattern SCHEME = Pattern.compile("id\\.([a-z0-9_-]{1,40})");
  private static final Pattern SPACES = Pattern.compile("[\\s-]");
  private static final Set<String> REPORTERS = Set.of("anonymous", "confidential", "named");

  private final LocalDate today;
  private final Map<String, FieldError> problems = new LinkedHashMap<>();
  private final Sealing sealing = new Sealing();

  private ReportCheck(LocalDate today) {
    this.today = today;
  }

  /// What came of a check.
  public sealed interface Result {

    /// Nothing is wrong.
    record Sound(Report report) implements Result {}

    /// Something is wrong: every wrong field, once.
    record Wrong(List<FieldError> problems) implements Result {

      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Checks a report.
  ///
  /// @param prefix what stands before a field's name where a problem names it: `/` in JSON
  public static Result check(Said said, LocalDate today, String prefix) {
    return new ReportCheck(today).check(said, prefix);
  }

  private void wrong(String at, @Nullable String value, String expected) {
    problems.putIfAbsent(at, new FieldError(at, value, expected));
  }

  private Result check(Said said, String prefix) {
    Map<String, String> fields = said.fields();
    int happened = date(fields.get("happened"), prefix + "happened", today);
    Concern concern = concern(fields.get("concern"), prefix + "concern");
    int severity = severity(fields.get("severity"), prefix + "severity");
    String text = text(fields.get("text"), prefix + "text");
    if (text.isBlank()) {
      wrong(prefix + "text", fields.get("text"), "what happened, in your own words");
    }
    String childsWords = text(fields.get("childsWords"), prefix + "childsWords");
    Set<Harm> harm = harm(said.harm(), prefix + "harm");
    var reporter = reporter(said.reporter(), prefix + "reporter");
    List<Written.Person> people = new ArrayList<>();
    List<Written.Thing> things = new ArrayList<>();
    if (said.mentioned().size() > MOST_MENTIONED) {
      wrong(prefix, null, "at most " + MOST_MENTIONED + " people, places and vehicles in all");
    }
    for (Said.Mentioned mentioned : said.mentioned()) {
      switch (mentioned.what()) {
        case "place", "vehicle" -> things.add(thing(mentioned));
        default -> people.add(person(mentioned, people.size()));
      }
    }
    String to = value(fields.get("to"), prefix + "to");
    String team = value(fields.get("team"), prefix + "team");
    if (!problems.isEmpty() || concern == null) {
      return new Result.Wrong(List.copyOf(problems.values()));
    }
    return new Result.Sound(
        new Report(
            happened,
            concern,
            severity,
            to,
            team,
            harm,
            text,
            childsWords,
            reporter,
            people,
            things,
            sealing.sealed()));
  }

  private @Nullable Concern concern(@Nullable String word, String at) {
    Concern concern = word == null ? null : Concern.ofWord(word);
    if (concern == null) {
      wrong(at, word, "one of " + String.join(", ", words(Concern.values())));
    }
    return concern;
  }

  private static List<String> words(Concern[] concerns) {
    return List.of(concerns).stream().map(Concern::word).toList();
  }

  private int severity(@Nullable String written, String at) {
    if (written == null || written.isBlank()) {
      return 0;
    }
    if (!written.matches("[1-4]")) {
      wrong(at, written, SEVERITY);
      return 0;
    }
    return Integer.parseInt(written);
  }

  private Set<Harm> harm(List<String> words, String at) {
    Set<Harm> harm = EnumSet.noneOf(Harm.class);
    for (int i = 0; i < words.size(); i++) {
      Harm kind = Harm.ofWord(words.get(i));
      if (kind == null) {
        wrong(
            at + "/" + i,
            words.get(i),
            "one of "
                + String.join(", ", List.of(Harm.values()).stream().map(Harm::word).toList()));
      } else {
        harm.add(kind);
      }
    }
    return harm;
  }

  private Report.Reporter reporter(Map<String, String> said, String at) {
    String kind = said.getOrDefault("kind", "anonymous");
    if (!REPORTERS.contains(kind)) {
      wrong(at + "/kind", kind, "anonymous, confidential or named");
    }
    if (kind.equals("anonymous")) {
      return new Report.Reporter(kind, "", "", "");
    }
    return new Report.Reporter(
        kind,
        value(said.get("name"), at + "/name"),
        value(said.get("agency"), at + "/agency"),
        value(said.get("contact"), at + "/contact"));
  }

  private Written.Person person(Said.Mentioned said, int place) {
    Role role =
        switch (said.what()) {
          case "child" -> Role.CHILD;
          case "suspect" -> Role.SUSPECT;
          default -> Role.ADULT;
        };
    List<PersonValue> values = new ArrayList<>();
    List<StandingSaid> standings = new ArrayList<>();
    // The last value of an attribute counts, so what a whole name yields stands before what is
    // given by itself.
    each(said, "name", (one, _) -> name(one, values));
    said.values().keySet().stream()
        .filter(word -> !word.equals("name"))
        .forEach(
            word -> each(said, word, (one, at) -> person(word, one, at, values, standings, role)));
    said.hidden().forEach((attribute, coded) -> seal(place, attribute, coded, said.at()));
    return new Written.Person(
        role, said.nth(), Written.WHOLE, values.isEmpty() ? 0 : Written.WHOLE, standings, values);
  }

  /// What is done with a value that is not blank.
  @FunctionalInterface
  private interface OneValue {
    void take(String value, String at);
  }

  /// Hands over the values that are given for a word, each with where it stands.
  private void each(Said.Mentioned said, String word, OneValue each) {
    List<String> given = said.values().getOrDefault(word, List.of());
    String at = said.at() + "/" + (word.startsWith("id.") ? "id/" + word.substring(3) : word);
    for (int i = 0; i < given.size(); i++) {
      String place = given.size() == 1 ? at : at + "/" + i;
      String value = value(given.get(i), place);
      if (!value.isEmpty() && value.length() <= LONGEST_VALUE) {
        each.take(value, place);
      }
    }
  }

  private void seal(int person, Sealing.Attribute attribute, Said.Coded coded, String around) {
    String at = around + "/" + attribute.word();
    String value = value(coded.value(), coded.codes().isEmpty() ? at : at + "/code");
    if (value.isEmpty() || value.length() > LONGEST_VALUE) {
      return;
    }
    String expected =
        coded.codes().isEmpty()
            ? sealing.words(person, attribute, value)
            : sealing.code(person, attribute, coded.codes(), value);
    if (expected != null) {
      wrong(at, coded.codes().isEmpty() ? value : coded.codes() + " " + value, expected);
    }
  }

  private void person(
      String word,
      String given,
      String at,
      List<PersonValue> values,
      List<StandingSaid> standings,
      Role role) {
    Matcher scheme = SCHEME.matcher(word);
    if (scheme.matches()) {
      String number = scheme.group(1).equals("nhs") ? SPACES.matcher(given).replaceAll("") : given;
      values.add(PersonValue.of(PersonAttribute.ID, scheme.group(1) + ":" + number));
      return;
    }
    switch (word) {
      case "forename" -> values.add(PersonValue.of(PersonAttribute.FORENAME, given));
      case "middle" -> values.add(PersonValue.of(PersonAttribute.MIDDLE, given));
      case "surname" -> values.add(PersonValue.of(PersonAttribute.SURNAME, given));
      case "alias" -> values.add(PersonValue.of(PersonAttribute.ALIAS, given));
      case "address" -> values.add(PersonValue.of(PersonAttribute.ADDRESS, given));
      case "postcode" -> values.add(PersonValue.of(PersonAttribute.POSTCODE, given));
      case "area" -> values.add(PersonValue.of(PersonAttribute.AREA, given));
      case "school" -> values.add(PersonValue.of(PersonAttribute.SCHOOL, given));
      case "phone" -> values.add(PersonValue.of(PersonAttribute.PHONE, given));
      case "email" -> values.add(PersonValue.of(PersonAttribute.EMAIL, given));
      case "handle" -> values.add(PersonValue.of(PersonAttribute.HANDLE, given));
      case "born" ->
          values.add(
              PersonValue.of(PersonAttribute.BORN, date(given, at, today.plusDays(DAYS_EXPECTED))));
      case "age" -> age(given, at, values);
      case "sex" -> sex(given, at, values);
      case "standing" -> standing(given, at, standings, role);
      default ->
          wrong(
              at,
              given,
              word.startsWith("id.")
                  ? "a scheme such as nhs, upn, pnc or la: letters, digits, - and _"
                  : "no such attribute of a person");
    }
  }

  private static void name(String written, List<PersonValue> values) {
    WholeName name = WholeName.of(written);
    add(PersonAttribute.FORENAME, name.forename(), values);
    add(PersonAttribute.MIDDLE, name.middle(), values);
    add(PersonAttribute.SURNAME, name.surname(), values);
    name.aliases().forEach(alias -> add(PersonAttribute.ALIAS, alias, values));
  }

  private static void add(
      PersonAttribute attribute, @Nullable String name, List<PersonValue> values) {
    if (name != null && !name.isEmpty()) {
      values.add(PersonValue.of(attribute, name));
    }
  }

  private void age(String given, String at, List<PersonValue> values) {
    int age = Ages.read(given);
    if (age == Ages.UNREADABLE) {
      wrong(at, given, Ages.WORDS);
      return;
    }
    values.add(PersonValue.of(PersonAttribute.AGE_FROM, Ages.from(age)));
    values.add(PersonValue.of(PersonAttribute.AGE_TO, Ages.to(age)));
  }

  private void sex(String given, String at, List<PersonValue> values) {
    for (Sex sex : Sex.values()) {
      if (sex.name().equalsIgnoreCase(given)) {
        values.add(PersonValue.of(PersonAttribute.SEX, sex));
        return;
      }
    }
    if (!given.equalsIgnoreCase("unknown")) {
      wrong(at, given, "female, male, other or unknown");
    }
  }

  private void standing(String given, String at, List<StandingSaid> standings, Role role) {
    Standing standing = Standing.ofWord(given);
    if (standing == null || role != Role.SUSPECT) {
      wrong(at, given, "of a suspect: convicted, charged, named or intelligence");
    } else {
      standings.add(new StandingSaid(standing, Written.WHOLE));
    }
  }

  private Written.Thing thing(Said.Mentioned said) {
    boolean vehicle = said.what().equals("vehicle");
    List<ThingValue> values = new ArrayList<>();
    for (String word : said.values().keySet()) {
      ThingAttribute attribute = thing(word, vehicle);
      each(
          said,
          word,
          (one, at) -> {
            if (attribute == null) {
              wrong(at, one, "no such attribute of a " + said.what());
            } else {
              values.add(ThingValue.of(attribute, one));
            }
          });
    }
    return new Written.Thing(
        vehicle, said.nth(), Written.WHOLE, values.isEmpty() ? 0 : Written.WHOLE, values);
  }

  private static @Nullable ThingAttribute thing(String word, boolean vehicle) {
    if (vehicle) {
      return switch (word) {
        case "registration" -> ThingAttribute.NAME;
        case "kind" -> ThingAttribute.KIND;
        default -> null;
      };
    }
    return switch (word) {
      case "name" -> ThingAttribute.NAME;
      case "kind" -> ThingAttribute.KIND;
      case "address" -> ThingAttribute.ADDRESS;
      case "postcode" -> ThingAttribute.POSTCODE;
      case "area" -> ThingAttribute.AREA;
      default -> null;
    };
  }

  private int date(@Nullable String written, String at, LocalDate latest) {
    if (written == null || written.isBlank()) {
      return PartialDate.NOT_RECORDED;
    }
    Matcher date = DATE.matcher(written.strip());
    try {
      if (date.matches()) {
        int year = Integer.parseInt(date.group(1));
        int packed =
            date.group(3) != null
                ? PartialDate.of(
                    year, Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)))
                : date.group(2) != null
                    ? PartialDate.of(year, Integer.parseInt(date.group(2)))
                    : PartialDate.of(year);
        if (PartialDate.firstDay(packed).isAfter(latest)) {
          wrong(at, written, "a day that is not in the future");
          return PartialDate.NOT_RECORDED;
        }
        return packed;
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      wrong(at, written, "a day that there is, such as 2026-03-27");
      return PartialDate.NOT_RECORDED;
    }
    wrong(at, written, "a date such as 2026-03-27, a month (2026-03) or a year (2026)");
    return PartialDate.NOT_RECORDED;
  }

  private String value(@Nullable String given, String at) {
    if (given == null) {
      return "";
    }
    String value = given.strip();
    if (value.length() > LONGEST_VALUE) {
      wrong(at, value, "at most " + LONGEST_VALUE + " characters");
    }
    if (value.chars().anyMatch(c -> c < ' ')) {
      wrong(at, value, "text without control characters");
    }
    halves(value, at);
    return value;
  }

  private String text(@Nullable String given, String at) {
    if (given == null) {
      return "";
    }
    if (given.length() > LONGEST_TEXT) {
      wrong(at, given, "at most " + LONGEST_TEXT + " characters");
    }
    if (given.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      wrong(at, given, "text without control characters");
    }
    halves(given, at);
    return given.strip();
  }

  /// Half a character (a surrogate alone) cannot be kept as it is.
  private void halves(String given, String at) {
    if (given.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      wrong(at, null, "whole characters");
    }
  }
}
