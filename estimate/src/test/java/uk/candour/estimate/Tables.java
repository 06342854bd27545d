package uk.candour.estimate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assumptions;

/// Tables that several tests use: published ones, and drawn ones.
final class Tables {

  /// Snowshoe hares caught on six days (Otis et al. 1978, as in Cormack 1989).
  static final String HARE =
      """
      100000 3, 010000 6, 001000 5, 000100 3, 000010 4, 000001 4, 101000 1, 100100 2, 100010 2,
      100001 1, 010100 3, 010010 3, 010001 1, 001001 2, 000110 1, 000101 4, 000011 2, 110010 1,
      110001 1, 101100 1, 101010 1, 011001 2, 010101 3, 010011 1, 001101 1, 001011 1, 000111 1,
      100111 1, 011101 2, 011011 1, 010111 1, 011111 1, 111111 2
      """;

  /// Killings in Kosovo 1999 on four lists (Ball et al. 2002): EXH, ABA, OSCE, HRW.
  static final String KOSOVO =
      """
      1000 1131, 0100 845, 0010 936, 0001 306, 1100 177, 1010 228, 1001 106, 0110 217, 0101 31,
      0011 123, 1110 181, 1101 18, 1011 42, 0111 32, 1111 27
      """;

  /// Potential victims of trafficking, United Kingdom 2013 (Bales, Hesketh and Silverman 2015): LA,
  /// NG, PF, GO, GP, NCA.
  static final String UNITED_KINGDOM =
      """
      100000 54, 010000 463, 001000 907, 000100 695, 000010 316, 000001 57, 110000 15, 101000 19,
      100100 3, 011000 56, 010100 19, 010010 1, 010001 3, 001100 69, 001010 10, 001001 31,
      000110 8, 000101 6, 000011 1, 111000 1, 110100 1, 011100 4, 011001 3, 001101 1, 111100 1
      """;

  private Tables() {}

  /// Reads `history count` pairs, the first digit of a history being the first list.
  static Histories parse(String text) {
    Map<Long, Long> counts = new TreeMap<>();
    int lists = 0;
    for (String pair : text.strip().split(",\\s*", -1)) {
      String[] parts = pair.strip().split(" ", -1);
      lists = parts[0].length();
      long history = 0;
      for (int list = 0; list < lists; list++) {
        history |= parts[0].charAt(list) == '1' ? 1L << list : 0;
      }
      counts.merge(history, Long.parseLong(parts[1]), Long::sum);
    }
    return new Histories(names(lists), counts);
  }

  static List<String> names(int lists) {
    List<String> names = new ArrayList<>();
    for (int list = 0; list < lists; list++) {
      names.add("list" + (char) ('A' + list));
    }
    return names;
  }

  /// So many children, each on each list with its coverage, whatever the others.
  static Histories independent(int children, double[] coverage, RandomGenerator random) {
    Map<Long, Long> counts = new TreeMap<>();
    for (int child = 0; child < children; child++) {
      long history = 0;
      for (int list = 0; list < coverage.length; list++) {
        history |= random.nextDouble() < coverage[list] ? 1L << list : 0;
      }
      if (history != 0) {
        counts.merge(history, 1L, Long::sum);
      }
    }
    return new Histories(names(coverage.length), counts);
  }

  /// A file beside the repository that is not part of it; the test is passed over where it is
  /// absent.
  static Path shared(String name) {
    Path file =
        Path.of(System.getProperty("candour.root", ".."), "..", "..", "shared", "estimate", name);
    if (!Files.exists(file)) {
      file = Path.of(System.getProperty("candour.root", ".."), "..", "shared", "estimate", name);
    }
    Assumptions.assumeTrue(Files.exists(file), "passed over: there is no " + file.normalize());
    return file;
  }
}
