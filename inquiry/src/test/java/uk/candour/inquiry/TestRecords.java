package uk.candour.inquiry;

import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linked.LinkError;
import uk.candour.linkage.Linked.Links;
import uk.candour.linkage.Linking;
import uk.candour.record.AgencyKind;
import uk.candour.record.Area;
import uk.candour.record.Concern;
import uk.candour.record.Duty;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.Drawn;
import uk.candour.record.EntryAttribute.Judgement;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryAttribute.MonitoringChange;
import uk.candour.record.EntryAttribute.Presence;
import uk.candour.record.EntryKind;
import uk.candour.record.Harm;
import uk.candour.record.InputFile;
import uk.candour.record.Outcome;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Scope;
import uk.candour.record.Scope.Residents;
import uk.candour.record.Sex;
import uk.candour.record.Source;
import uk.candour.record.Span;
import uk.candour.record.Standing;
import uk.candour.record.ThingAttribute;

/// A small borough written down by hand: a few rows, who is who in them, and the casebook of both.
///
/// ```java
/// var records = TestRecords.eastmoor();
/// records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("amy", "Amy Hill", "1990-01-02");
/// records.decision("police", "d1", "2003-05-12").on("r1").outcome(ACCEPTED);
/// records.linked("amy", "amie", 0.7);
/// Casebook casebook = records.casebook();
/// ```
///
/// The inquiry is Eastmoor (X08000001), 1997 to 2013, as at 31 May 2014, with Ridley (X08000002) as
/// its neighbour. Sources that are there from the start, each an agency and a list of its own:
/// `social-care`, `police`, `youth`, `school`, `health`, and `ridley-police` of the neighbour.
/// Dates are written as records hold them: `2003-05-09`, `2003-05`, `2003` or `""`. A date given
/// with a row is when it happened; [Row#recorded] says when it was recorded, else the first stands
/// in. Mentions with the same key (`amy`) are one person in every linking; [#linked] joins two keys
/// in the linkings that accept the probability. Rows of a source are numbered from 1 in the order
/// in which they are written here.
final class TestRecords {

  static final String EASTMOOR = "X08000001";
  static final String RIDLEY = "X08000002";

  private Span period = new Span(LocalDate.of(1997, 1, 1), LocalDate.of(2013, 12, 31));
  private LocalDate asAt = LocalDate.of(2014, 5, 31);
  private Set<Concern> exploitation = EnumSet.of(Concern.EXPLOITATION, Concern.TRAFFICKING);
  private LinkError error = new LinkError(0, 0, 0);
  private final List<Residents> population = new ArrayList<>();
  private @Nullable List<Duty> duties;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();
  private final List<LinkedKeys> linkedKeys = new ArrayList<>();
  private final List<String> keyOfMention = new ArrayList<>();
  private @Nullable Casebook casebook;

  private record LinkedKeys(String one, String other, double probability) {}

  private TestRecords() {}

  static TestRecords eastmoor() {
    var records = new TestRecords();
    records.source("social-care", AgencyKind.SOCIAL_CARE, EASTMOOR);
    records.source("police", AgencyKind.POLICE, EASTMOOR);
    records.source("youth", AgencyKind.YOUTH, EASTMOOR);
    records.source("school", AgencyKind.SCHOOL, EASTMOOR);
    records.source("health", AgencyKind.HEALTH, EASTMOOR);
    records.source("ridley-police", AgencyKind.POLICE, RIDLEY);
    return records;
  }

  TestRecords asAt(String day) {
    asAt = LocalDate.parse(day);
    return this;
  }

  TestRecords period(String from, String to) {
    period = new Span(LocalDate.parse(from), LocalDate.parse(to));
    return this;
  }

  TestRecords exploitation(Concern... concerns) {
    exploitation = Set.of(concerns);
    return this;
  }

  TestRecords duties(Duty... duties) {
    this.duties = List.of(duties);
    return this;
  }

  TestRecords residents(String area, int year, int ageFrom, int ageTo, long count) {
    population.add(new Residents(area, year, ageFrom, ageTo, count));
    return this;
  }

  TestRecords linkError(double missed, double missedAtMost, double falseLinks) {
    error = new LinkError(missed, missedAtMost, falseLinks);
    return this;
  }

  /// Adds a source that is an agency and a list of its own name, or replaces one.
  TestRecords source(String name, AgencyKind kind, String area) {
    return source(new Source(name, name, kind, area, name, List.of(), List.of(period), asAt));
  }

  TestRecords source(Source source) {
    sources.put(source.name(), source);
    rows.computeIfAbsent(source.name(), name -> new ArrayList<>());
    return this;
  }

