package uk.candour.server.picture;

import uk.candour.record.Role;

/// A person as one act of the record mentions them: the act's reference, the role and which of that
/// role. A child's page is addressed by one, and shows whoever is taken to be the same person.
public record Mention(String reference, Role role, int nth) {

  /// As entries and addresses write it: `7KQ2-M9XD-4TFA/child`, `7KQ2-M9XD-4TFA/suspect[2]`.
  @Override
  public String toString() {
    return reference + "/" + role.word() + (nth == 1 ? "" : "[" + nth + "]");
  }

  static String referenceOf(String mention) {
    int slash = mention.indexOf('/');
    return slash < 0 ? mention : mention.substring(0, slash);
  }
}
