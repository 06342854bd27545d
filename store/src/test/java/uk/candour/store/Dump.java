package uk.candour.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.intake.Intaken;
import uk.candour.intake.Tally;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.People;
import uk.candour.record.PersonAttribute;
import uk.candour.record.ThingAttribute;
import uk.candour.record.Things;

/// All that an intake comes to, as lines: the columns as they are, down to the codes of
/// dictionaries.
final class Dump {

  private final List<String> lines = new ArrayList<>();

  private Dump() {}

  static List<String> of(Intaken intaken) {
    var dump = new Dump();
    Entries entries = intaken.entries();
    dump.add("scope", entries.scope());
    entries.sources().forEach(source -> dump.add("source", source));
    entries.inputs().forEach(input -> dump.add("input", input));
    dump.entries(entries);
    dump.people(entries.people(), intaken.characteristics());
    dump.things(entries.places());
    dump.things(entries.vehicles());
    dump.dictionaries(entries);
    dump.sealed(entries, intaken.characteristics());
    for (Tally tally : intaken.tallies()) {
      dump.add(
          "tally",
          List.of(
              tally.source(),
              tally.rows(),
              tally.malformed(),
              tally.test(),
              tally.withoutEntry(),
              tally.repeated(),
              tally.copies(),
              tally.entries(),
              tally.undated(),
              tally.notYetKnown()));
    }
    intaken.notes().forEach(note -> dump.add("note", note));
    var out = new ByteArrayOutputStream();
    try {
      intaken.problems().writeCsv(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dump.lines.addAll(out.toString(StandardCharsets.UTF_8).lines().toList());
    return dump.lines;
  }

  private void add(String what, Object value) {
    lines.add(what + " " + value);
  }

  private void entries(Entries entries) {
    for (int entry = 0; entry < entries.size(); entry++) {
      var line = new StringBuilder(entries.kind(entry).word());
      line.append(' ').append(entries.row(entry));
      for (EntryAttribute attribute : EntryAttribute.values()) {
        line.append(' ').append(entries.raw(attribute, entry));
      }
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        line.append(' ')
            .append(entries.mention(link))
            .append(entries.role(link))
            .append(entries.standing(link));
      }
      for (Things things : List.of(entries.places(), entries.vehicles())) {
        for (int n = 0; n < things.count(entry); n++) {
          line.append(" t").append(things.nth(entry, n));
        }
      }
      lines.add(line.toString());
    }
  }

  private void people(People people, SealedCharacteristics sealed) {
    for (int mention = 0; mention < people.size(); mention++) {
      var line = new StringBuilder("person " + people.row(mention) + " " + people.index(mention));
      for (PersonAttribute attribute : PersonAttribute.values()) {
        line.append(' ');
        if (attribute.storage() == PersonAttribute.Storage.TEXTS) {
          for (int n = 0; n < people.count(attribute, mention); n++) {
            line.append(people.nth(attribute, mention, n)).append('|');
          }
        } else {
          line.append(people.raw(attribute, mention));
        }
      }
      line.append(sealed.stated(mention))
          .append(sealed.observed(mention))
          .append(sealed.nationality(mention));
      lines.add(line.toString());
    }
  }

  private void things(Things things) {
    for (int thing = 0; thing < things.size(); thing++) {
      var line = new StringBuilder("thing " + things.row(thing));
      for (ThingAttribute attribute : ThingAttribute.values()) {
        line.append(' ').append(things.text(attribute, thing));
      }
      lines.add(line.toString());
    }
  }

  private void dictionaries(Entries entries) {
    for (EntryAttribute attribute : EntryAttribute.values()) {
      for (int code = 1; code <= entries.dictionary(attribute).size(); code++) {
        add(attribute.name(), entries.dictionary(attribute).value(code));
      }
    }
    for (PersonAttribute attribute : PersonAttribute.values()) {
      for (int code = 1; code <= entries.people().dictionary(attribute).size(); code++) {
        add(attribute.name(), entries.people().dictionary(attribute).value(code));
      }
    }
  }

  private void sealed(Entries entries, SealedCharacteristics sealed) {
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) == EntryKind.RECORD_CHANGED) {
        add("change", sealed.changes(entry) + " " + sealed.before(entry) + sealed.after(entry));
      }
    }
    sealed.unnamed().forEach(person -> add("unnamed", person));
    sealed.residents().forEach(of -> add("residents", of));
  }
}
