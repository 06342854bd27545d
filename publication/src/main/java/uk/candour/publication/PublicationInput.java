package uk.candour.publication;

import java.nio.file.Path;
import java.util.List;
import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Network;
import uk.candour.linkage.Linked.LinkError;
import uk.candour.linkage.Linking;
import uk.candour.record.Entries;

/// Everything that the out folder is written from.
///
/// @param entries the entries of the inquiry
/// @param personOf the person of every mention in the central linking; not to be written to
/// @param linkError how often that linking is thought to err
/// @param findings every finding in the published order, those on ethnicity included
/// @param networks the networks of the central linking
/// @param pictures what the report draws beside the findings' own figures
/// @param problems the row problems, as `problems.csv` is to hold them
/// @param howToRunAgain the command that makes this folder again
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record PublicationInput(
    Entries entries,
    int[] personOf,
    LinkError linkError,
    List<Finding> findings,
    List<Network> networks,
    Pictures pictures,
    Problems problems,
    String howToRunAgain) {

  public PublicationInput {
    findings = List.copyOf(findings);
    networks = List.copyOf(networks);
  }

  /// The input for the findings of a casebook.
  public static PublicationInput of(
      Casebook casebook,
      List<Finding> findings,
      List<Network> networks,
      Problems problems,
      String howToRunAgain) {
    return new PublicationInput(
        casebook.entries(),
        casebook.linked().personOf(Linking.CENTRAL),
        casebook.linked().error(),
        findings,
        networks,
        Pictures.of(casebook),
        problems,
        howToRunAgain);
  }

  /// The row problems that reading found: a finished file in the form of `problems.csv`, and how
  /// many it lists.
  public record Problems(Path file, long count) {}
}
