package uk.candour.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A column of ints in pages, appended by row; a page that nobody wrote to costs nothing and reads
/// as zero, "not recorded". So forty columns of which a row fills six cost what six cost.
final class IntColumn {

  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;

  private int[] @Nullable [] pages = new int[16][];

  int get(int row) {
    int page = row >>> PAGE_BITS;
    if (page >= pages.length) {
      return 0;
    }
    int[] values = pages[page];
    return values == null ? 0 : values[row & PAGE - 1];
  }

  void set(int row, int value) {
    int page = row >>> PAGE_BITS;
    if (page >= pages.length) {
      if (value == 0) {
        return;
      }
      pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
    }
    int[] values = pages[page];
    if (values == null) {
      if (value == 0) {
        return;
      }
      values = new int[PAGE];
      pages[page] = values;
    }
    values[row & PAGE - 1] = value;
  }
}
