package uk.candour.linkage;

import java.util.HashMap;
import java.util.Map;

/// What dates of birth are worth, learnt from how often each is recorded.
///
/// A date that far more people share than its year can explain (01/01/1900 on thousands of rows) is
/// a **placeholder** and says nothing. A day of the year that is recorded several times too often
/// (1 January, the first of a month) is **soft**: somebody knew the year or the month and filled in
/// the rest, so the date speaks for its year or month alone.
final class Births {

  private static final double DAYS = 365.25;
  private static final int LEAST_PLACEHOLDER = 8;
  private static final double PLACEHOLDER_TIMES = 20;
  private static final int LEAST_SOFT = 8;
  private static final double SOFT_TIMES = 4;

  private final Map<Integer, int[]> counts = new HashMap<>();
  private final int[] years = new int[10_000];
  private final int[] daysOfYear = new int[16 * 32];
  private final boolean[] soft = new boolean[16 * 32];
  private boolean softFirsts;
  private int total;

  /// Counts a full date once for one person.
  void count(int date) {
    if (!Days.isFull(date)) {
      return;
    }
    counts.computeIfAbsent(date, d -> new int[1])[0]++;
    years[Days.year(date)]++;
    daysOfYear[date & 511]++;
    total++;
  }

  /// Decides which dates and days of the year to distrust, once all are counted.
  void settle() {
    for (Map.Entry<Integer, int[]> entry : counts.entrySet()) {
      if (isPlaceholder(entry.getKey())) {
        daysOfYear[entry.getKey() & 511] -= entry.getValue()[0];
      }
    }
    int firsts = 0;
    for (int month = 1; month <= 12; month++) {
      for (int day = 1; day <= 31; day++) {
        int count = daysOfYear[(month << 5) | day];
        int strictness = month == 1 && day == 1 ? 1 : 2;
        soft[(month << 5) | day] =
            count >= LEAST_SOFT * strictness && count > SOFT_TIMES * strictness * total / DAYS;
      }
      firsts += soft[(month << 5) | 1] ? 0 : daysOfYear[(month << 5) | 1];
    }
    softFirsts = firsts >= 2 * LEAST_SOFT && firsts > SOFT_TIMES * 12 * total / DAYS;
  }

  /// How many full dates were counted.
  int total() {
    return total;
  }

  boolean isPlaceholder(int date) {
    int[] count = counts.get(date);
    return count != null
        && count[0] >= LEAST_PLACEHOLDER
        && count[0] > PLACEHOLDER_TIMES * expected(date, count[0]);
  }

  /// How many people the date's neighbouring years would put on one day, the date's own count left
  /// out.
  private double expected(int date, int own) {
    return Math.max(0.01, (around(Days.year(date)) - own) / 3.0 / DAYS);
  }

  private int around(int year) {
    return years[Math.max(0, year - 1)] + years[year] + years[Math.min(9_999, year + 1)];
  }

  /// The date as evidence: 0 for a placeholder, the year or the month alone for a soft day.
  int evidence(int date) {
    if (!Days.isFull(date)) {
      return date;
    }
    if (isPlaceholder(date)) {
      return 0;
    }
    if (soft[date & 511]) {
      return Days.of(Days.year(date), 0, 0);
    }
    return softFirsts && Days.day(date) == 1 ? Days.of(Days.year(date), Days.month(date), 0) : date;
  }

  /// The share of people born on a date, for a person taken at random.
  double share(int date) {
    double byYear = (around(Days.year(date)) + 1) / 3.0 / DAYS;
    int[] own = counts.get(date);
    double count = own == null ? 0 : own[0];
    double people = count > 4 + 4 * byYear ? count : byYear;
    return Math.min(1, people / (total + 1.0));
  }

  /// The share of people born in a year.
  double yearShare(int year) {
    return Math.min(1, (around(year) + 1) / 3.0 / (total + 1.0));
  }
}
