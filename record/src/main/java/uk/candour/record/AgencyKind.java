package uk.candour.record;

import org.jspecify.annotations.Nullable;

/// What kind of body holds a source.
public enum AgencyKind {
  SOCIAL_CARE("social-care"),
  POLICE("police"),
  HEALTH("health"),
  SCHOOL("school"),
  YOUTH("youth"),
  CARE_HOME("care-home"),
  VOLUNTARY("voluntary"),
  COURT("court"),
  PARTNERSHIP("partnership");

  private final String word;

  AgencyKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static @Nullable AgencyKind ofWord(String word) {
    return Words.find(values(), AgencyKind::word, word);
  }
}
