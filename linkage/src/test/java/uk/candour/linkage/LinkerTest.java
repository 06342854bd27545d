package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Who is one person and who is not, among the records of an ordinary borough that every case is
/// put into.
class LinkerTest {

  /// An ordinary borough, then the records of a case.
  private static final class Case {
    final Records records = new Borough(41, 250, 60, 700, 1).records;
    final int first = records.size();

    Case with(String... attributes) {
      String[] all = new String[attributes.length + 2];
      System.arraycopy(attributes, 0, all, 0, attributes.length);
      all[attributes.length] = "row";
      all[attributes.length + 1] = Integer.toString(1_000_000 + records.size());
      records.add(all);
      return this;
    }

    Linked link() {
      return Linker.link(records.columns(), 2, done -> {});
    }

    /// Whether the nth and the mth record of the case are one person.
    boolean areOne(Linked linked, Linking linking, int n, int m) {
      int[] personOf = linked.personOf(linking);
      return personOf[first + n] == personOf[first + m];
    }
  }

  @Test
  void namesThatVaryAndADateThatAgreesAreOnePerson() {
    Case c =
        new Case()
            .with("forename", "Elizabeth", "surname", "Thackeray-Moss", "born", "1991-04-23")
            .with("forename", "Lizzie", "surname", "Thackeray Moss", "born", "1991-04-23")
            .with("forename", "Thackeray-Moss", "surname", "Elizabeth", "born", "1991-04-23")
            .with("forename", "Elizabeth", "surname", "Thackeray-Moss", "born", "1991-04")
            .with("forename", "Elizabteh", "surname", "Thackeray", "born", "1991-04-23");
    Linked linked = c.link();
    for (int n : new int[] {1, 2, 3, 4}) {
      assertThat(c.areOne(linked, Linking.CENTRAL, 0, n)).as("record %d", n).isTrue();
    }
  }

  @Test
  void twinsAtOneAddressAreTwo() {
    Case c = new Case();
    for (String forename : new String[] {"Hassan", "Hussain", "Amelia", "Jessica"}) {
      for (int i = 0; i < 3; i++) {
        c.with(
            "forename", forename,
            "surname", "Pemberworth",
            "born", "1992-06-17",
            "address", "14 Quarry Street",
            "postcode", "ZE4 3PQ",
            "phone", "07700900555",
            "school", i == 0 ? "Netherby Academy" : "");
      }
    }
    Linked linked = c.link();
    for (Linking linking : Linking.values()) {
      for (int a = 0; a < 12; a++) {
        for (int b = 0; b < a; b++) {
          assertThat(c.areOne(linked, linking, a, b))
              .as("%s: records %d and %d", linking, a, b)
              .isEqualTo(a / 3 == b / 3);
        }
      }
    }
  }

  @Test
  void siblingsAtOneAddressAreTwo() {
    Case c = new Case();
    for (int child = 0; child < 3; child++) {
      for (int i = 0; i < 2; i++) {
        c.with(
            "forename", new String[] {"Sarah", "Sophie", "Samuel"}[child],
            "surname", "Ollerthwaite",
            "born", new String[] {"1990-02-11", "1991-12-30", "1993-08-04"}[child],
            "address", "3 Mill Road",
            "postcode", "ZE1 1AB",
            "phone", "07700900777");
      }
    }
    Linked linked = c.link();
    for (Linking linking : Linking.values()) {
      for (int a = 0; a < 6; a++) {
        for (int b = 0; b < a; b++) {
          assertThat(c.areOne(linked, linking, a, b)).as("%d %d", a, b).isEqualTo(a / 2 == b / 2);
        }
      }
    }
  }

  @Test
  void twoMentionsOfOneRowAreTwoPeople() {
    Case c = new Case();
    c.records.add(
        "forename", "Obadiah", "surname", "Wraithmell", "born", "1988-01-31", "row", "5000000");
    c.records.add(
        "forename", "Obadiah", "surname", "Wraithmell", "born", "1988-01-31", "row", "5000000");
    Linked linked = c.link();
    for (Linking linking : Linking.values()) {
      assertThat(c.areOne(linked, linking, 0, 1)).as(linking.toString()).isFalse();
    }
  }

