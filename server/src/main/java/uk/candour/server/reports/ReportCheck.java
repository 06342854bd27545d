package uk.candour.server.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

/// Checks what was said: every wrong field at once, each with what was expected of it.
public final class ReportCheck {

  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_VALUE = 500;
  private static final int MOST_MENTIONED = 200;
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");
  private static final Pattern AGE = Pattern.compile("c?\\s*(\\d{1,3})(?:\\s*-\\s*c?(\\d{1,3}))?");
  private static final Pattern SCHEME = Pattern.compile("id\\.([a-z][a-z0-9-]{0,30})");
  private static final Set<String> REPORTERS = Set.of("anonymous", "confidential", "named");

  private final LocalDate today;
  private final Map<String, String> problems = new LinkedHashMap<>();

  private ReportCheck(LocalDate today) {
    this.today = today;
  }

  /// What came of a check.
  public sealed interface Result {

    /// Nothing is wrong.
    record Sound(Report report) implements Result {}

    /// Something is wrong.
    ///
    /// @param problems what was expected, by where the wrong field stands
    record Wrong(Map<String, String> problems) implements Result {}
  }

  /// Checks a report.
  ///
  /// @param prefix what stands before a field's name where a problem names it: `/` in JSON
  public static Result check(Said said, LocalDate today, String prefix) {
    return new ReportCheck(today).check(said, prefix);
  }

