package uk.candour.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.characteristics.SealedRow;
import uk.candour.record.Written;

/// Seals what is said of people's ethnicity and nationality outside any file, by the code lists and
/// the words that a remit's sources are read by. Whoever uses it hands values in and gets a row
/// that he cannot look into without depending on `characteristics`.
public final class Sealing {

  private final List<SealedRow.OfPerson> people = new ArrayList<>();

  /// An attribute of a person that travels sealed.
  public enum Attribute {
    /// As the person or a parent stated it.
    ETHNICITY("ethnicity", SealedRow.Kind.STATED),
    /// As somebody else judged it by appearance.
    ETHNICITY_OBSERVED("ethnicity-observed", SealedRow.Kind.OBSERVED),
    /// In words: there is no code list of nationalities.
    NATIONALITY("nationality", SealedRow.Kind.NATIONALITY);

    private final String word;
    private final SealedRow.Kind kind;

    Attribute(String word, SealedRow.Kind kind) {
      this.word = word;
      this.kind = kind;
    }

    /// The word of the target: `ethnicity-observed`.
    public String word() {
      return word;
    }

    /// The attribute of a word, or null where that is not one that travels sealed.
    public static @Nullable Attribute ofWord(String word) {
      for (Attribute attribute : values()) {
        if (attribute.word.equals(word)) {
          return attribute;
        }
      }
      return null;
    }

    /// The code lists whose codes it takes, by their names.
    public List<String> codeLists() {
      return lists().map(CodeList::name).toList();
    }

    private Stream<CodeList> lists() {
      return CodeList.names().stream()
          .map(CodeList::named)
          .filter(Objects::nonNull)
          .filter(this::takes);
    }

    private boolean takes(CodeList list) {
      return this != NATIONALITY
          && list.isOfEthnicity()
          && (this == ETHNICITY_OBSERVED || !list.isOfAppearance());
    }
  }

  /// Seals a value in words: a name out of the code lists (`Pakistani`, `not stated`), a broad
  /// group (`Asian`), or whatever else was said.
  ///
  /// @param person the person's place in the row, from 0
  /// @return what was expected, where a bare code of some list was given; else null, and it is
  ///   sealed
  public @Nullable String words(int person, Attribute attribute, String words) {
    for (CodeList list : attribute.lists().toList()) {
      CodeList.Code code = list.find(words);
      if (code != null && code.usable()) {
        return "words such as " + code.label() + ", or a code with the list that it is of";
      }
    }
    seal(person, attribute, CodeList.inWords(words));
    return null;
  }

  /// Seals a code of a list that ships with the product.
  ///
  /// @param person the person's place in the row, from 0
  /// @return what was expected, where the list does not fit or has no such code; else null, and it
  ///   is sealed
  public @Nullable String code(int person, Attribute attribute, String list, String code) {
    CodeList codes = CodeList.named(list);
    if (codes == null || !attribute.takes(codes)) {
      return attribute.codeLists().isEmpty()
          ? "words: there is no code list for it"
          : "a code list: " + String.join(", ", attribute.codeLists());
    }
    Characteristic value = codes.characteristic(code);
    if (value == null) {
      return "a code of " + list;
    }
    seal(person, attribute, value);
    return null;
  }

  private void seal(int person, Attribute attribute, Characteristic value) {
    people.add(new SealedRow.OfPerson(person, attribute.kind, value, Written.WHOLE));
  }

  /// What was sealed so far.
  public SealedRow sealed() {
    return people.isEmpty() ? SealedRow.NOTHING : new SealedRow(people, List.of());
  }
}