  @Test
  void differentNhsNumbersAreTwoWhateverElseAgrees() {
    Case c =
        new Case()
            .with("forename", "Obadiah", "surname", "Wraithmell", "born", "1988-01-31")
            .with(
                "forename",
                "Obadiah",
                "surname",
                "Wraithmell",
                "born",
                "1988-01-31",
                "id",
                "nhs:9434765919")
            .with(
                "forename",
                "Obadiah",
                "surname",
                "Wraithmell",
                "born",
                "1988-01-31",
                "id",
                "nhs:9434765870");
    Linked linked = c.link();
    for (Linking linking : Linking.values()) {
      assertThat(c.areOne(linked, linking, 1, 2)).as(linking.toString()).isFalse();
    }
  }

  @Test
  void oneNhsNumberJoinsWhatIsWrittenDifferently() {
    Case c =
        new Case()
            .with(
                "forename",
                "Wilhelmina",
                "surname",
                "Oakenshaw",
                "born",
                "1993-05-02",
                "id",
                "nhs:9434765919")
            .with(
                "forename",
                "Mina",
                "surname",
                "Farrow",
                "born",
                "1993-05-20",
                "id",
                "nhs:9434765919");
    assertThat(c.areOne(c.link(), Linking.CENTRAL, 0, 1)).isTrue();
  }

  private static final String[] STREETS =
      ("Ackrill Bellamy Corbet Dunmore Eccles Fenwick Garrick Hanbury Ingram Jerrold Kimble Lovell"
              + " Mowbray Norwood Orchard Purcell Quiller Rowntree Sandys Tempest Underhill Vesey"
              + " Whitlock Yelland Zouch Aldous Bramwell Cheyne Dallow Esdaile Fothergill Gresham"
              + " Hallam Isbister Jessel Kemble Lascelles Maitland Neville Osgood")
          .split(" ", -1);

  @Test
  void aPhoneSharedByFortyIsNoEvidence() {
    Case c = new Case();
    Random random = new Random(1);
    for (int i = 0; i < 40; i++) {
      int community = BoroughNames.community(random);
      c.with(
          "forename",
          BoroughNames.forename(random, community, true),
          "surname",
          BoroughNames.surname(random, community) + "-" + STREETS[i],
          "born",
          (1985 + i % 15) + "-0" + (1 + i % 9) + "-1" + i % 10,
          "phone",
          "01632960999");
    }
    Linked linked = c.link();
    for (Linking linking : Linking.values()) {
      for (int a = 0; a < 40; a++) {
        for (int b = 0; b < a; b++) {
          assertThat(c.areOne(linked, linking, a, b)).as("%d %d", a, b).isFalse();
        }
      }
    }
    for (Explanation.Line line : linked.explain(c.first, c.first + 1).lines()) {
      assertThat(line.comparison()).isNotEqualTo("phone");
    }
  }

  @Test
  void aPhoneOrAnAddressAloneLinksNobody() {
    Case c =
        new Case()
            .with("phone", "07700900444", "sex", "female", "area", "Ridley")
            .with("phone", "07700900444", "sex", "female", "area", "Ridley", "age", "14")
            .with("address", "9 Forge Lane", "postcode", "ZE9 9ZZ")
            .with("address", "9 Forge Lane", "postcode", "ZE9 9ZZ", "sex", "male");
    Linked linked = c.link();
    for (Linking linking : Linking.values()) {
      assertThat(c.areOne(linked, linking, 0, 1)).isFalse();
      assertThat(c.areOne(linked, linking, 2, 3)).isFalse();
    }
  }

  @Test
  void aForenameAndAnAgeArePlacedWhereOnePersonFits() {
    Case c =
        new Case()
            .with(
                "forename",
                "Ottoline",
                "surname",
                "Farthing",
                "born",
                "1991-03-03",
                "school",
                "Ridley Academy",
                "area",
                "Ridley")
            .with(
                "forename",
                "Ottoline",
                "age",
                "14",
                "at",
                "2005-06-01",
                "school",
                "Ridley Academy",
                "area",
                "Ridley");
    assertThat(c.areOne(c.link(), Linking.CENTRAL, 0, 1)).isTrue();
  }

