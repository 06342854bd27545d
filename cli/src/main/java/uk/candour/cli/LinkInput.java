package uk.candour.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.cli.Candour.WrongUse;
import uk.candour.intake.Problem;
import uk.candour.intake.Reading;
import uk.candour.intake.RefusedFile;
import uk.candour.intake.Table;
import uk.candour.linkage.Column;
import uk.candour.linkage.Expression;
import uk.candour.linkage.LinkSettings;
import uk.candour.linkage.LinkSettings.Compared;
import uk.candour.linkage.LinkSettings.Link;
import uk.candour.linkage.Linkable;

/// What `./candour link` reads: settings and tables, or every problem of them.
///
/// A column is known by its name in whatever file it stands; a file without it has no values there.
/// Where only records of different files are linked, a column that one file alone has says nothing
/// and is left out with a note.
final class LinkInput {

  private final Path settingsFile;
  private final List<LinkFile> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private LinkInput(Path settingsFile) {
    this.settingsFile = settingsFile;
  }

  /// What was read, where there are no problems.
  record Read(List<Problem> problems, @Nullable Tables read) {

    Tables tables() {
      if (read == null) {
        throw new IllegalStateException("there are problems");
      }
      return read;
    }
  }

  static Read read(Path settingsFile, List<Path> files) throws IOException {
    return new LinkInput(settingsFile).read(files);
  }

