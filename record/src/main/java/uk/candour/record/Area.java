package uk.candour.record;

/// A district: its ONS code and its name.
public record Area(String code, String name) {}
