package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// How names relate: a table of pairs, each with the reason in words.
class NameRelationTest {

  private record Pair(String one, String other, int relation, String reason) {}

  private static final List<Pair> FORENAMES =
      List.of(
          new Pair("Mohammed", "MUHAMMAD", NameRelation.SPELLING, "one name in Latin letters"),
          new Pair("Mohd", "Mohamed", NameRelation.SPELLING, "written short"),
          new Pair("Aisha", "Ayesha", NameRelation.SPELLING, "one name in Latin letters"),
          new Pair("Zoë", "Zoe", NameRelation.SAME, "a diaeresis is no difference"),
          new Pair("Łukasz", "Lukasz", NameRelation.SAME, "a stroke is no difference"),
          new Pair("Сергей", "Sergey", NameRelation.SPELLING, "Cyrillic in Latin letters"),
          new Pair("Anne-Marie", "Anne Marie", NameRelation.SAME, "a hyphen is a space"),
          new Pair("Anne Marie", "Annemarie", NameRelation.SPELLING, "spaces left out"),
          new Pair("Mr David", "David", NameRelation.SAME, "a title is no name"),
          new Pair("Bob", "Robert", NameRelation.NICKNAME, "English"),
          new Pair("Billy", "William", NameRelation.NICKNAME, "English"),
          new Pair("Peggy", "Margaret", NameRelation.NICKNAME, "English"),
          new Pair("Paddy", "Patrick", NameRelation.NICKNAME, "Irish"),
          new Pair("Siobhan", "Joan", NameRelation.NICKNAME, "Irish and English form"),
          new Pair("Shug", "Hugh", NameRelation.NICKNAME, "Scottish"),
          new Pair("Dai", "Dafydd", NameRelation.NICKNAME, "Welsh"),
          new Pair("Shaf", "Shafiq", NameRelation.NICKNAME, "South Asian"),
          new Pair("Taz", "Tariq", NameRelation.NICKNAME, "South Asian"),
          new Pair("Kasia", "Katarzyna", NameRelation.NICKNAME, "Polish"),
          new Pair("Abdi", "Abdirahman", NameRelation.NICKNAME, "Somali"),
          new Pair("Charlotte", "Charlote", NameRelation.SPELLING, "in the table of spellings"),
          new Pair("Jessica", "Jesscia", NameRelation.CLOSE, "two letters swapped"),
          new Pair("Chloe", "Chlpe", NameRelation.CLOSE, "one key beside"),
          new Pair("Mohammed Imran", "Imran", NameRelation.PART, "the call name alone"),
          new Pair("J", "Jessica", NameRelation.INITIAL, "an initial"),
          new Pair("J", "Rebecca", NameRelation.DIFFERENT, "another initial"),
          new Pair("Hassan", "Hussain", NameRelation.ALIKE, "alike, and two names"),
          new Pair("Aisha", "Maryam", NameRelation.DIFFERENT, "two names"),
          new Pair(
              "Sean", "Ian", NameRelation.DIFFERENT, "both may be John, and are two brothers"));

  private static final List<Pair> SURNAMES =
      List.of(
          new Pair("O'Brien", "OBrien", NameRelation.SAME, "apostrophe"),
          new Pair("O Brien", "O'Brien", NameRelation.SAME, "space for apostrophe"),
          new Pair("O\u2019Connor", "o'connor", NameRelation.SAME, "curly apostrophe"),
          new Pair("Mac Donald", "McDonald", NameRelation.SPELLING, "Mac is Mc"),
          new Pair("MacDonagh", "McDonagh", NameRelation.SPELLING, "Mac is Mc"),
          new Pair("Kowalski", "Kowalska", NameRelation.SPELLING, "his and her surname"),
          new Pair("Novak", "Nováková", NameRelation.SPELLING, "her Czech surname"),
          new Pair("Ivanov", "Ivanova", NameRelation.SPELLING, "his and her surname"),
          new Pair("Choudhury", "Chaudhry", NameRelation.SPELLING, "one name in Latin letters"),
          new Pair("Hussain", "Hussein", NameRelation.SPELLING, "one name in Latin letters"),
          new Pair("Smith-Jones", "Smith", NameRelation.PART, "one half of two"),
          new Pair("de la Cruz", "Cruz", NameRelation.PART, "particles left out"),
          new Pair("Armitage", "Armitgae", NameRelation.CLOSE, "two letters swapped"),
          new Pair("Bob", "Robert", NameRelation.DIFFERENT, "no nicknames among surnames"),
          new Pair("Khan", "Begum", NameRelation.DIFFERENT, "two names"));