  private Read read(List<Path> paths) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    Map<String, Path> sources = new HashMap<>();
    for (Path path : paths) {
      var file = new LinkFile(path);
      Path other = sources.putIfAbsent(file.source(), path);
      if (other != null) {
        add(path, 1, file.source(), "a name that no other file has; so is " + other + " named");
      }
      try {
        columns.addAll(file.columns());
        files.add(file);
      } catch (RefusedFile e) {
        add(path, 1, "", "a table: " + e.getMessage());
      }
    }
    boolean allKnown = files.size() == paths.size();
    LinkSettings settings =
        switch (LinkSettingsReader.read(settingsFile, allKnown ? columns : null)) {
          case Reading.Accepted<LinkSettings>(LinkSettings value) -> value;
          case Reading.Rejected<LinkSettings> rejected -> {
            problems.addAll(rejected.problems());
            yield null;
          }
        };
    if (settings == null) {
      return new Read(problems, null);
    }
    if (settings.link() == Link.LINK_ONLY && paths.size() < 2) {
      add(settingsFile, 1, "link-only", "two files or more to link with each other");
    }
    List<String> wanted = wanted(settings, columns);
    LinkSettings used = withoutMissing(settings, wanted);
    Tables tables = new Tables(used, wanted, notes);
    for (LinkFile file : files) {
      read(file, settings.id(), wanted, tables);
    }
    if (problems.isEmpty() && tables.size == 0) {
      add(paths.getFirst(), 1, "", "at least one record");
    }
    return problems.isEmpty() ? new Read(problems, tables.ready()) : new Read(problems, null);
  }

  private void add(Path file, int line, String value, String expected) {
    problems.add(new Problem(file.toString(), line, 1, value, expected));
  }

  /// The columns to read: those that settings name, or all.
  private List<String> wanted(LinkSettings settings, Set<String> columns) throws IOException {
    Set<String> wanted = new LinkedHashSet<>(columns);
    List<Compared> comparisons = settings.comparisons();
    List<List<Expression>> blocking = settings.blocking();
    if (comparisons != null && blocking != null) {
      Set<String> named = new HashSet<>();
      comparisons.forEach(one -> one.columns().forEach(column -> named.add(column.column())));
      blocking.forEach(rule -> rule.forEach(column -> named.add(column.column())));
      wanted.retainAll(named);
    }
    wanted.remove(settings.id());
    wanted.remove("");
    if (settings.link() == Link.LINK_ONLY && files.size() > 1) {
      for (String column : List.copyOf(wanted)) {
        List<LinkFile> having = new ArrayList<>();
        for (LinkFile file : files) {
          if (file.columns().contains(column)) {
            having.add(file);
          }
        }
        if (having.size() == 1) {
          wanted.remove(column);
          notes.add(
              "Note: column '%s' is ignored: only %s has it."
                  .formatted(column, having.getFirst().source()));
        }
      }
    }
    return List.copyOf(wanted);
  }

  /// The settings without comparisons and rules of columns that are not read.
  private LinkSettings withoutMissing(LinkSettings settings, List<String> wanted) {
    List<Compared> comparisons = settings.comparisons();
    List<List<Expression>> blocking = settings.blocking();
    List<Compared> kept =
        comparisons == null
            ? null
            : comparisons.stream().filter(one -> areRead(one.columns(), wanted)).toList();
    List<List<Expression>> rules =
        blocking == null ? null : blocking.stream().filter(rule -> areRead(rule, wanted)).toList();
    if (kept != null && kept.isEmpty()) {
      add(settingsFile, 1, "comparisons", "a comparison of columns that two files have");
    }
    if (rules != null && rules.isEmpty()) {
      add(settingsFile, 1, "blocking", "a rule of columns that two files have");
    }
    return new LinkSettings(
        settings.id(),
        settings.link(),
        rules,
        kept,
        settings.threshold(),
        settings.clustering(),
        settings.train());
  }

  private static boolean areRead(List<Expression> columns, List<String> wanted) {
    return columns.stream().allMatch(column -> wanted.contains(column.column()));
  }

  private void read(LinkFile file, String id, List<String> wanted, Tables tables)
      throws IOException {
    List<String> own = file.columns();
    if (!own.contains(id)) {
      add(file.path(), 1, id, "a column of this name; it has " + String.join(", ", own));
      return;
    }
    List<String> asked = new ArrayList<>(wanted.stream().filter(own::contains).toList());
    asked.add(id);
    int[] places = wanted.stream().mapToInt(asked::indexOf).toArray();
    Map<String, Integer> rowOfId = new HashMap<>();
    tables.begin(file.source());
    try (Table rows = file.open(asked)) {
      while (rows.next()) {
        int line = (int) Math.min(Integer.MAX_VALUE, rows.line());
        Table.Malformed malformed = rows.malformed();
        if (malformed != null) {
          add(file.path(), line, malformed.found(), malformed.expected());
          continue;
        }
        String ownId = rows.value(asked.size() - 1);
        if (ownId == null) {
          add(file.path(), line, "", "a value in column " + id);
          continue;
        }
        Integer before = rowOfId.putIfAbsent(ownId, line);
        if (before != null) {
          add(file.path(), line, ownId, "each " + id + " once; line " + before + " has it too");
          continue;
        }
        tables.add(ownId, rows, places);
      }
    } catch (RefusedFile e) {
      add(file.path(), 1, "", "a table: " + e.getMessage());
    }
  }

  /// Tables as one, and the settings to link them by.
  static final class Tables {

    private final LinkSettings settings;
    private final List<String> names;
    private final List<String> notes;
    private final List<String> sources = new ArrayList<>();
    private final List<Values> columns = new ArrayList<>();
    private final Values ids = new Values();
    private int[] sourceOf = new int[1024];
    private int size;
    private @Nullable Linkable linkable;

    private Tables(LinkSettings settings, List<String> names, List<String> notes) {
      this.settings = settings;
      this.names = names;
      this.notes = notes;
      names.forEach(name -> columns.add(new Values()));
    }

    private void begin(String source) {
      sources.add(source);
    }

    private void add(String id, Table row, int[] places) {
      if (size == sourceOf.length) {
        sourceOf = Arrays.copyOf(sourceOf, 2 * size);
      }
      sourceOf[size] = sources.size() - 1;
      ids.set(size, id);
      for (int c = 0; c < places.length; c++) {
        String value = places[c] < 0 ? null : row.value(places[c]);
        if (value != null) {
          columns.get(c).set(size, value);
        }
      }
      size++;
    }

    private Tables ready() {
      columns.forEach(column -> column.end(size));
      ids.end(size);
      linkable =
          new Linkable(size, names, List.<Column>copyOf(columns), ids, r -> sourceOf[r], sources);
      return this;
    }

    Linkable linkable() {
      if (linkable == null) {
        throw new IllegalStateException("not read to the end");
      }
      return linkable;
    }

    LinkSettings settings() {
      return settings;
    }

    List<String> notes() {
      return notes;
    }

    String id(int record) {
      return ids.value(ids.code(record));
    }

    String source(int record) {
      return sources.get(sourceOf[record]);
    }

    boolean idsAreUnique() {
      return ids.values() == size;
    }

    /// The record that is named `id` or `source:id`.
    int record(String named) throws WrongUse {
      List<Integer> found = new ArrayList<>();
      for (int r = 0; r < size; r++) {
        if (id(r).equals(named) || (source(r) + ":" + id(r)).equals(named)) {
          found.add(r);
        }
      }
      if (found.isEmpty()) {
        throw new WrongUse("No record is named " + named + "; give its id, or source:id.");
      }
      if (found.size() > 1) {
        throw new WrongUse(
            "Records of several files are named %s; give %s:%s or another."
                .formatted(named, source(found.getFirst()), named));
      }
      return found.getFirst();
    }
  }

  /// The values of one column, each distinct one once.
  private static final class Values implements Column {

    private final Map<String, Integer> codes = new LinkedHashMap<>();
    private final List<String> values = new ArrayList<>();
    private int[] ofRecord = new int[1024];

    void set(int record, String value) {
      if (record >= ofRecord.length) {
        end(Math.max(record + 1, 2 * ofRecord.length));
      }
      Integer code = codes.putIfAbsent(value, values.size() + 1);
      if (code == null) {
        values.add(value);
      }
      ofRecord[record] = code == null ? values.size() : code;
    }

    void end(int size) {
      ofRecord = Arrays.copyOf(ofRecord, size);
    }

    @Override
    public int code(int record) {
      return ofRecord[record];
    }

    @Override
    public int values() {
      return values.size();
    }

    @Override
    public String value(int code) {
      return values.get(code - 1);
    }
  }
}
