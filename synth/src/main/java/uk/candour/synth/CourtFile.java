package uk.candour.synth;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.candour.synth.Clerk.Habits;
import uk.candour.synth.Story.Network;

/// The crown court's register: convictions of some networks' members, among others.
final class CourtFile extends Agency {

  private static final DateTimeFormatter ISO = Clerk.dates("yyyy-MM-dd");

  private static final List<String> COLUMNS =
      List.of(
          "case_ref",
          "sentenced",
          "surname",
          "forenames",
          "dob",
          "pnc",
          "sex",
          "self_defined",
          "address",
          "offence_group",
          "offence");

  private record Sentence(Person person, int day, boolean exploitation) {}

  CourtFile(Borough borough) {
    super(borough);
  }

  void write() throws IOException {
    Source source = Source.CONVICTIONS;
    CsvRows rows = new CsvRows(borough.file(source), COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "T", COLUMNS).tidy()) {
      for (Sentence sentence : sentences()) {
        Person person = sentence.person();
        Chance chance = borough.chance("sentence", person.id());
        Written convicted = clerk.write(person, sentence.day(), Habits.CAREFUL, ISO, chance);
        file.mention("suspect", 1, person.id());
        file.put("sentenced", date(sentence.day(), ISO));
        file.put("surname", convicted.surname());
        file.put("forenames", (convicted.forename() + " " + convicted.middle()).strip());
        file.put("dob", convicted.born());
        file.put("pnc", chance.yes(.9) ? person.policeNumber() : "");
        file.put("sex", person.female() ? "F" : "M");
        boolean stated = chance.yes(.7);
        file.put("self_defined", stated ? person.community().police() : "");
        file.put("address", convicted.address());
        file.put("offence_group", sentence.exploitation() ? "child exploitation" : "other");
        file.put("offence", sentence.exploitation() ? "SX" + chance.between(1, 5) : "VI2");
        truth.suspectRow(stated);
        if (stated) {
          truth.ethnicityUsable().set(person.id());
        }
        if (sentence.exploitation()) {
          Fact fact = new Fact(source, file.row(), sentence.day(), Days.NONE, Concern.EXPLOITATION);
          fact.suspects = new int[] {person.id()};
          fact.conviction = true;
          truth.fact(fact);
          truth.surnamed().set(person.id());
          truth.convicted().set(person.id());
        }
        file.end(sentence.day());
      }
    }
  }

  private List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    for (Network network : story.networks()) {
      Chance chance = borough.chance("trial", network.number());
      for (int suspect : network.suspects()) {
        if (network.convicted() != Days.NONE && chance.yes(.65)) {
          sentences.add(new Sentence(story.suspect(suspect), network.convicted(), true));
        }
      }
    }
    int others = borough.settings().population() / 100;
    for (int i = 0; i < others; i++) {
      Chance chance = borough.chance("other trial", i);
      Person person = town.family(chance.below(town.families()))[chance.yes(.85) ? 1 : 0];
      int day = chance.between(Story.FIRST_DAY, Story.LAST_DAY);
      sentences.add(new Sentence(person, day, false));
    }
    sentences.sort(
        Comparator.comparingInt(Sentence::day)
            .thenComparingInt(sentence -> sentence.person().id()));
    return sentences;
  }
}