  /// A report, made to social care by a social-care source, to another body by a police source, and
  /// to nobody by any other; [Row#to] says otherwise.
  Row report(String source, String id, String happened) {
    var row = row(source, EntryKind.REPORT_MADE, id, happened);
    return row.to(
        switch (row.source.kind()) {
          case SOCIAL_CARE -> MadeTo.SOCIAL_CARE;
          case POLICE -> MadeTo.ANOTHER_BODY;
          default -> MadeTo.NOBODY;
        });
  }

  Row decision(String source, String id, String made) {
    return row(source, EntryKind.DECISION_TAKEN, id, made);
  }

  Row assessment(String source, String id, String made) {
    return row(source, EntryKind.ASSESSMENT_MADE, id, made);
  }

  Row monitoring(String source, String id, String made, MonitoringChange change) {
    return row(source, EntryKind.MONITORING_CHANGED, id, made).code(EntryAttribute.CHANGE, change);
  }

  /// A file of a reading sample that was found and judged.
  Row reading(String source, String id, Drawn drawn, Judgement judgement) {
    return row(source, EntryKind.FILE_READ, id, "")
        .text(EntryAttribute.CASE_FILE, id)
        .code(EntryAttribute.DRAWN, drawn)
        .code(EntryAttribute.FOUND, Presence.PRESENT)
        .code(EntryAttribute.JUDGEMENT, judgement);
  }

  /// A row of one source with one entry to begin with; [Row#and] adds another.
  Row row(String source, EntryKind kind, String id, String happened) {
    Source known = sources.get(source);
    if (known == null) {
      throw new IllegalArgumentException("no source " + source + "; known are " + sources.keySet());
    }
    var row = new Row(known);
    rows.computeIfAbsent(source, name -> new ArrayList<>()).add(row);
    return row.and(kind).text(EntryAttribute.ID, id).date(EntryAttribute.HAPPENED, happened);
  }

  /// Says that two keys are one person with this probability: in each linking that accepts it.
  TestRecords linked(String key, String other, double probability) {
    linkedKeys.add(new LinkedKeys(key, other, probability));
    return this;
  }

  /// The casebook of what was written; made once.
  Casebook casebook() {
    if (casebook == null) {
      casebook = build();
    }
    return casebook;
  }

  /// The finding of a question over what was written.
  Finding ask(Question question) {
    return question.answer(casebook());
  }

  /// A finding's evidence, a line each: `police 1 amy 2003: first concern` - source, row, person by
  /// key, breakdown key and note, each where there is one.
  List<String> evidence(Finding finding) {
    var entries = casebook().entries();
    var evidence = finding.evidence();
    return IntStream.range(0, evidence.size())
        .mapToObj(line -> {
          int row = evidence.row(line);
          var words = new ArrayList<String>();
          words.add(entries.sourceOf(row).name());
          words.add(Integer.toString(entries.sourceRow(row)));
          if (evidence.person(line) != Evidence.NOBODY) {
            words.add(key(evidence.person(line)));
          }
          String key = evidence.key(line);
          String note = evidence.note(line);
          if (!key.isEmpty()) {
            words.add(note.isEmpty() ? key : key + ":");
          }
          if (!note.isEmpty()) {
            words.add(note);
          }
          return String.join(" ", words);
        })
        .toList();
  }

  /// The number of a person by key, in one linking.
  int person(Linking linking, String key) {
    var persons = casebook().view(linking).persons();
    return persons.personOf(keyOfMention.indexOf(key));
  }

  /// The key of a person of the central linking: that of the person's first mention.
  String key(int person) {
    return keyOfMention.get(casebook().central().persons().mention(person, 0));
  }

  private Casebook build() {
    var builder =
        new EntriesBuilder(
            new Scope(
                "Eastmoor test",
                new Area(EASTMOOR, "Eastmoor"),
                List.of(new Area(RIDLEY, "Ridley")),
                period,
                asAt,
                exploitation,
                population,
                duties,
                null));
    for (Source source : sources.values()) {
      builder.startSource(source);
      List<Row> written = rows.getOrDefault(source.name(), List.of());
      for (int n = 0; n < written.size(); n++) {
        written.get(n).addTo(builder, builder.globalRow(n + 1), keyOfMention);
      }
      builder.endSource(
          written.size(),
          List.of(
              new InputFile(
                  source.name(), source.name() + ".csv", "0".repeat(64), written.size())));
    }
    return new Casebook(builder.build(), whoIsWho());
  }

