package uk.candour.linkage;

import java.util.Arrays;

/// How many people bear one full name, as far as their dates of birth tell them apart: equal dates,
/// and dates that differ as a slip of the pen makes them differ, count as one.
final class Namesakes {

  private static final int MOST = 64;

  private final int[] namesakes;

  Namesakes(Descriptions people, Births births) {
    namesakes = new int[people.size];
    Names names = people.names;
    long[] keys = new long[people.size];
    for (int d = 0; d < keys.length; d++) {
      boolean whole = people.forename[d] != 0 && people.surname[d] != 0;
      keys[d] =
          whole
              ? Forms.mix(
                  names.spellingHash(people.forename[d]), names.spellingHash(people.surname[d]))
              : 0;
    }
    int[] order = Order.of(keys);
    int[] known = new int[MOST];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && keys[order[to]] == keys[order[from]]) {
        to++;
      }
      if (keys[order[from]] != 0) {
        int[] dates = new int[to - from];
        for (int i = from; i < to; i++) {
          dates[i - from] = births.evidence(people.born[order[i]]);
        }
        int different = different(dates, known);
        for (int i = from; i < to; i++) {
          namesakes[order[i]] = different;
        }
      }
      from = to;
    }
  }

  private static int different(int[] dates, int[] known) {
    Arrays.sort(dates);
    int different = 0;
    int before = 0;
    for (int date : dates) {
      if (date == before || !Days.isFull(date) || different == known.length) {
        continue;
      }
      before = date;
      boolean near = false;
      for (int i = 0; i < different && !near; i++) {
        near =
            Days.areSwapped(date, known[i])
                || Days.partsInCommon(date, known[i]) == 2
                || Days.areOneSlipApart(date, known[i]);
      }
      if (!near) {
        known[different++] = date;
      }
    }
    return different;
  }

  /// 0 or 1 where the dates of birth tell nobody apart.
  int of(int description) {
    return namesakes[description];
  }
}
