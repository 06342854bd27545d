package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of a remit's maps, from `rules.txt`: each with a source of a few rows, what they
/// become, and what is listed. That a report of a youth project is made to nobody is left out.
class RuleTest {

  @TempDir Path folder;

  record Rule(String reason, Map<String, List<String>> parts) {

    String text(String part) {
      return String.join("\n", lines(part));
    }

    List<String> lines(String part) {
      return parts.getOrDefault(part, List.of());
    }

    @Override
    public String toString() {
      return reason;
    }
  }

  static Stream<Rule> rules() throws IOException {
    String text;
    try (InputStream in = RuleTest.class.getResourceAsStream("/rules.txt")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Rule> rules = new ArrayList<>();
    List<String> part = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("== ")) {
        rules.add(new Rule(line.substring(3), new HashMap<>()));
        part = new ArrayList<>();
      } else if (line.startsWith("-- ")) {
        part = new ArrayList<>();
        rules.getLast().parts().put(line.substring(3), part);
      } else {
        part.add(line);
      }
    }
    return rules.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(Rule rule) {
    Intaken intaken =
        new Borough(folder).source(rule.text("rows") + "\n", rule.text("remit")).read();
    List<String> lines =
        Borough.lines(intaken.entries()).stream()
            .map(line -> line.replace(" MADE_TO=0", ""))
            .toList();
    assertThat(lines).containsExactlyElementsOf(written(rule, "entries"));
    assertThat(Borough.problems(intaken)).containsExactlyElementsOf(written(rule, "problems"));
  }

  private static List<String> written(Rule rule, String part) {
    return rule.lines(part).stream().filter(line -> !line.isBlank()).toList();
  }
}
