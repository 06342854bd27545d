package uk.candour.server.access;

import java.util.Locale;
import java.util.stream.Stream;

/// What somebody is here as; each account has one. The columns of `access.csv` in their order.
public enum UserRole {
  /// Nobody signed in.
  PUBLIC("Public"),
  REPORTER("Reporter"),
  DECISION_MAKER("Decision maker"),
  MANAGER("Manager"),
  HEAD_OF_SERVICE("Head of service"),
  SCRUTINEER("Independent scrutineer"),
  ANALYST("Analyst"),
  AUDITOR("Auditor"),
  ADMINISTRATOR("Administrator");

  private final String title;

  UserRole(String title) {
    this.title = title;
  }

  /// As it is written on a page: `Head of service`.
  public String title() {
    return title;
  }

  /// As it is written in the table and in a form: `head-of-service`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The role of a word.
  ///
  /// @throws IllegalArgumentException where there is none
  public static UserRole ofWord(String word) {
    return Stream.of(values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no role"));
  }
}
