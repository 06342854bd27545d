package uk.candour.inquiry;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import uk.candour.record.Scope;

/// Finds the phrases that blame a child in what a record says.
///
/// A phrase is found as whole words in the normalised text: lower case, no accents, one space
/// between words, hyphens and commas read as spaces, apostrophes left out; no phrase runs over the
/// end of a sentence. One spelling error is allowed over the phrase (a letter or a space wrong, too
/// many, missing, or two neighbours swapped: an optimal string alignment distance of 1; a word of
/// one letter goes with its space) where it has eight letters or more, seven for a single word, and
/// never where what stands there is an ordinary phrase of its own: `hard to teach` is not `hard to
/// reach`.
///
/// **Quoted words are not looked at**: a child's own words, and those of others whom the record
/// quotes, in “ ”, ‘ ’, " " or ' '.
///
/// Most words begin no phrase, so a table from the first three characters at a word's start to the
/// phrases that could begin there, one error included, leaves a few comparisons a hundred words.
public final class BlamingPhrases {

  /// What is one letter away from a phrase and means something else.
  static final Set<String> ORDINARY =
      Set.of(
          "hard to teach",
          "hard to preach",
          "hard to breach",
          "hard to each",
          "involved in case",
          "involved in use",
          "money rule",
          "most have known",
          "just have known",
          "plucking",
          "slugging",
          "recruiter");

  private static final int LETTERS_FOR_AN_ERROR = 8;
  private static final int LETTERS_OF_A_WORD_FOR_AN_ERROR = 7;
  private static final int SYMBOLS = 40;
  private static final int ANY = -1;
  private static final int[] NONE = {};
  private static final byte SPACE = ' ';
  private static final byte SENTENCE_END = '.';
  private static final byte DOUBLE = '"';
  private static final byte APOSTROPHE = '\'';
  private static final byte OPEN_DOUBLE = 1;
  private static final byte CLOSE_DOUBLE = 2;
  private static final byte OPEN_SINGLE = 3;
  private static final byte CLOSE_SINGLE = 4;
  private static final byte[] FOLDED = folded();
  private static final byte[] SYMBOL = symbols();

  /// A phrase with what to write instead (empty where nobody said) and where that was read.
  public record Phrase(String words, String betterWords, String source) {}

  private final List<Phrase> phrases;
  private final byte[][] spelling;
  private final boolean[] mayErr;
  private final int[][] startingWith = new int[SYMBOLS * SYMBOLS * SYMBOLS][];
  private byte[] text = new byte[1024];
  private int length;

  BlamingPhrases(List<Phrase> phrases) {
    this.phrases = List.copyOf(phrases);
    this.spelling = new byte[phrases.size()][];
    this.mayErr = new boolean[phrases.size()];
    for (int i = 0; i < phrases.size(); i++) {
      normalise(phrases.get(i).words());
      spelling[i] = Arrays.copyOfRange(text, 1, Math.max(1, length - 1));
      int letters = 0;
      for (byte letter : spelling[i]) {
        letters += letter == SPACE ? 0 : 1;
      }
      boolean oneWord = letters == spelling[i].length;
      mayErr[i] = letters >= (oneWord ? LETTERS_OF_A_WORD_FOR_AN_ERROR : LETTERS_FOR_AN_ERROR);
    }
    fillStarts();
  }

  /// The phrases that ship with the product.
  public static BlamingPhrases standard() {
    return new BlamingPhrases(
        CsvResource.rows("blaming-phrases.csv").stream()
            .map(row -> new Phrase(row.get(0), row.get(1), row.get(2)))
            .toList());
  }

  /// The phrases of an inquiry: those of its remit, or the ones that ship with the product.
  static BlamingPhrases of(Scope scope) {
    List<String> language = scope.language();
    return language == null
        ? standard()
        : new BlamingPhrases(
            language.stream()
                .map(words -> new Phrase(words, "", "the inquiry's remit"))
                .filter(phrase -> phrase.words().chars().anyMatch(Character::isLetterOrDigit))
                .toList());
  }

  /// The phrases looked for, by their numbers.
  List<Phrase> phrases() {
    return phrases;
  }

  /// The phrases that a text holds, in order, each once: for whoever is writing it. For use by any
  /// number of threads.
  public synchronized List<Phrase> found(String words) {
    return Arrays.stream(in(words)).mapToObj(phrases::get).toList();
  }

  /// The numbers of the phrases that a text holds, in order, each once. Of two phrases that begin
  /// at one word and differ by a letter the one that is spelt right counts.
  int[] in(String words) {
    normalise(words);
    int[] found = NONE;
    for (int at = 1; at + 2 < length; at++) {
      if (text[at - 1] == SPACE) {
        int[] candidates = startingWith[start(text[at], text[at + 1], text[at + 2])];
        if (candidates.length > 0) {
          found = with(found, foundAt(at, candidates));
        }
      }
    }
    return found;
  }

