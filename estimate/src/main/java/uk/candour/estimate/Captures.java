package uk.candour.estimate;

/// What is known of the children seen: on which lists each of them stands ([Histories]), or merely
/// how often each was seen ([CaptureCounts]).
public sealed interface Captures permits Histories, CaptureCounts {

  /// How many children were seen at least once.
  long observed();
}
