package uk.candour.record;

/// What a record says of a place or a vehicle; all are text. A place has a name, a kind, an
/// address, a postcode and an area; a vehicle a registration (kept as [#NAME]) and a kind.
public enum ThingAttribute {
  NAME,
  KIND,
  ADDRESS,
  POSTCODE,
  AREA
}
