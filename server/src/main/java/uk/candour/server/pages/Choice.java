package uk.candour.server.pages;

/// One of several answers that a page offers.
public record Choice(String value, String words, String hint, boolean chosen) {}
