package uk.candour.inquiry;

import org.jspecify.annotations.Nullable;

/// Words that every breakdown shares.
final class Keys {

  /// The key of what the records do not say.
  static final String NOT_RECORDED = "not-recorded";

  private Keys() {}

  /// The value, or `not-recorded` where there is none.
  static String orNotRecorded(@Nullable String value) {
    return value == null ? NOT_RECORDED : value;
  }
}
