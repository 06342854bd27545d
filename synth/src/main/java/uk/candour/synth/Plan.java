package uk.candour.synth;

import java.util.Arrays;

/// The events that will become the rows of one file, kept as columns until they are written in the
/// order in which they were recorded.
final class Plan {

  private static final Concern[] CONCERNS = Concern.values();

  private int size;
  private int[] recorded = new int[1024];
  private int[] happened = new int[1024];
  private int[] person = new int[1024];
  private byte[] concern = new byte[1024];
  private long[] order = {};

  void add(int recordedOn, int happenedOn, int about, Concern what) {
    if (size == recorded.length) {
      int larger = size * 2;
      recorded = Arrays.copyOf(recorded, larger);
      happened = Arrays.copyOf(happened, larger);
      person = Arrays.copyOf(person, larger);
      concern = Arrays.copyOf(concern, larger);
    }
    recorded[size] = recordedOn;
    happened[size] = happenedOn;
    person[size] = about;
    concern[size] = (byte) what.ordinal();
    size++;
  }

  int size() {
    return size;
  }

  /// Puts the events in the order of their recording; those of one day stay as they were added.
  void sort() {
    order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = ((long) recorded[i] << 32) | i;
    }
    Arrays.sort(order);
  }

  int recorded(int i) {
    return recorded[event(i)];
  }

  int happened(int i) {
    return happened[event(i)];
  }

  int person(int i) {
    return person[event(i)];
  }

  Concern concern(int i) {
    return CONCERNS[concern[event(i)]];
  }

  private int event(int i) {
    return (int) order[i];
  }
}
