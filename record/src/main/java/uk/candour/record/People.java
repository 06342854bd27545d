package uk.candour.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.candour.record.PersonAttribute.Storage;

/// The people that rows mention, each as its row describes them, in columns. A mention is not a
/// person: two mentions may be one child, and only a linking says so.
public final class People {

  private int size;
  private final IntColumn rows = new IntColumn();
  private final IntColumn indexes = new IntColumn();
  private final IntColumn[] columns = new IntColumn[PersonAttribute.values().length];
  private final Dictionary[] dictionaries = new Dictionary[columns.length];
  private final int[][] listOffsets = new int[columns.length][];
  private final int[][] listValues = new int[columns.length][];

  People() {
    for (PersonAttribute attribute : PersonAttribute.values()) {
      int i = attribute.ordinal();
      columns[i] = new IntColumn();
      dictionaries[i] = new Dictionary();
      listOffsets[i] = new int[2];
      listValues[i] = new int[4];
    }
  }

  /// How many mentions there are; they are numbered from 0 in the order of their rows.
  public int size() {
    return size;
  }

  /// The global row that mentions the person.
  public int row(int mention) {
    return rows.get(mention);
  }

  /// Which of its role in its row the mention is, from 1: 2 for `suspect[2]`.
  public int index(int mention) {
    return indexes.get(mention);
  }

  /// The raw int of a single-valued attribute: 0 is not recorded.
  public int raw(PersonAttribute attribute, int mention) {
    if (attribute.storage() == Storage.TEXTS) {
      throw new IllegalArgumentException(attribute + " has any number of values; ask for count");
    }
    return columns[attribute.ordinal()].get(mention);
  }

  public boolean has(PersonAttribute attribute, int mention) {
    return attribute.storage() == Storage.TEXTS
        ? count(attribute, mention) > 0
        : raw(attribute, mention) != 0;
  }

  /// A text value, or null where it is not recorded.
  public @Nullable String text(PersonAttribute attribute, int mention) {
    int code = raw(attribute, mention);
    return code == 0 ? null : dictionary(attribute).value(code);
  }

  /// A whole number, or -1 where it is not recorded.
  public int number(PersonAttribute attribute, int mention) {
    return raw(attribute, mention) - 1;
  }

  /// The [PartialDate] of birth, 0 where it is not recorded.
  public int born(int mention) {
    return raw(PersonAttribute.BORN, mention);
  }

  public @Nullable Sex sex(int mention) {
    int code = raw(PersonAttribute.SEX, mention);
    return code == 0 ? null : SEXES[code - 1];
  }

  /// How many values a many-valued attribute has.
  public int count(PersonAttribute attribute, int mention) {
    int[] offsets = listOffsets[attribute.ordinal()];
    return offsets[mention + 1] - offsets[mention];
  }

  /// The code of the nth value, from 0, of a many-valued attribute.
  public int nth(PersonAttribute attribute, int mention, int n) {
    return listValues[attribute.ordinal()][listOffsets[attribute.ordinal()][mention] + n];
  }

  /// The values of a text attribute, by their codes.
  public Dictionary dictionary(PersonAttribute attribute) {
    return dictionaries[attribute.ordinal()];
  }

  int add(int row, int index) {
    int mention = size++;
    rows.set(mention, row);
    indexes.set(mention, index);
    for (PersonAttribute attribute : PersonAttribute.values()) {
      if (attribute.storage() == Storage.TEXTS) {
        int i = attribute.ordinal();
        if (listOffsets[i].length < size + 1) {
          listOffsets[i] = Arrays.copyOf(listOffsets[i], Dictionary.grown(size + 1));
        }
        listOffsets[i][size] = listOffsets[i][size - 1];
      }
    }
    return mention;
  }

  void set(int mention, PersonAttribute attribute, int raw) {
    columns[attribute.ordinal()].set(mention, raw);
  }

  /// Adds a value to a many-valued attribute of the latest mention; the same value twice is kept
  /// once.
  void append(int mention, PersonAttribute attribute, int code) {
    if (mention != size - 1) {
      throw new IllegalArgumentException("mention " + mention + " is not the latest");
    }
    int i = attribute.ordinal();
    int from = listOffsets[i][mention];
    int to = listOffsets[i][size];
    for (int at = from; at < to; at++) {
      if (listValues[i][at] == code) {
        return;
      }
    }
    if (to == listValues[i].length) {
      listValues[i] = Arrays.copyOf(listValues[i], Dictionary.grown(to + 1));
    }
    listValues[i][to] = code;
    listOffsets[i][size] = to + 1;
  }

  private static final Sex[] SEXES = Sex.values();
}
