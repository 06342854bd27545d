package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A source made to match everybody: thousands of unknown people born on one placeholder day, one
/// surname in a fifth of all rows, twins, a phone that forty share. No cluster joins two NHS
/// numbers.
final class FloodTest {

  private static final String REMIT =
      """
      inquiry: Flood
      area: {code: X08000001, name: Eastmoor}
      period: {from: 1997-01-01, to: 2013-12-31}
      as-at: 2014-05-31
      sources:
        - name: contacts
          agency: social care
          kind: social-care
          file: contacts.csv
          entry: report-made
          map:
            report.id: id
            report.recorded: {column: on, format: yyyy-MM-dd}
            report.concern: {constant: exploitation}
            child.forename: forename
            child.surname: surname
            child.born: {column: born, format: dd/MM/yyyy}
            child.id.nhs: nhs
            child.phone: phone
            child.address: address
      """;

  private static final List<String> FORENAMES =
      List.of(
          "Amy", "Bea", "Cara", "Dawn", "Ella", "Fay", "Gwen", "Hope", "Iris", "Joan", "Kay",
          "Lily");
  private static final List<String> SURNAMES =
      List.of(
          "Ashby", "Birch", "Carver", "Dunmore", "Eastley", "Farrow", "Grange", "Harlow", "Ingle");

  @Test
  void noClusterJoinsTwoNhsNumbers(@TempDir Path folder) throws IOException {
    var random = new Random(5000);
    var file = new StringBuilder("id,on,forename,surname,born,nhs,phone,address\n");
    int id = 0;
    for (int i = 0; i < 5000; i++) {
      file.append("%d,2003-05-09,,Unknown,01/01/1900,,,\n".formatted(++id));
    }
    for (int i = 0; i < 3000; i++) {
      String surname = i % 5 == 0 ? "Khan" : SURNAMES.get(random.nextInt(SURNAMES.size()));
      String nhs = i % 3 == 0 ? "" : nhsNumber(random.nextInt(600));
      String phone = i < 40 ? "07700 900123" : "";
      file.append(
          "%d,2004-02-0%d,%s,%s,%02d/%02d/19%d,%s,%s,%d Mill Lane\n"
              .formatted(
                  ++id,
                  1 + random.nextInt(9),
                  FORENAMES.get(random.nextInt(FORENAMES.size())),
                  surname,
                  1 + random.nextInt(28),
                  1 + random.nextInt(12),
                  85 + random.nextInt(10),
                  nhs,
                  phone,
                  1 + random.nextInt(60)));
    }
    for (int i = 0; i < 20; i++) {
      for (String twin : List.of("Ruth", "Rhoda")) {
        file.append(
            "%d,2005-03-01,%s,Twinley,%02d/06/1990,%s,,%d Weir Close\n"
                .formatted(++id, twin, i + 1, nhsNumber(700 + 2 * i + twin.length() % 2), i));
      }
    }
    Files.writeString(folder.resolve("contacts.csv"), file);
    Files.writeString(folder.resolve("remit.yaml"), REMIT);
    Path out = Product.inquiry(folder.resolve("remit.yaml"), folder.resolve("out"));

    List<List<String>> rows = Csv.read(folder.resolve("contacts.csv"));
    Map<String, Set<String>> numbers = new HashMap<>();
    for (List<String> line : Csv.read(out.resolve("clusters.csv")).stream().skip(1).toList()) {
      List<String> row = rows.get(Integer.parseInt(line.get(1)));
      if (!row.get(5).isEmpty()) {
        numbers.computeIfAbsent(line.get(4), cluster -> new HashSet<>()).add(row.get(5));
      }
    }
    assertThat(numbers.values()).as("NHS numbers of a cluster").allMatch(of -> of.size() == 1);
    assertThat(numbers).as("clusters with an NHS number").hasSizeGreaterThan(500);
  }

  /// A number of the test range with its check digit.
  private static String nhsNumber(int n) {
    for (int serial = 999_000_000 + n * 11; ; serial++) {
      int sum = 0;
      String digits = Integer.toString(serial);
      for (int i = 0; i < 9; i++) {
        sum += (digits.charAt(i) - '0') * (10 - i);
      }
      int check = 11 - sum % 11;
      if (check != 10) {
        return digits + check % 11;
      }
    }
  }
}
