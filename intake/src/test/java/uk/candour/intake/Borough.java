package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.PartialDate;
import uk.candour.record.People;
import uk.candour.record.PersonAttribute;
import uk.candour.record.ThingAttribute;
import uk.candour.record.Things;

/// A folder with a remit and its files, written by a test.
final class Borough {

  /// The head of a remit whose sources follow.
  static final String HEAD =
      """
      inquiry: Eastmoor 1997-2013
      area: {code: X08000001, name: Eastmoor}
      areas: [{code: X08000002, name: Ridley}]
      period: {from: 1997-01-01, to: 2013-12-31}
      as-at: 2014-05-31
      """;

  private final Path folder;

  Borough(Path folder) {
    this.folder = folder;
  }

  Borough file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A source named `s` of a youth project, with `rows.csv` and what else the remit says of it.
  Borough source(String rows, String yaml) {
    file("rows.csv", rows);
    return file(
        "remit.yaml",
        HEAD
            + "sources:\n  - {name: s, agency: project, kind: youth, file: rows.csv, "
            + yaml
            + "}\n");
  }

  Path remitFile() {
    return folder.resolve("remit.yaml");
  }

  Reading<Remit> reading(@Nullable LocalDate asAt) {
    try {
      return Remit.read(remitFile(), asAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The problems of the remit, in one line each without the file's name.
  List<String> problems() {
    return switch (reading(null)) {
      case Reading.Accepted<Remit> _ -> List.of();
      case Reading.Rejected<Remit> rejected ->
          rejected.problems().stream().map(p -> p.text().substring(p.file().length() + 1)).toList();
    };
  }

  Remit remit() {
    Reading<Remit> reading = reading(null);
    if (reading instanceof Reading.Rejected<Remit> rejected) {
      throw new AssertionError(rejected.problems().toString());
    }
    return ((Reading.Accepted<Remit>) reading).value();
  }

  Intaken read() {
    return read(remit().asAt());
  }

  Intaken read(LocalDate asAt) {
    try {
      return switch (Intake.read(remit(), asAt, (_, _) -> {})) {
        case Reading.Accepted<Intaken> accepted -> accepted.value();
        case Reading.Rejected<Intaken> rejected ->
            throw new AssertionError(rejected.problems().toString());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The list of problems as it is written, without its header.
  static List<String> problems(Intaken intaken) {
    var out = new ByteArrayOutputStream();
    try {
      intaken.problems().writeCsv(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.getFirst()).isEqualTo("source,row,column,value,expected");
    return lines.subList(1, lines.size());
  }

  /// The entries as text, a line each: kind, row, attributes, and whom and what they mention.
  static List<String> lines(Entries entries) {
    List<String> lines = new ArrayList<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      var line = new StringBuilder(entries.kind(entry).word());
      line.append(' ').append(entries.sourceRow(entries.row(entry)));
      for (EntryAttribute attribute : EntryAttribute.values()) {
        if (entries.has(attribute, entry)) {
          line.append(' ').append(attribute).append('=').append(text(entries, attribute, entry));
        }
      }
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        line.append(' ').append(person(entries, link));
      }
      things(line, "place", entries.places(), entry);
      things(line, "vehicle", entries.vehicles(), entry);
      lines.add(line.toString());
    }
    return lines;
  }

  private static String text(Entries entries, EntryAttribute attribute, int entry) {
    int raw = entries.raw(attribute, entry);
    return switch (attribute.storage()) {
      case TEXT -> entries.dictionary(attribute).value(raw);
      case DATE -> PartialDate.text(raw);
      case NUMBER, CODE -> String.valueOf(raw - 1);
    };
  }

  private static String person(Entries entries, int link) {
    People people = entries.people();
    int mention = entries.mention(link);
    var text = new StringBuilder(entries.role(link).word());
    if (people.index(mention) > 1) {
      text.append('[').append(people.index(mention)).append(']');
    }
    text.append('(');
    if (entries.role(link) == uk.candour.record.Role.SUSPECT) {
      text.append(entries.standing(link).word());
    }
    for (PersonAttribute attribute : PersonAttribute.values()) {
      if (!people.has(attribute, mention)) {
        continue;
      }
      text.append(' ').append(attribute).append('=');
      switch (attribute.storage()) {
        case TEXT -> text.append(people.text(attribute, mention));
        case DATE -> text.append(PartialDate.text(people.raw(attribute, mention)));
        case NUMBER -> text.append(people.number(attribute, mention));
        case CODE -> text.append(people.sex(mention));
        case TEXTS -> {
          for (int n = 0; n < people.count(attribute, mention); n++) {
            text.append(n == 0 ? "" : "|");
            text.append(people.dictionary(attribute).value(people.nth(attribute, mention, n)));
          }
        }
      }
    }
    return text.append(')').toString();
  }

  private static void things(StringBuilder line, String word, Things things, int entry) {
    for (int n = 0; n < things.count(entry); n++) {
      line.append(' ').append(word).append('(');
      int thing = things.nth(entry, n);
      for (ThingAttribute attribute : ThingAttribute.values()) {
        String text = things.text(attribute, thing);
        if (text != null) {
          line.append(' ').append(attribute).append('=').append(text);
        }
      }
      line.append(')');
    }
  }

  /// Every text that the entries hold anywhere.
  static Set<String> everyText(Entries entries) {
    Set<String> texts = new TreeSet<>();
    for (EntryAttribute attribute : EntryAttribute.values()) {
      for (int code = 1; code <= entries.dictionary(attribute).size(); code++) {
        texts.add(entries.dictionary(attribute).value(code));
      }
    }
    for (PersonAttribute attribute : PersonAttribute.values()) {
      for (int code = 1; code <= entries.people().dictionary(attribute).size(); code++) {
        texts.add(entries.people().dictionary(attribute).value(code));
      }
    }
    for (ThingAttribute attribute : ThingAttribute.values()) {
      for (Things things : List.of(entries.places(), entries.vehicles())) {
        for (int code = 1; code <= things.dictionary(attribute).size(); code++) {
          texts.add(things.dictionary(attribute).value(code));
        }
      }
    }
    return texts;
  }
}
