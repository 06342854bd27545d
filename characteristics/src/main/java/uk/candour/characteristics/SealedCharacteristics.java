package uk.candour.characteristics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The protected values of an inquiry's records, in columns beside the record's own.
///
/// Mentions and entries are numbered as the record numbers them. A number that nobody sealed
/// anything for has no value. What a person stated of himself and what somebody else judged by
/// appearance are two columns, and nothing here ever adds them together.
public final class SealedCharacteristics {

  private final List<Characteristic> values;
  private final IntList stated;
  private final IntList observed;
  private final IntList nationality;
  private final IntList changed;
  private final IntList before;
  private final IntList after;
  private final List<Unnamed> unnamed;
  private final List<ResidentsOfGroup> residents;

  private SealedCharacteristics(Builder builder) {
    this.values = List.copyOf(builder.codes.keySet());
    this.stated = builder.stated;
    this.observed = builder.observed;
    this.nationality = builder.nationality;
    this.changed = builder.changed;
    this.before = builder.before;
    this.after = builder.after;
    this.unnamed = List.copyOf(builder.unnamed);
    this.residents = List.copyOf(builder.residents);
  }

  /// The ethnicity that the mentioned person, or a parent, stated; null where not recorded.
  public @Nullable Characteristic stated(int mention) {
    return value(stated.get(mention));
  }

  /// The ethnicity that somebody else judged by appearance; null where not recorded.
  public @Nullable Characteristic observed(int mention) {
    return value(observed.get(mention));
  }

  /// The nationality as the source words it; null where not recorded.
  public @Nullable Characteristic nationality(int mention) {
    return value(nationality.get(mention));
  }

  /// Whether the entry is a change of a protected field.
  public boolean changes(int entry) {
    return changed.get(entry) != 0;
  }

  /// The value before a change of a protected field; null where the field was blank.
  public @Nullable Characteristic before(int entry) {
    return value(before.get(entry));
  }

  /// The value after a change of a protected field; null where the field was left blank.
  public @Nullable Characteristic after(int entry) {
    return value(after.get(entry));
  }

  /// People of whom a row says nothing but a protected value. The record knows no such mention.
  public List<Unnamed> unnamed() {
    return unnamed;
  }

  /// Residents by group, as the remit's population files give them.
  public List<ResidentsOfGroup> residents() {
    return residents;
  }

  private @Nullable Characteristic value(int code) {
    return code == 0 ? null : values.get(code - 1);
  }

  /// Somebody of whom a row says nothing but a protected value.
  ///
  /// @param entry the first entry of the row that mentions the person
  /// @param row the global row
  /// @param role the word of the role: `suspect`
  public record Unnamed(
      int entry,
      int row,
      String role,
      @Nullable Characteristic stated,
      @Nullable Characteristic observed,
      @Nullable Characteristic nationality) {}

  /// Seals values while the record's own columns are filled. Not for use by several threads.
  public static final class Builder {

    private final Map<Characteristic, Integer> codes = new LinkedHashMap<>();
    private final IntList stated = new IntList();
    private final IntList observed = new IntList();
    private final IntList nationality = new IntList();
    private final IntList changed = new IntList();
    private final IntList before = new IntList();
    private final IntList after = new IntList();
    private final List<Unnamed> unnamed = new ArrayList<>();
    private final List<ResidentsOfGroup> residents = new ArrayList<>();

    /// Seals what a mention says of ethnicity and nationality. A value that the mention has already
    /// is kept: a repeated row fills gaps and overrules nothing.
    public void mention(
        int mention,
        @Nullable Characteristic stated,
        @Nullable Characteristic observed,
        @Nullable Characteristic nationality) {
      fill(this.stated, mention, stated);
      fill(this.observed, mention, observed);
      fill(this.nationality, mention, nationality);
    }

    /// Seals a change of a protected field; null is blank.
    public void change(int entry, @Nullable Characteristic before, @Nullable Characteristic after) {
      changed.set(entry, 1);
      fill(this.before, entry, before);
      fill(this.after, entry, after);
    }

    public void unnamed(Unnamed person) {
      unnamed.add(person);
    }

    public void residents(ResidentsOfGroup of) {
      residents.add(of);
    }

    /// The envelope; the builder is not to be used afterwards.
    public SealedCharacteristics seal() {
      return new SealedCharacteristics(this);
    }

    private void fill(IntList column, int at, @Nullable Characteristic value) {
      if (value != null && column.get(at) == 0) {
        column.set(at, codes.computeIfAbsent(value, _ -> codes.size() + 1));
      }
    }
  }

  /// A column of ints that reads as zero wherever nothing was set.
  private static final class IntList {

    private int[] values = new int[64];

    int get(int at) {
      return at < values.length ? values[at] : 0;
    }

    void set(int at, int value) {
      if (at >= values.length) {
        values = Arrays.copyOf(values, Math.max(at + 1, values.length + (values.length >> 1)));
      }
      values[at] = value;
    }
  }
}