  private Linked whoIsWho() {
    int[][] personOf = new int[Linking.values().length][];
    for (Linking linking : Linking.values()) {
      personOf[linking.ordinal()] = partition(linking);
    }
    record Link(int left, int right, float probability) {}
    List<Link> links = new ArrayList<>();
    for (int mention = 0; mention < keyOfMention.size(); mention++) {
      int before = keyOfMention.subList(0, mention).lastIndexOf(keyOfMention.get(mention));
      if (before >= 0) {
        links.add(new Link(before, mention, 0.999f));
      }
    }
    for (LinkedKeys pair : linkedKeys) {
      int one = keyOfMention.indexOf(pair.one());
      int other = keyOfMention.indexOf(pair.other());
      links.add(new Link(Math.min(one, other), Math.max(one, other), (float) pair.probability()));
    }
    links.sort(comparingInt(Link::left).thenComparingInt(Link::right));
    float[] probability = new float[links.size()];
    boolean[] accepted = new boolean[links.size()];
    for (int n = 0; n < links.size(); n++) {
      probability[n] = links.get(n).probability();
      accepted[n] = probability[n] >= Linking.CENTRAL.threshold();
    }
    return Linked.of(
        personOf,
        new Links(
            links.stream().mapToInt(Link::left).toArray(),
            links.stream().mapToInt(Link::right).toArray(),
            probability,
            accepted),
        error);
  }

