package uk.candour.record;

import org.jspecify.annotations.Nullable;

/// The places, or the vehicles, that entries mention, each as its row describes it.
public final class Things {

  private final Columns columns;
  private final Pairs.Sorted links;

  Things(Columns columns, Pairs.Sorted links) {
    this.columns = columns;
    this.links = links;
  }

  /// How many mentions there are; they are numbered from 0 in the order of their rows.
  public int size() {
    return columns.size;
  }

  /// The global row that mentions the thing.
  public int row(int mention) {
    return columns.rows.get(mention);
  }

  /// The code of an attribute in [#dictionary]: 0 is not recorded.
  public int raw(ThingAttribute attribute, int mention) {
    return columns.values[attribute.ordinal()].get(mention);
  }

  public @Nullable String text(ThingAttribute attribute, int mention) {
    int code = raw(attribute, mention);
    return code == 0 ? null : dictionary(attribute).value(code);
  }

  public Dictionary dictionary(ThingAttribute attribute) {
    return columns.dictionaries[attribute.ordinal()];
  }

  /// How many things an entry mentions.
  public int count(int entry) {
    return links.offsets()[entry + 1] - links.offsets()[entry];
  }

  /// The nth mention, from 0, of an entry.
  public int nth(int entry, int n) {
    return links.second()[links.offsets()[entry] + n];
  }

  static final class Columns {

    int size;
    final IntColumn rows = new IntColumn();
    final IntColumn[] values = new IntColumn[ThingAttribute.values().length];
    final Dictionary[] dictionaries = new Dictionary[values.length];

    Columns() {
      for (int i = 0; i < values.length; i++) {
        values[i] = new IntColumn();
        dictionaries[i] = new Dictionary();
      }
    }

    int add(int row) {
      rows.set(size, row);
      return size++;
    }

    void set(int mention, ThingAttribute attribute, String value) {
      int i = attribute.ordinal();
      values[i].set(mention, dictionaries[i].code(value));
    }
  }
}
