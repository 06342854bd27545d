package uk.candour.benchmarks;

import java.util.List;

/// One mention of a person by an agency, as the agency wrote it, with the person it truly is. An
/// empty text is not recorded; dates are packed as [uk.candour.linkage.PersonColumns] has them, 0
/// for none.
///
/// @param truth the number of the person
/// @param suspect whether the row names the person as a suspect; else as a child
/// @param origin the origin of the person's names
/// @param source the agency's number
/// @param row the agency's row, which may mention another person too
/// @param ageFrom -1 where no age is recorded
record BoroughRow(
    int truth,
    boolean suspect,
    NameOrigin origin,
    int source,
    int row,
    String forename,
    String middle,
    String surname,
    List<String> aliases,
    int born,
    int ageFrom,
    int ageTo,
    int ageAt,
    int sex,
    String address,
    String postcode,
    String area,
    String school,
    List<String> identifiers,
    List<String> phones,
    List<String> emails,
    List<String> handles) {

  BoroughRow {
    aliases = List.copyOf(aliases);
    identifiers = List.copyOf(identifiers);
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
    handles = List.copyOf(handles);
  }
}
