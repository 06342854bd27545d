package uk.candour.record;

/// What a record says of a person it mentions. Ethnicity and nationality are not here: they travel
/// sealed.
public enum PersonAttribute {
  FORENAME(Storage.TEXT),
  MIDDLE(Storage.TEXT),
  SURNAME(Storage.TEXT),
  /// A [PartialDate].
  BORN(Storage.DATE),
  /// The least age in whole years at the entry's date; equal to [#AGE_TO] for a single age.
  AGE_FROM(Storage.NUMBER),
  AGE_TO(Storage.NUMBER),
  /// The date that the age speaks of: a [PartialDate].
  AGE_AT(Storage.DATE),
  /// A [Sex].
  SEX(Storage.CODE),
  ADDRESS(Storage.TEXT),
  POSTCODE(Storage.TEXT),
  /// The district as written.
  AREA(Storage.TEXT),
  SCHOOL(Storage.TEXT),
  /// Identifiers, each as `scheme:value`: `nhs:9990001234`.
  ID(Storage.TEXTS),
  ALIAS(Storage.TEXTS),
  PHONE(Storage.TEXTS),
  EMAIL(Storage.TEXTS),
  HANDLE(Storage.TEXTS);

  /// How a column keeps its values.
  public enum Storage {
    TEXT,
    DATE,
    NUMBER,
    CODE,
    /// Any number of values of one dictionary.
    TEXTS
  }

  private final Storage storage;

  PersonAttribute(Storage storage) {
    this.storage = storage;
  }

  public Storage storage() {
    return storage;
  }
}
