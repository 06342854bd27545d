package uk.candour.synth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The residents of the borough at two censuses, by age range, sex and group: the denominators of
/// an inquiry. Every group has the same ages, so that the shares are those of [Community].
final class Residents {

  /// Residents for each person of the files.
  private static final int FOR_EACH = 18;

  private static final int[] YEARS = {2001, 2011};
  private static final int[] FROM = {0, 5, 10, 15, 18, 25, 45, 65};
  private static final double[] SHARES = {.061, .060, .063, .038, .088, .272, .250, .168};

  private Residents() {}

  /// Writes a file for each census.
  static void write(Settings settings, Path folder) throws IOException {
    for (int year : YEARS) {
      try (BufferedWriter out =
          Files.newBufferedWriter(folder.resolve("population_" + year + ".csv"))) {
        out.write("area_code,census,age_from,age_to,sex,ethnic_group,residents\n");
        for (int age = 0; age < FROM.length; age++) {
          for (String sex : List.of("F", "M")) {
            for (Map.Entry<String, Double> group : groups().entrySet()) {
              out.write(
                  String.join(
                          ",",
                          Area.EASTMOOR.code(),
                          "" + year,
                          "" + FROM[age],
                          "" + (age + 1 < FROM.length ? FROM[age + 1] - 1 : 110),
                          sex,
                          group.getKey(),
                          "" + count(settings, year, age, group.getValue()))
                      + "\n");
            }
          }
        }
      }
    }
  }

  /// Residents under 18 at the later census, summed as an inquiry sums them.
  static int under18(Settings settings) {
    int sum = 0;
    for (int age = 0; FROM[age] < 18; age++) {
      for (double share : groups().values()) {
        sum += 2 * count(settings, YEARS[1], age, share);
      }
    }
    return sum;
  }

  private static int count(Settings settings, int year, int age, double share) {
    double all = settings.population() * FOR_EACH * (year == YEARS[0] ? .95 : 1);
    return (int) (all * SHARES[age] * share / 2 + .5);
  }

  /// The groups of the DfE's list by their names there; some are of several communities.
  private static Map<String, Double> groups() {
    Map<String, Double> groups = new LinkedHashMap<>();
    for (Community community : Community.values()) {
      groups.merge(community.group(), community.share(), Double::sum);
    }
    return groups;
  }
}