  private int[] partition(Linking linking) {
    Map<String, String> joinedTo = new LinkedHashMap<>();
    for (LinkedKeys pair : linkedKeys) {
      if (!keyOfMention.contains(pair.one()) || !keyOfMention.contains(pair.other())) {
        throw new IllegalArgumentException("no mention has the key of " + pair);
      }
      if (pair.probability() >= linking.threshold()) {
        String root = root(joinedTo, pair.one());
        String other = root(joinedTo, pair.other());
        if (!root.equals(other)) {
          joinedTo.put(other, root);
        }
      }
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    return keyOfMention.stream()
        .mapToInt(key -> {
          String root = root(joinedTo, key);
          numbers.putIfAbsent(root, numbers.size());
          return numbers.get(root);
        })
        .toArray();
  }

  private static String root(Map<String, String> joinedTo, String key) {
    String root = key;
    for (String next = joinedTo.get(root); next != null; next = joinedTo.get(root)) {
      root = next;
    }
    return root;
  }

  /// Reads a date as records hold it.
  static int date(String text) {
    String[] parts = text.split("-", -1);
    return switch (parts.length) {
      case 3 -> PartialDate.of(LocalDate.parse(text));
      case 2 -> PartialDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      default -> text.isEmpty() ? PartialDate.NOT_RECORDED : PartialDate.of(Integer.parseInt(text));
    };
  }

  /// A row in the making. What is said of an entry is said of the latest one, what is said of a
  /// person of the person named last; every entry of the row mentions everybody in it.
  static final class Row {

    private final Source source;
    private final List<EntryKind> kinds = new ArrayList<>();
    private final List<List<ObjIntConsumer<EntriesBuilder>>> entries = new ArrayList<>();
    private final List<Mentioned> people = new ArrayList<>();
    private final List<Map<ThingAttribute, String>> places = new ArrayList<>();
    private final List<String> vehicles = new ArrayList<>();

    private static final class Mentioned {
      final Role role;
      final String key;
      Standing standing = Standing.NAMED;
      final List<ObjIntConsumer<EntriesBuilder>> said = new ArrayList<>();

      Mentioned(Role role, String key) {
        this.role = role;
        this.key = key;
      }
    }

    private Row(Source source) {
      this.source = source;
    }

    /// Another entry of the same row.
    Row and(EntryKind kind) {
      kinds.add(kind);
      entries.add(new ArrayList<>());
      return this;
    }

    Row concern(Concern concern) {
      return code(EntryAttribute.CONCERN, concern);
    }

    Row happened(String date) {
      return date(EntryAttribute.HAPPENED, date);
    }

    Row recorded(String date) {
      return date(EntryAttribute.RECORDED, date);
    }

    Row answered(String date) {
      return date(EntryAttribute.ANSWERED, date);
    }

    Row to(MadeTo to) {
      return code(EntryAttribute.MADE_TO, to);
    }

    Row severity(int severity) {
      return number(EntryAttribute.SEVERITY, severity);
    }

    Row by(String by) {
      return text(EntryAttribute.BY, by);
    }

    Row team(String team) {
      return text(EntryAttribute.TEAM, team);
    }

    Row harm(Harm... kinds) {
      int bits = 0;
      for (Harm kind : kinds) {
        bits |= kind.bit();
      }
      return number(EntryAttribute.HARM, bits);
    }

    /// The report of this source that a decision or an assessment is on.
    Row on(String report) {
      return text(EntryAttribute.REPORT, report);
    }

    /// The report of another source that a decision or an assessment is on.
    Row on(String otherSource, String report) {
      return text(EntryAttribute.REPORT_SOURCE, otherSource).on(report);
    }

    Row outcome(Outcome outcome) {
      return code(EntryAttribute.OUTCOME, outcome);
    }

    Row category(Concern category) {
      return code(EntryAttribute.CATEGORY, category);
    }

    Row factors(String factors) {
      return text(EntryAttribute.FACTORS, factors);
    }

    Row text(EntryAttribute attribute, String value) {
      if (!value.isEmpty()) {
        say((builder, entry) -> builder.set(entry, attribute, value));
      }
      return this;
    }

    Row date(EntryAttribute attribute, String value) {
      say((builder, entry) -> builder.setDate(entry, attribute, TestRecords.date(value)));
      return this;
    }

    Row number(EntryAttribute attribute, int value) {
      say((builder, entry) -> builder.setNumber(entry, attribute, value));
      return this;
    }

    Row code(EntryAttribute attribute, Enum<?> value) {
      say((builder, entry) -> builder.setCode(entry, attribute, value));
      return this;
    }

    private void say(ObjIntConsumer<EntriesBuilder> said) {
      entries.getLast().add(said);
    }

    /// A child by key; the name is a forename and a surname, or a forename alone.
    Row child(String key, String name) {
      return person(Role.CHILD, key, name);
    }

    Row child(String key, String name, String born) {
      return child(key, name).born(born);
    }

    Row suspect(String key, String name) {
      return person(Role.SUSPECT, key, name);
    }

    Row suspect(String key, String name, String born) {
      return suspect(key, name).born(born);
    }

    Row adult(String key, String name) {
      return person(Role.ADULT, key, name);
    }

    private Row person(Role role, String key, String name) {
      people.add(new Mentioned(role, key));
      int space = name.lastIndexOf(' ');
      if (space < 0) {
        return of(PersonAttribute.FORENAME, name);
      }
      return of(PersonAttribute.FORENAME, name.substring(0, space))
          .of(PersonAttribute.SURNAME, name.substring(space + 1));
    }

    /// A text attribute of the person named last.
    Row of(PersonAttribute attribute, String value) {
      if (!value.isEmpty()) {
        people.getLast().said.add((builder, mention) -> builder.set(mention, attribute, value));
      }
      return this;
    }

    Row born(String date) {
      people
          .getLast()
          .said
          .add((builder, mention) ->
              builder.setDate(mention, PersonAttribute.BORN, TestRecords.date(date)));
      return this;
    }

    Row age(int from, int to) {
      people
          .getLast()
          .said
          .add((builder, mention) -> {
            builder.setNumber(mention, PersonAttribute.AGE_FROM, from);
            builder.setNumber(mention, PersonAttribute.AGE_TO, to);
          });
      return this;
    }

    Row sex(Sex sex) {
      people
          .getLast()
          .said
          .add((builder, mention) -> builder.setCode(mention, PersonAttribute.SEX, sex));
      return this;
    }

    Row standing(Standing standing) {
      people.getLast().standing = standing;
      return this;
    }

    Row place(String name) {
      places.add(new LinkedHashMap<>(Map.of(ThingAttribute.NAME, name)));
      return this;
    }

    /// An attribute of the place named last.
    Row of(ThingAttribute attribute, String value) {
      places.getLast().put(attribute, value);
      return this;
    }

    Row vehicle(String registration) {
      vehicles.add(registration);
      return this;
    }

    private void addTo(EntriesBuilder builder, int row, List<String> keyOfMention) {
      int[] indexes = new int[Role.values().length];
      List<Integer> mentions = new ArrayList<>();
      for (Mentioned person : people) {
        int mention = builder.person(row, ++indexes[person.role.ordinal()]);
        person.said.forEach(said -> said.accept(builder, mention));
        mentions.add(mention);
        keyOfMention.add(person.key);
      }
      List<Integer> placeMentions = new ArrayList<>();
      for (var place : places) {
        int mention = builder.place(row);
        place.forEach((attribute, value) -> builder.setPlace(mention, attribute, value));
        placeMentions.add(mention);
      }
      List<Integer> vehicleMentions = new ArrayList<>();
      for (String registration : vehicles) {
        int mention = builder.vehicle(row);
        builder.setVehicle(mention, ThingAttribute.NAME, registration);
        vehicleMentions.add(mention);
      }
      for (int n = 0; n < kinds.size(); n++) {
        int entry = builder.entry(kinds.get(n), row);
        entries.get(n).forEach(said -> said.accept(builder, entry));
        for (int m = 0; m < mentions.size(); m++) {
          builder.mentions(entry, mentions.get(m), people.get(m).role, people.get(m).standing);
        }
        placeMentions.forEach(place -> builder.mentionsPlace(entry, place));
        vehicleMentions.forEach(vehicle -> builder.mentionsVehicle(entry, vehicle));
      }
    }
  }
}
