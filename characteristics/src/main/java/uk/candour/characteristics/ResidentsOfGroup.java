package uk.candour.characteristics;

/// A number of residents of one area, year, age range and group.
///
/// @param area the area's code
/// @param sex `female` or `male`, or nothing for all
/// @param group a label (`Pakistani`) or a broad group (`Asian`) of the code lists
public record ResidentsOfGroup(
    String area, int year, int ageFrom, int ageTo, String sex, String group, long count) {}