  private Result check(Said said, String prefix) {
    Map<String, String> fields = said.fields();
    int happened = date(fields.get("happened"), prefix + "happened", true);
    Concern concern = concern(fields.get("concern"), prefix + "concern");
    int severity = severity(fields.get("severity"), prefix + "severity");
    String text = text(fields.get("text"), prefix + "text");
    if (text.isBlank() && !problems.containsKey(prefix + "text")) {
      problems.put(prefix + "text", "what happened, in your own words");
    }
    String childsWords = text(fields.get("childsWords"), prefix + "childsWords");
    Set<Harm> harm = harm(said.harm(), prefix + "harm");
    var reporter = reporter(said.reporter(), prefix + "reporter");
    List<Written.Person> people = new ArrayList<>();
    List<Written.Thing> things = new ArrayList<>();
    if (said.mentioned().size() > MOST_MENTIONED) {
      problems.put(prefix, "at most " + MOST_MENTIONED + " people, places and vehicles");
    }
    for (Said.Mentioned mentioned : said.mentioned()) {
      switch (mentioned.what()) {
        case "place", "vehicle" -> things.add(thing(mentioned));
        default -> people.add(person(mentioned));
      }
    }
    String to = value(fields.get("to"), prefix + "to");
    String team = value(fields.get("team"), prefix + "team");
    if (!problems.isEmpty() || concern == null) {
      return new Result.Wrong(problems);
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
            things));
  }

  private @Nullable Concern concern(@Nullable String word, String at) {
    Concern concern = word == null ? null : Concern.ofWord(word);
    if (concern == null) {
      problems.put(at, "one of " + String.join(", ", words(Concern.values())));
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
      problems.put(at, "a number from 1 (low) to 4 (very high)");
      return 0;
    }
    return Integer.parseInt(written);
  }

  private Set<Harm> harm(List<String> words, String at) {
    Set<Harm> harm = EnumSet.noneOf(Harm.class);
    for (String word : words) {
      Harm kind = Harm.ofWord(word);
      if (kind == null) {
        problems.put(
            at,
            "kinds of harm: "
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
      problems.put(at + "/kind", "anonymous, confidential or named");
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

  private Written.Person person(Said.Mentioned said) {
    Role role =
        switch (said.what()) {
          case "child" -> Role.CHILD;
          case "suspect" -> Role.SUSPECT;
          default -> Role.ADULT;
        };
    List<PersonValue> values = new ArrayList<>();
    List<StandingSaid> standings = new ArrayList<>();
    said.values()
        .forEach((word, given) -> {
          String at = said.at() + "/" + word;
          for (String one : given) {
            if (!one.isBlank()) {
              person(word, one.strip(), at, values, standings, role);
            }
          }
        });
    return new Written.Person(
        role, said.nth(), Written.WHOLE, values.isEmpty() ? 0 : Written.WHOLE, standings, values);
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
      values.add(PersonValue.of(PersonAttribute.ID, scheme.group(1) + ":" + value(given, at)));
      return;
    }
    switch (word) {
      case "name" -> name(value(given, at), values);
      case "forename" -> values.add(PersonValue.of(PersonAttribute.FORENAME, value(given, at)));
      case "middle" -> values.add(PersonValue.of(PersonAttribute.MIDDLE, value(given, at)));
      case "surname" -> values.add(PersonValue.of(PersonAttribute.SURNAME, value(given, at)));
      case "alias" -> values.add(PersonValue.of(PersonAttribute.ALIAS, value(given, at)));
      case "address" -> values.add(PersonValue.of(PersonAttribute.ADDRESS, value(given, at)));
      case "postcode" -> values.add(PersonValue.of(PersonAttribute.POSTCODE, value(given, at)));
      case "area" -> values.add(PersonValue.of(PersonAttribute.AREA, value(given, at)));
      case "school" -> values.add(PersonValue.of(PersonAttribute.SCHOOL, value(given, at)));
      case "phone" -> values.add(PersonValue.of(PersonAttribute.PHONE, value(given, at)));
      case "email" -> values.add(PersonValue.of(PersonAttribute.EMAIL, value(given, at)));
      case "handle" -> values.add(PersonValue.of(PersonAttribute.HANDLE, value(given, at)));
      case "born" -> values.add(PersonValue.of(PersonAttribute.BORN, date(given, at, true)));
      case "age" -> age(given, at, values);
      case "sex" -> sex(given, at, values);
      case "standing" -> standing(given, at, standings, role);
      default -> problems.put(at, "no such attribute of a person");
    }
  }

  private static void name(String whole, List<PersonValue> values) {
    int comma = whole.indexOf(',');
    int space = whole.lastIndexOf(' ');
    if (comma >= 0) {
      addName(PersonAttribute.SURNAME, whole.substring(0, comma), values);
      addName(PersonAttribute.FORENAME, whole.substring(comma + 1), values);
    } else if (space > 0) {
      addName(PersonAttribute.FORENAME, whole.substring(0, space), values);
      addName(PersonAttribute.SURNAME, whole.substring(space + 1), values);
    } else {
      addName(PersonAttribute.FORENAME, whole, values);
    }
  }

  private static void addName(PersonAttribute attribute, String name, List<PersonValue> values) {
    if (!name.isBlank()) {
      values.add(PersonValue.of(attribute, name.strip()));
    }
  }

  private void age(String given, String at, List<PersonValue> values) {
    Matcher age = AGE.matcher(given.toLowerCase(Locale.ROOT));
    if (!age.matches()) {
      problems.put(at, "whole years, or a range such as 14-16");
      return;
    }
    int from = Integer.parseInt(age.group(1));
    int to = age.group(2) == null ? from : Integer.parseInt(age.group(2));
    if (to < from || to > 120) {
      problems.put(at, "years from 0 to 120, the lower first");
      return;
    }
    values.add(PersonValue.of(PersonAttribute.AGE_FROM, from));
    values.add(PersonValue.of(PersonAttribute.AGE_TO, to));
  }

  private void sex(String given, String at, List<PersonValue> values) {
    for (Sex sex : Sex.values()) {
      if (sex.name().equalsIgnoreCase(given)) {
        values.add(PersonValue.of(PersonAttribute.SEX, sex));
        return;
      }
    }
    if (!given.equalsIgnoreCase("unknown")) {
      problems.put(at, "female, male, other or unknown");
    }
  }

  private void standing(String given, String at, List<StandingSaid> standings, Role role) {
    Standing standing = Standing.ofWord(given);
    if (standing == null || role != Role.SUSPECT) {
      problems.put(at, "of a suspect: convicted, charged, named or intelligence");
    } else {
      standings.add(new StandingSaid(standing, Written.WHOLE));
    }
  }

  private Written.Thing thing(Said.Mentioned said) {
    boolean vehicle = said.what().equals("vehicle");
    List<ThingValue> values = new ArrayList<>();
    said.values()
        .forEach((word, given) -> {
          String at = said.at() + "/" + word;
          ThingAttribute attribute = thing(word, vehicle);
          for (String one : given) {
            if (attribute == null) {
              problems.put(at, "no such attribute of a " + said.what());
            } else if (!one.isBlank()) {
              values.add(ThingValue.of(attribute, value(one, at)));
            }
          }
        });
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

  private int date(@Nullable String written, String at, boolean past) {
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
        if (past && PartialDate.firstDay(packed).isAfter(today)) {
          problems.put(at, "a day that is not in the future");
          return PartialDate.NOT_RECORDED;
        }
        return packed;
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      problems.put(at, "a day that there is, such as 2026-03-27");
      return PartialDate.NOT_RECORDED;
    }
    problems.put(at, "a date such as 2026-03-27, a month (2026-03) or a year (2026)");
    return PartialDate.NOT_RECORDED;
  }

  private String value(@Nullable String given, String at) {
    if (given == null) {
      return "";
    }
    String value = given.strip();
    if (value.length() > LONGEST_VALUE) {
      problems.put(at, "at most " + LONGEST_VALUE + " characters");
    }
    if (value.chars().anyMatch(c -> c < ' ')) {
      problems.put(at, "text without control characters");
    }
    return value;
  }

  private String text(@Nullable String given, String at) {
    if (given == null) {
      return "";
    }
    if (given.length() > LONGEST_TEXT) {
      problems.put(at, "at most " + LONGEST_TEXT + " characters");
    }
    if (given.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      problems.put(at, "text without control characters");
    }
    return given.strip();
  }
}
