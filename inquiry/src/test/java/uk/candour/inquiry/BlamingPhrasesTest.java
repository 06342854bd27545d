package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.inquiry.BlamingPhrases.Phrase;
import uk.candour.record.Scope;

class BlamingPhrasesTest {

  private static final BlamingPhrases PHRASES = BlamingPhrases.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '`',
      textBlock =
          """
          text                                        | phrase           | reason
          It is a lifestyle choice.                   | lifestyle choice | as listed
          LIFESTYLE  Choice                           | lifestyle choice | case and spaces
          a life-style choice                         | lifestyle choice | a hyphen reads as a space: one error
          a lifestylechoice                           | lifestyle choice | a space missing
          a lifestyl echoice                          | lifestyle choice | a space swapped
          a lifestlye choice                          | lifestyle choice | two letters swapped
          lifestyle choices                           | lifestyle choice | a letter too many at the end
          xlifestyle choice                           | lifestyle choice | a letter too many at the head
          ifestyle choice                             | lifestyle choice | a letter missing at the head
          ilfestyle choice                            | lifestyle choice | two swapped at the head
          lifestile choice                            | lifestyle choice | a letter wrong
          lifestile choise                            |                  | two errors
          lifestyle. Choice of school                 |                  | over the end of a sentence
          her own lifestyle, choice                   | lifestyle choice | a comma reads as a space
          the lifestyle of a choice few               |                  | words between
          a stylish lifestyle choicest                |                  | not as whole words
          streetwise for her age                      | streetwise       | one word
          streetwize for her age                      | streetwise       | one word of seven letters or more with an error
          street wise                                 | streetwise       | a space too many
          a slave                                     | slave            | a short word as listed
          two slaves                                  |                  | a short word may not err
          they salve it                               |                  | a short word may not err
          promiscuös                                  | promiscuous      | accents are taken off: one error is left
          prômiscuous                                 | promiscuous      | accents are taken off
          in  relationship, to be kept under review   | in a relationship | a word of one letter missing
          hard to teach                               |                  | an ordinary phrase one letter away
          hard to reech                               | hard to reach    | no ordinary phrase
          involved in case work                       |                  | an ordinary phrase one letter away
          the recruiter came                          |                  | an ordinary word one letter away
          she said “I am streetwise” to us            |                  | quoted
          she said "I am streetwise" to us            |                  | quoted
          she said 'I am streetwise' to us            |                  | quoted
          she said ‘I’m streetwise’ to us             |                  | quoted, with an apostrophe in it
          the girl's friend is streetwise, it's said  | streetwise       | apostrophes open no quotation
          the girls' friend is streetwise             | streetwise       | nor does a plural's
          "she is streetwise                          | streetwise       | a quotation that never closes
          she says "no" and is streetwise             | streetwise       | outside the quotation
          hard "she said" to reach                    |                  | a quotation divides
          puting herself at risk                      | putting herself at risk | one error
          put herself at risk                         | puts herself at risk    | one letter less
          """)
  void findsWhatBlamesAChild(String text, String phrase, String reason) {
    assertThat(words(PHRASES.in(text))).as(reason).isEqualTo(phrase == null ? "" : phrase);
  }

  @Test
  void ofTwoPhrasesALetterApartTheOneThatIsSpeltRightCounts() {
    assertThat(words(PHRASES.in("became involved in CCE")))
        .isEqualTo("involved in cce; became involved");
  }

  @Test
  void aRemitsPhrasesReplaceTheUsualOnes() {
    var scope = TestRecords.eastmoor().casebook().scope();
    var own =
        BlamingPhrases.of(
            new Scope(
                scope.inquiry(),
                scope.area(),
                scope.neighbours(),
                scope.period(),
                scope.asAt(),
                scope.exploitationConcerns(),
                scope.population(),
                null,
                List.of("Asking for it", "Wild", "-")));

    assertThat(own.phrases()).extracting(Phrase::words).containsExactly("Asking for it", "Wild");
    assertThat(own.in("wild, streetwise, and askng for it")).containsExactly(0, 1);
    assertThat(own.in("a wilt flower")).isEmpty();
  }

  @Test
  void everyPhraseHasItsSourceAndIsFoundAsItStands() {
    List<Phrase> listed = PHRASES.phrases();
    for (int i = 0; i < listed.size(); i++) {
      assertThat(listed.get(i).source()).as(listed.get(i).words()).isNotBlank();
      assertThat(listed.get(i).betterWords()).as(listed.get(i).words()).isNotBlank();
      assertThat(PHRASES.in("so " + listed.get(i).words() + " so")).contains(i);
    }
    assertThat(listed).extracting(Phrase::words).doesNotHaveDuplicates();
  }

  /// Texts made of listed phrases with errors put into them and of ordinary words, against a plain
  /// twin that compares every run of whole words with every phrase by dynamic programming.
  @Test
  void agreesWithAPlainTwin() {
    var random = new Random(20031104);
    for (int n = 0; n < 1500; n++) {
      String text = text(random);
      assertThat(PHRASES.in(text)).as("%s (text %d)", text, n).containsExactly(plainly(text));
    }
  }

  private String text(Random random) {
    var words = new StringBuilder("the");
    int parts = 1 + random.nextInt(4);
    for (int part = 0; part < parts; part++) {
      String[] ordinary = {"at", "in a", "was seen by", "hard", "to", "life", "choice", "risk"};
      var piece =
          new StringBuilder(
              random.nextInt(3) == 0
                  ? ordinary[random.nextInt(ordinary.length)]
                  : PHRASES.phrases().get(random.nextInt(PHRASES.phrases().size())).words());
      for (int errors = random.nextInt(3); errors > 0 && piece.length() > 2; errors--) {
        misspell(random, piece);
      }
      words.append(' ').append(piece);
    }
    return words.toString();
  }

  private static void misspell(Random random, StringBuilder piece) {
    int at = random.nextInt(piece.length() - 1);
    char letter = (char) (random.nextInt(8) == 0 ? ' ' : 'a' + random.nextInt(26));
    switch (random.nextInt(4)) {
      case 0 -> piece.setCharAt(at, letter);
      case 1 -> piece.insert(at, letter);
      case 2 -> piece.deleteCharAt(at);
      default -> {
        char first = piece.charAt(at);
        piece.setCharAt(at, piece.charAt(at + 1));
        piece.setCharAt(at + 1, first);
      }
    }
  }

  private int[] plainly(String text) {
    String[] words = text.trim().split(" +", -1);
    var found = new TreeSet<Integer>();
    for (int from = 0; from < words.length; from++) {
      var exact = new TreeSet<Integer>();
      var near = new TreeSet<Integer>();
      for (int to = from + 1; to <= words.length; to++) {
        String run = String.join(" ", Arrays.copyOfRange(words, from, to));
        for (int phrase = 0; phrase < PHRASES.phrases().size(); phrase++) {
          String wanted = PHRASES.phrases().get(phrase).words();
          int letters = wanted.replace(" ", "").length();
          int distance = distance(run, wanted);
          if (distance == 0) {
            exact.add(phrase);
          } else if (distance == 1
              && letters >= (wanted.indexOf(' ') < 0 ? 7 : 8)
              && !BlamingPhrases.ORDINARY.contains(run)) {
            near.add(phrase);
          }
        }
      }
      found.addAll(exact.isEmpty() ? near : exact);
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int distance(String run, String wanted) {
    if (run.equals(wanted.replace(" a ", " "))) {
      return run.equals(wanted) ? 0 : 1;
    }
    return Math.abs(wanted.length() - run.length()) > 1 ? 2 : alignmentDistance(run, wanted);
  }

  /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
  private static int alignmentDistance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }

  private String words(int[] found) {
    List<String> words = new ArrayList<>();
    for (int phrase : found) {
      words.add(PHRASES.phrases().get(phrase).words());
    }
    return String.join("; ", words);
  }
}
