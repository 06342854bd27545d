package uk.candour.synth;

import java.util.List;

/// The free text of a row: the bland sentences of an office, some of which blame the child.
final class Notes {

  private static final List<String> BLAND =
      List.of(
          "Seen at contact point. Attendance discussed.",
          "Telephone call received. Details as above.",
          "Passed to duty for information.",
          "Family known to services. No new concerns stated.",
          "Discussed with line manager.",
          "Home visit offered for next week.",
          "Carer informed by telephone.",
          "Awaiting reply from the other agency.",
          "Returned home the same evening.",
          "Copied to file.",
          "School informed. To be reviewed at the next meeting.",
          "Gifts and a new telephone mentioned.",
          "Collected by car by an adult not known to the family.",
          "Worried about adults at the address.",
          "Information shared at the weekly meeting.");

  /// Phrases that lay the blame on a child; the remit lists the same.
  private static final List<String> BLAMING =
      List.of(
          "placing herself at risk",
          "placing himself at risk",
          "lifestyle choice",
          "risky choices",
          "hard to reach",
          "streetwise",
          "associating with",
          "in a relationship with",
          "keeps going missing");

  private static final List<String> AROUND =
      List.of(
          "Worker's view: %s.",
          "Considered to be %s at this time.",
          "Noted again as %s. No change to plan.",
          "File note: %s, to be kept under review.");

  private Notes() {}

  static String bland(Chance chance) {
    return chance.yes(0.3) ? "" : chance.pick(BLAND);
  }

  /// A sentence with a phrase that blames a child, now and then misspelt by one letter.
  static String blaming(boolean female, Chance chance) {
    String phrase = chance.pick(BLAMING);
    if (phrase.endsWith("self at risk")) {
      phrase = female ? BLAMING.get(0) : BLAMING.get(1);
    }
    if (chance.yes(0.15)) {
      int at = insideAWord(phrase, chance);
      phrase = phrase.substring(0, at) + phrase.substring(at + 1);
    }
    return String.format(chance.pick(AROUND), phrase)
        + (chance.yes(0.4) ? " " + chance.pick(BLAND) : "");
  }

  /// A letter between two others, so that every word is still there without it.
  private static int insideAWord(String phrase, Chance chance) {
    while (true) {
      int at = chance.between(1, phrase.length() - 2);
      if (!phrase.substring(at - 1, at + 2).contains(" ")) {
        return at;
      }
    }
  }
}
