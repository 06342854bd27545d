package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Sex;
import uk.candour.record.Written;
import uk.candour.store.Recorded;
import uk.candour.store.Unavailable;

/// Every attribute of people, places and vehicles that the contract names (section 2), as it is
/// sent and as it stands in the record.
final class ReportAttributesTest {

  private final Town town = Town.get();

  private Written sent(String what, String json) throws Unavailable {
    String body = "{\"concern\": \"other\", \"text\": \"x\", \"%s\": [%s]}".formatted(what, json);
    var answer = town.visitor("public").json("attribute " + body.hashCode(), body);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    String reference = String.valueOf(Json.read(answer.body()).get("reference"));
    List<Recorded> found = new ArrayList<>();
    town.running.record().stream(
        0,
        act -> {
          if (act.reference().equals(reference)) {
            found.add(act);
          }
        });
    return found.getFirst().written();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id': {'nhs': '999 000 1234'}} | ID nhs:9990001234 | an NHS number without its spaces",
        "{'id': {'upn': 'A1', 'pnc': '80/1X', 'la': '7', 'Own-1': 'z'}}"
            + " | ID upn:A1, ID pnc:80/1X, ID la:7, ID own-1:z | any scheme",
        "{'id': {'la': ['7', '8']}} | ID la:7, ID la:8 | two numbers of one scheme",
        "{'name': 'Ada Mary van Dam'} | FORENAME Ada, MIDDLE Mary, SURNAME van Dam | a whole name",
        "{'name': 'DAM, Ada aka Dizzy'} | FORENAME Ada, SURNAME DAM, ALIAS Dizzy | as files do",
        "{'name': 'Ada Dam', 'surname': 'Noor'}"
            + " | FORENAME Ada, SURNAME Dam, SURNAME Noor | the last counts",
        "{'forename': 'Ada'} | FORENAME Ada | ",
        "{'middle': 'Mary'} | MIDDLE Mary | ",
        "{'surname': 'Dam'} | SURNAME Dam | ",
        "{'alias': 'Dizzy'} | ALIAS Dizzy | ",
        "{'alias': ['Dizzy', 'D']} | ALIAS Dizzy, ALIAS D | a list",
        "{'born': '2012-03-04'} | BORN 2012-03-04 | a day",
        "{'born': '2012-03'} | BORN 2012-03 | a month",
        "{'born': '2012'} | BORN 2012 | a year",
        "{'age': 14} | AGE_FROM 14, AGE_TO 14 | a number",
        "{'age': '14'} | AGE_FROM 14, AGE_TO 14 | a text",
        "{'age': '14-16'} | AGE_FROM 14, AGE_TO 16 | a range",
        "{'age': 'c14'} | AGE_FROM 13, AGE_TO 15 | about",
        "{'age': 'c14-16'} | AGE_FROM 13, AGE_TO 17 | about",
        "{'sex': 'female'} | SEX FEMALE | ",
        "{'sex': 'male'} | SEX MALE | ",
        "{'sex': 'other'} | SEX OTHER | ",
        "{'sex': 'unknown'} | '' | says nothing",
        "{'address': '1 Mill Lane'} | ADDRESS 1 Mill Lane | ",
        "{'postcode': 'ZZ1 1ZZ'} | POSTCODE ZZ1 1ZZ | ",
        "{'area': 'Ridley'} | AREA Ridley | ",
        "{'phone': '07000 000000'} | PHONE 07000 000000 | ",
        "{'phone': ['1', '2']} | PHONE 1, PHONE 2 | a list",
        "{'email': ['a@example.org', 'b@example.org']}"
            + " | EMAIL a@example.org, EMAIL b@example.org | a list",
        "{'email': 'a@example.org'} | EMAIL a@example.org | ",
        "{'handle': '@ada'} | HANDLE @ada | ",
        "{'handle': ['@ada', 'ada2']} | HANDLE @ada, HANDLE ada2 | a list",
        "{'school': 'Hill School'} | SCHOOL Hill School | ",
        "{'ethnicity': 'Indian'} | '' | travels sealed",
        "{'ethnicity-observed': {'codes': 'police-ic', 'code': '4'}} | '' | travels sealed",
        "{'nationality': 'Irish'} | '' | travels sealed",
        "{} | '' | nothing is known",
        "{'surname': null, 'alias': null, 'id': null, 'ethnicity': null} | '' | nothing is said",
        "{'surname': ' ', 'alias': [], 'id': {}} | '' | nothing is said",
      })
  void anAttributeOfAPersonIsKept(String json, String kept, String reason) throws Unavailable {
    for (String what : List.of("children", "suspects", "adults")) {
      Written written = sent(what, json.replace('\'', '"'));

      assertThat(written.people()).hasSize(1);
      assertThat(
              String.join(
                  ", ",
                  written.people().getFirst().values().stream()
                      .map(ReportAttributesTest::shown)
                      .toList()))
          .as(what + " " + json + " " + reason)
          .isEqualTo(kept);
    }
  }

  private static String shown(Written.PersonValue value) {
    String is =
        value.text() != null
            ? value.text()
            : switch (value.attribute()) {
              case BORN -> PartialDate.text(value.number());
              case SEX -> Sex.values()[value.number()].name();
              default -> String.valueOf(value.number());
            };
    return value.attribute() + " " + is;
  }

  @ParameterizedTest
  @CsvSource({
    "convicted, CONVICTED",
    "charged, CHARGED",
    "named, NAMED",
    "intelligence, INTELLIGENCE"
  })
  void aSuspectHasAStanding(String word, String kept) throws Unavailable {
    Written written = sent("suspects", "{\"surname\": \"Dam\", \"standing\": \"" + word + "\"}");

    assertThat(written.people().getFirst().standings())
        .singleElement()
        .satisfies(one -> assertThat(one.standing()).hasToString(kept));
    assertThat(
            town.visitor("public")
                .json(
                    "attribute of a child " + word,
                    "{\"concern\": \"other\", \"text\": \"x\", \"children\": [{\"standing\": \""
                        + word
                        + "\"}]}")
                .statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "places | {'name': 'Arcade'} | NAME Arcade",
        "places | {'kind': 'hotel'} | KIND hotel",
        "places | {'address': '1 Mill Lane'} | ADDRESS 1 Mill Lane",
        "places | {'postcode': 'ZZ1 1ZZ'} | POSTCODE ZZ1 1ZZ",
        "places | {'area': 'Ridley'} | AREA Ridley",
        "vehicles | {'registration': 'ZZ12 ZZZ'} | NAME ZZ12 ZZZ",
        "vehicles | {'kind': 'van'} | KIND van",
      })
  void anAttributeOfAPlaceOrAVehicleIsKept(String what, String json, String kept)
      throws Unavailable {
    Written written = sent(what, json.replace('\'', '"'));

    assertThat(written.things())
        .singleElement()
        .satisfies(thing -> {
          assertThat(thing.vehicle()).isEqualTo(what.equals("vehicles"));
          assertThat(thing.values())
              .singleElement()
              .satisfies(one -> assertThat(one.attribute() + " " + one.text()).isEqualTo(kept));
        });
  }

  /// The attributes above are all that there are, but for the date that an age speaks of.
  @org.junit.jupiter.api.Test
  void noAttributeOfAPersonIsForgotten() {
    assertThat(PersonAttribute.values()).hasSize(17);
  }
}
