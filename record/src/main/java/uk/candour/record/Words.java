package uk.candour.record;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the constant that a remit or a record names by its word, without regard to case.
final class Words {

  private Words() {}

  static <T> @Nullable T find(T[] constants, Function<T, String> word, String wanted) {
    for (T constant : constants) {
      if (word.apply(constant).equalsIgnoreCase(wanted)) {
        return constant;
      }
    }
    return null;
  }
}
