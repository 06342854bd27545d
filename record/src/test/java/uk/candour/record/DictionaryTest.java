package uk.candour.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DictionaryTest {

  @Test
  void agreesWithAHashMapOverManyValues() {
    var dictionary = new Dictionary();
    Map<String, Integer> twin = new HashMap<>();
    var random = new Random(11);
    for (int i = 0; i < 50_000; i++) {
      String value = "Ł" + Integer.toString(random.nextInt(20_000), 36) + "é";
      int code = dictionary.code(value);
      assertThat(twin.computeIfAbsent(value, v -> twin.size() + 1)).isEqualTo(code);
    }
    assertThat(dictionary.size()).isEqualTo(twin.size());
    twin.forEach((value, code) -> {
      assertThat(dictionary.value(code)).isEqualTo(value);
      assertThat(dictionary.find(value)).isEqualTo(code);
    });
    assertThat(dictionary.find("never given")).isEqualTo(Dictionary.NOT_RECORDED);
  }

  @Test
  void notRecordedIsNeverTheEmptyString() {
    assertThatThrownBy(() -> new Dictionary().code("")).hasMessageContaining("not recorded is 0");
    assertThatThrownBy(() -> new Dictionary().value(0)).hasMessageContaining("code 0");
  }
}
