package uk.candour.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.candour.linkage.PersonColumns;

class SecondBoroughTest {

  private static final List<BoroughRow> ROWS = SecondBorough.rows(20_000, 7);

  @Test
  void theSameSeedGivesTheSameRows() {
    assertThat(SecondBorough.rows(3_000, 5)).isEqualTo(SecondBorough.rows(3_000, 5));
    assertThat(SecondBorough.rows(3_000, 5)).isNotEqualTo(SecondBorough.rows(3_000, 6));
  }

  @Test
  void everyOriginAndEveryAgencyHasRows() {
    Map<NameOrigin, Integer> origins = new TreeMap<>();
    Map<Integer, Integer> sources = new TreeMap<>();
    for (BoroughRow row : ROWS) {
      origins.merge(row.origin(), 1, Integer::sum);
      sources.merge(row.source(), 1, Integer::sum);
    }
    assertThat(origins)
        .hasSize(6)
        .allSatisfy((origin, rows) -> assertThat(rows).isGreaterThan(200));
    assertThat(sources).hasSize(10);
    assertThat(ROWS).hasSizeBetween(20_000, 20_001);
  }

  @Test
  void noRowMentionsOnePersonTwice() {
    Set<List<Integer>> seen = new HashSet<>();
    for (BoroughRow row : ROWS) {
      assertThat(seen.add(List.of(row.source(), row.row(), row.truth()))).isTrue();
    }
  }

  @Test
  void numbersOfTheHealthServiceBelongToOnePersonAndMostAreValid() {
    Map<String, Integer> owner = new HashMap<>();
    int valid = 0;
    int all = 0;
    for (BoroughRow row : ROWS) {
      for (String identifier : row.identifiers()) {
        if (identifier.startsWith("nhs:")) {
          all++;
          if (isValidNhs(identifier.substring(4))) {
            valid++;
            assertThat(owner.merge(identifier, row.truth(), (a, b) -> a)).isEqualTo(row.truth());
          }
        }
      }
    }
    assertThat((double) valid / all).isBetween(0.985, 0.9999);
  }

  private static boolean isValidNhs(String number) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (number.charAt(i) - '0');
    }
    return (sum + number.charAt(9) - '0') % 11 == 0;
  }

  @Test
  void someRowsHoldWhatLinkageFindsHard() {
    Map<String, Set<Integer>> byPhone = new HashMap<>();
    int forenameAlone = 0;
    int agesOnly = 0;
    int placeholders = 0;
    int years = 0;
    for (BoroughRow row : ROWS) {
      for (String phone : row.phones()) {
        byPhone.computeIfAbsent(phone, key -> new HashSet<>()).add(row.truth());
      }
      forenameAlone += row.surname().isEmpty() ? 1 : 0;
      agesOnly += row.born() == 0 && row.ageFrom() > 0 ? 1 : 0;
      placeholders += row.born() >>> 9 == 1900 ? 1 : 0;
      years += row.born() != 0 && (row.born() & 511) == 0 ? 1 : 0;
    }
    assertThat(byPhone.values()).anySatisfy(people -> assertThat(people).hasSizeGreaterThan(40));
    assertThat(forenameAlone).isGreaterThan(800);
    assertThat(agesOnly).isGreaterThan(1_500);
    assertThat(placeholders).isGreaterThan(100);
    assertThat(years).isGreaterThan(500);
  }

  @Test
  void columnsHoldWhatTheRowsHold() {
    PersonColumns columns = BoroughColumns.of(ROWS);
    assertThat(columns.size()).isEqualTo(ROWS.size());
    for (int record = 0; record < columns.size(); record += 97) {
      BoroughRow row = ROWS.get(record);
      int code = columns.surname().code(record);
      assertThat(code == 0 ? "" : columns.surname().value(code)).isEqualTo(row.surname());
      assertThat(columns.phones().count(record)).isEqualTo(row.phones().size());
      assertThat(columns.born().applyAsInt(record)).isEqualTo(row.born());
    }
  }
}