  @Test
  void aForenameAndAnAgeAreDoubtfulWhereSeveralFit() {
    Case c = new Case();
    int month = 1;
    for (String surname : new String[] {"Farthing", "Marlowe", "Quenby", "Tolliver"}) {
      c.with(
          "forename",
          "Georgia",
          "surname",
          surname,
          "born",
          "1991-0" + month + "-1" + 2 * month,
          "school",
          "Ridley Academy",
          "area",
          "Ridley");
      month++;
    }
    c.with(
        "forename",
        "Georgia",
        "age",
        "14",
        "at",
        "2005-06-01",
        "school",
        "Ridley Academy",
        "area",
        "Ridley");
    Linked linked = c.link();
    int placed = 0;
    for (int n = 0; n < 4; n++) {
      placed += c.areOne(linked, Linking.CENTRAL, n, 4) ? 1 : 0;
    }
    assertThat(placed).isZero();
    Linked.Links links = linked.links();
    for (int e = 0; e < links.size(); e++) {
      if (links.right()[e] == c.first + 4) {
        assertThat(links.probability()[e]).isLessThan(0.5f);
      }
    }
  }

  @Test
  void aFloodOfUnknownsJoinsNobodyAndNoClusterHoldsTwoNhsNumbers() {
    Records records = new Borough(77, 800, 200, 3_000, 1).records;
    int ordinary = records.size();
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      records.add(
          "forename",
          "Unknown",
          "surname",
          i % 2 == 0 ? "Unknown" : "",
          "born",
          "1900-01-01",
          "id",
          i % 3 == 0 ? "nhs:" + nhs(random) : "",
          "row",
          Integer.toString(1_000_000 + i));
    }
    for (int i = 0; i < ordinary / 4; i++) {
      int community = BoroughNames.community(random);
      records.add(
          "forename",
          BoroughNames.forename(random, community, random.nextBoolean()),
          "surname",
          "Khan",
          "born",
          (1985 + random.nextInt(15)) + "-0" + (1 + random.nextInt(9)) + "-15",
          "id",
          random.nextBoolean() ? "nhs:" + nhs(random) : "",
          "row",
          Integer.toString(2_000_000 + i));
    }
    Linked linked = Linker.link(records.columns(), 2, done -> {});
    for (Linking linking : Linking.values()) {
      int[] personOf = linked.personOf(linking);
      Map<Integer, String> numberOf = new HashMap<>();
      Map<Integer, Integer> sizes = new HashMap<>();
      for (int r = 0; r < records.size(); r++) {
        sizes.merge(personOf[r], 1, Integer::sum);
        for (String id : records.get(r).getOrDefault("id", "").split(";", -1)) {
          if (id.startsWith("nhs:") && Numbers.isNhs(id.substring(4))) {
            String known = numberOf.putIfAbsent(personOf[r], id);
            assertThat(known == null || known.equals(id))
                .as("%s: person %d has %s and %s", linking, personOf[r], known, id)
                .isTrue();
          }
        }
      }
      for (int r = ordinary; r < ordinary + 5_000; r++) {
        assertThat(sizes.get(personOf[r])).as("size of the person of an unknown").isLessThan(3);
      }
    }
    assertThat(linked.largestBlocks()).isNotEmpty();
  }

  private static String nhs(Random random) {
    while (true) {
      String nine = String.valueOf(400_000_000 + random.nextInt(99_999_999));
      for (char check = '0'; check <= '9'; check++) {
        if (Numbers.isNhs(nine + check)) {
          return nine + check;
        }
      }
    }
  }

  @Test
  void nobodyAtAllIsNobody() {
    Linked linked = Linker.link(new Records().columns(), 2, done -> {});
    assertThat(linked.personOf(Linking.CENTRAL)).isEmpty();
    assertThat(linked.links().size()).isZero();
    Linked one = Linker.link(new Records().add("forename", "Ada").columns(), 1, done -> {});
    assertThat(one.personOf(Linking.CENTRAL)).containsExactly(0);
  }
}