  private int[] foundAt(int at, int[] candidates) {
    int[] near = NONE;
    int[] exact = NONE;
    for (int phrase : candidates) {
      switch (distance(at, phrase)) {
        case 0 -> exact = with(exact, new int[] {phrase});
        case 1 -> near = with(near, new int[] {phrase});
        default -> {}
      }
    }
    return exact.length > 0 ? exact : near;
  }

  private static int[] with(int[] some, int[] more) {
    if (more.length == 0) {
      return some;
    }
    if (some.length == 0) {
      return more;
    }
    return IntStream.concat(Arrays.stream(some), Arrays.stream(more)).sorted().distinct().toArray();
  }

  /// 0 or 1 where the phrase stands at a word's start with so many errors, else 2.
  private int distance(int at, int phrase) {
    byte[] wanted = spelling[phrase];
    int equal = 0;
    while (equal < wanted.length && text[at + equal] == wanted[equal]) {
      equal++;
    }
    if (equal == wanted.length && text[at + equal] == SPACE) {
      return 0;
    }
    if (!mayErr[phrase]) {
      return 2;
    }
    int here = at + equal;
    int end = -1;
    if (follows(wanted, equal, here + 1)) {
      end = here + 1 + wanted.length - equal;
    } else if (equal < wanted.length && follows(wanted, equal + 1, here + 1)) {
      end = here + wanted.length - equal;
    } else if (equal < wanted.length && follows(wanted, equal + 1, here)) {
      end = here + wanted.length - equal - 1;
    } else if (equal + 1 < wanted.length
        && text[here] == wanted[equal + 1]
        && text[here + 1] == wanted[equal]
        && follows(wanted, equal + 2, here + 2)) {
      end = here + wanted.length - equal;
    }
    if (end < 0 && isOneLetterWord(wanted, equal) && follows(wanted, equal + 2, here)) {
      end = here + wanted.length - equal - 2;
    }
    if (end < 0) {
      return 2;
    }
    String written = new String(text, at, end - at, StandardCharsets.US_ASCII);
    return ORDINARY.contains(written) ? 2 : 1;
  }

  /// Whether a word of one letter begins here: with the letter left out its spaces are one.
  private static boolean isOneLetterWord(byte[] wanted, int at) {
    return at + 1 < wanted.length
        && wanted[at + 1] == SPACE
        && (at == 0 || wanted[at - 1] == SPACE);
  }

  /// Whether the rest of a phrase stands in the text and a word ends there.
  private boolean follows(byte[] wanted, int from, int at) {
    int rest = wanted.length - from;
    return at + rest < length
        && text[at + rest] == SPACE
        && Arrays.equals(wanted, from, wanted.length, text, at, at + rest);
  }

  /// Writes the normalised text between two spaces, with the end of a sentence as a word of its
  /// own.
  private void normalise(String words) {
    byte[] plain = ascii(words);
    if (text.length < plain.length * 3 + 8) {
      text = new byte[plain.length * 3 + 8];
    }
    length = 0;
    text[length++] = SPACE;
    for (int i = 0; i < plain.length; i++) {
      byte folded = FOLDED[plain[i]];
      if (folded > SENTENCE_END) {
        text[length++] = folded;
      } else if (folded == SPACE) {
        endWord();
      } else if (folded == SENTENCE_END) {
        endSentence();
      } else {
        int close = closingQuote(plain, i);
        if (close > i) {
          endSentence();
          i = close;
        } else if (plain[i] != APOSTROPHE && plain[i] != OPEN_SINGLE && plain[i] != CLOSE_SINGLE) {
          endWord();
        }
      }
    }
    endWord();
    // Room to read beyond the end of the text without asking each time.
    Arrays.fill(text, length, Math.min(text.length, length + 4), SPACE);
  }

  private void endWord() {
    if (text[length - 1] != SPACE) {
      text[length++] = SPACE;
    }
  }

  private void endSentence() {
    endWord();
    text[length++] = SENTENCE_END;
    text[length++] = SPACE;
  }

