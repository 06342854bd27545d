package uk.candour.linkage;

/// Jaro-Winkler as its papers define it, the plain way: the twin that [JaroWinkler] is tested
/// against.
final class PlainJaroWinkler {

  private PlainJaroWinkler() {}

  static double similarity(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.equals(b) ? 1 : 0;
    }
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    boolean[] takenA = new boolean[a.length()];
    boolean[] takenB = new boolean[b.length()];
    int matches = 0;
    for (int j = 0; j < b.length(); j++) {
      for (int i = 0; i < a.length(); i++) {
        if (!takenA[i] && Math.abs(i - j) <= reach && a.charAt(i) == b.charAt(j)) {
          takenA[i] = true;
          takenB[j] = true;
          matches++;
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    StringBuilder commonA = new StringBuilder();
    StringBuilder commonB = new StringBuilder();
    for (int i = 0; i < a.length(); i++) {
      commonA.append(takenA[i] ? a.substring(i, i + 1) : "");
    }
    for (int j = 0; j < b.length(); j++) {
      commonB.append(takenB[j] ? b.substring(j, j + 1) : "");
    }
    int outOfOrder = 0;
    for (int k = 0; k < matches; k++) {
      outOfOrder += commonA.charAt(k) == commonB.charAt(k) ? 0 : 1;
    }
    double m = matches;
    double jaro = (m / a.length() + m / b.length() + (m - outOfOrder / 2.0) / m) / 3;
    int prefix = 0;
    while (prefix < 4
        && prefix < Math.min(a.length(), b.length())
        && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro > 0.7 ? jaro + 0.1 * prefix * (1 - jaro) : jaro;
  }
}