  @Test
  void forenamesRelateAsPeopleUseThem() {
    Names names = new Names();
    NameRelation relation = new NameRelation(names);
    for (Pair pair : FORENAMES) {
      int one = names.forename(pair.one());
      int other = names.forename(pair.other());
      assertThat(relation.ofForenames(one, other))
          .as("%s and %s: %s", pair.one(), pair.other(), pair.reason())
          .isEqualTo(relation.ofForenames(other, one))
          .satisfies(found ->
              assertThat(found == pair.relation() || isAsGood(found, pair.relation()))
                  .as("found %d, expected %d", found, pair.relation())
                  .isTrue());
    }
  }

  /// A spelling that the table does not hold may still be a slip away.
  private static boolean isAsGood(int found, int expected) {
    return expected == NameRelation.SPELLING
        && (found == NameRelation.SAME || found == NameRelation.CLOSE);
  }

  @Test
  void surnamesRelateAsPeopleUseThem() {
    Names names = new Names();
    NameRelation relation = new NameRelation(names);
    for (Pair pair : SURNAMES) {
      int one = names.surname(pair.one());
      int other = names.surname(pair.other());
      assertThat(relation.ofSurnames(one, other))
          .as("%s and %s: %s", pair.one(), pair.other(), pair.reason())
          .isEqualTo(pair.relation());
    }
  }

  @Test
  void whatNamesNobodyIsNoName() {
    Names names = new Names();
    for (String nobody :
        List.of(
            "Unknown", "UNKNOWN", "N/K", "Not known", "Baby", "Twin 1", "Baby of", "xxx", "-")) {
      assertThat(names.forename(nobody)).as(nobody).isZero();
    }
    assertThat(names.surname("unknown")).isZero();
    assertThat(names.forename("Baby of Sarah")).isEqualTo(names.forename("Sarah"));
  }

  /// The quick answer from letters and lengths must never hide a likeness.
  @Test
  void namesThatAreClearlyDifferentAreDifferent() {
    Names names = new Names();
    Random random = new Random(7);
    int[] all = new int[400];
    for (int i = 0; i < all.length; i++) {
      int community = BoroughNames.community(random);
      String name = BoroughNames.forename(random, community, random.nextBoolean());
      all[i] = names.forename(random.nextInt(4) == 0 ? BoroughNames.also(random, name) : name);
    }
    NameRelation relation = new NameRelation(names);
    int told = 0;
    for (int a : all) {
      for (int b : all) {
        if (a != b && names.areClearlyDifferent(a, b)) {
          told++;
          assertThat(relation.slowly(a, b, true))
              .as("%s and %s", names.forms().text(a), names.forms().text(b))
              .isEqualTo(NameRelation.DIFFERENT);
        }
      }
    }
    assertThat(told).isGreaterThan(10_000);
  }

  @Test
  void theTablesAreLargeAndSound() {
    int pairs = 0;
    for (String[] forms : NameTable.read("nicknames.csv")) {
      pairs += forms.length - 1;
    }
    assertThat(pairs).isGreaterThan(400);
    assertThat(NameTable.read("spellings.csv")).hasSizeGreaterThan(200);
  }
}