  /// The text without accents, its curly quotation marks as bytes of our own, and whatever else is
  /// not ASCII as spaces.
  private static byte[] ascii(String words) {
    byte[] utf8 = words.getBytes(StandardCharsets.UTF_8);
    if (utf8.length == words.length()) {
      return utf8;
    }
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKD);
    byte[] ascii = new byte[plain.length()];
    int size = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        ascii[size++] =
            switch (c) {
              case '“' -> OPEN_DOUBLE;
              case '”' -> CLOSE_DOUBLE;
              case '‘' -> OPEN_SINGLE;
              case '’' -> CLOSE_SINGLE;
              default -> c < 128 ? (byte) c : SPACE;
            };
      }
    }
    return Arrays.copyOf(ascii, size);
  }

  /// Where the quotation that opens here closes, or -1 where none opens or it does not close. A
  /// single quotation mark opens before a word and not within one, and closes after one: the other
  /// uses of the character are apostrophes.
  private static int closingQuote(byte[] words, int at) {
    return switch (words[at]) {
      case DOUBLE -> indexOf(words, DOUBLE, at + 1);
      case OPEN_DOUBLE -> indexOf(words, CLOSE_DOUBLE, at + 1);
      case OPEN_SINGLE -> closingSingle(words, at, CLOSE_SINGLE);
      case APOSTROPHE ->
          at == 0 || !isWord(words[at - 1]) ? closingSingle(words, at, APOSTROPHE) : -1;
      default -> -1;
    };
  }

  private static int closingSingle(byte[] words, int at, byte mark) {
    if (at + 1 >= words.length || words[at + 1] <= SPACE) {
      return -1;
    }
    for (int i = indexOf(words, mark, at + 1); i >= 0; i = indexOf(words, mark, i + 1)) {
      boolean beforeWord = i + 1 < words.length && isWord(words[i + 1]);
      if (words[i - 1] > SPACE && !beforeWord) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOf(byte[] words, byte mark, int from) {
    for (int i = from; i < words.length; i++) {
      if (words[i] == mark) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isWord(byte letter) {
    return FOLDED[letter] > SENTENCE_END;
  }

  /// What each ASCII character is read as: letters and digits in lower case, the end of a sentence,
  /// zero for what may be a quotation mark, else a space.
  private static byte[] folded() {
    byte[] folded = new byte[128];
    Arrays.fill(folded, SPACE);
    for (byte letter = 'a'; letter <= 'z'; letter++) {
      folded[letter] = letter;
      folded[letter - 'a' + 'A'] = letter;
    }
    for (byte digit = '0'; digit <= '9'; digit++) {
      folded[digit] = digit;
    }
    for (byte end : new byte[] {'.', '!', '?'}) {
      folded[end] = SENTENCE_END;
    }
    for (byte mark :
        new byte[] {DOUBLE, APOSTROPHE, OPEN_DOUBLE, CLOSE_DOUBLE, OPEN_SINGLE, CLOSE_SINGLE}) {
      folded[mark] = 0;
    }
    return folded;
  }

  /// Enters each phrase under every three symbols that it may begin with, one error included.
  private void fillStarts() {
    Arrays.fill(startingWith, NONE);
    for (int phrase = 0; phrase < spelling.length; phrase++) {
      int one = symbol(phrase, 0);
      int two = symbol(phrase, 1);
      int three = symbol(phrase, 2);
      mayStart(phrase, one, two, ANY); // the error, if any, comes later
      mayStart(phrase, one, ANY, three); // the second is wrong
      mayStart(phrase, one, ANY, two); // one too many before the second
      mayStart(phrase, one, three, ANY); // the second is missing, or swapped with the third
      mayStart(phrase, ANY, two, three); // the first is wrong
      mayStart(phrase, ANY, one, two); // one too many at the head
      mayStart(phrase, two, three, ANY); // the first is missing
      mayStart(phrase, two, one, ANY); // the first two are swapped
      if (isOneLetterWord(spelling[phrase], 0)) {
        mayStart(phrase, three, symbol(phrase, 3), symbol(phrase, 4)); // the first word is missing
      }
    }
  }

  private void mayStart(int phrase, int first, int second, int third) {
    if (first == ANY) {
      for (int any = 0; any < SYMBOLS; any++) {
        mayStart(phrase, any, second, third);
      }
    } else if (second == ANY) {
      for (int any = 0; any < SYMBOLS; any++) {
        mayStart(phrase, first, any, third);
      }
    } else if (third == ANY) {
      for (int any = 0; any < SYMBOLS; any++) {
        mayStart(phrase, first, second, any);
      }
    } else {
      int start = (first * SYMBOLS + second) * SYMBOLS + third;
      startingWith[start] = with(startingWith[start], new int[] {phrase});
    }
  }

  private int symbol(int phrase, int at) {
    return at < spelling[phrase].length ? SYMBOL[spelling[phrase][at]] : SYMBOL[SPACE];
  }

  private static int start(byte first, byte second, byte third) {
    return (SYMBOL[first] * SYMBOLS + SYMBOL[second]) * SYMBOLS + SYMBOL[third];
  }

  /// Space, letters, digits and the end of a sentence as numbers from 0.
  private static byte[] symbols() {
    byte[] symbols = new byte[128];
    for (int letter = 'a'; letter <= 'z'; letter++) {
      symbols[letter] = (byte) (letter - 'a' + 1);
    }
    for (int digit = '0'; digit <= '9'; digit++) {
      symbols[digit] = (byte) (digit - '0' + 27);
    }
    symbols[SENTENCE_END] = 37;
    return symbols;
  }
}
