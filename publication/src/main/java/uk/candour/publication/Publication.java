package uk.candour.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.Finding;

/// Writes what an inquiry found: the sealed folder for those who may read it, and in its `public/`
/// what may be shown to everybody.
public final class Publication {

  /// What is published after the findings on ethnicity.
  private static final String AFTER_ETHNICITY = "caseload.";

  private Publication() {}

  /// The findings of an inquiry with those on ethnicity in their published place. Only here are the
  /// protected values opened.
  public static List<Finding> findings(
      List<Finding> ofInquiry, Casebook casebook, SealedCharacteristics sealed) {
    List<Finding> findings = new ArrayList<>();
    List<Finding> last = new ArrayList<>();
    for (Finding finding : ofInquiry) {
      (finding.id().startsWith(AFTER_ETHNICITY) ? last : findings).add(finding);
    }
    findings.add(EthnicityRecorded.answer(casebook, sealed));
    findings.add(EthnicityRemoved.answer(casebook, sealed));
    findings.add(EthnicitySuspects.answer(casebook, sealed));
    findings.addAll(last);
    return List.copyOf(findings);
  }

  /// Writes the out folder, whole or not at all; an earlier one of ours is replaced. Throws
  /// [java.nio.file.FileAlreadyExistsException] where `out` is a folder that Candour did not write.
  public static void write(Path out, PublicationInput input) throws IOException {
    try (var folder = OutFolder.begin(out)) {
      Path path = folder.path();
      FindingsJson.write(path.resolve("findings.json"), input);
      ClustersCsv.write(path.resolve("clusters.csv"), input.entries(), input.personOf());
      EvidenceFiles.write(path, input);
      NetworksGraphml.write(path.resolve("networks.graphml"), input.networks());
      Files.copy(input.problems().file(), path.resolve("problems.csv"));
      Report.write(path.resolve("report.html"), input);
      PublicRelease.write(path.resolve("public"), input);
      folder.finish();
    }
  }
}
