package uk.candour.synth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes an example borough into a folder: `remit.yaml`, the agencies' files, `population.csv`,
/// and under `truth/` what was really so.
public final class Synth {

  /// A file of one source.
  private interface Writer {
    void write() throws IOException;
  }

  private record Step(Source source, Writer writer) {}

  private Synth() {}

  /// Writes a borough; the folder is made if it is not there, and files of those names in it are
  /// replaced.
  public static void write(Settings settings, Path folder, Progress progress) throws IOException {
    Path truthFolder = Files.createDirectories(folder.resolve("truth"));
    try (InputStream remit = Synth.class.getResourceAsStream("remit.yaml")) {
      if (remit == null) {
        throw new IllegalStateException("The resource remit.yaml is not in the module.");
      }
      Files.write(folder.resolve("remit.yaml"), remit.readAllBytes());
    }
    Residents.write(settings, folder);
    try (Truth truth = new Truth(truthFolder)) {
      Borough borough = new Borough(settings, folder, truth);
      new Happenings(borough).plan();
      Step[] steps = steps(borough);
      for (int i = 0; i < steps.length; i++) {
        progress.writing(steps[i].source().file(), i, steps.length);
        steps[i].writer().write();
        borough.forget(steps[i].source());
      }
      new Expected(borough).write(truthFolder);
    }
  }

  /// Writes a borough without telling anybody how far it is.
  public static void write(Settings settings, Path folder) throws IOException {
    write(settings, folder, (_, _, _) -> {});
  }

  /// The files in an order in which each finds what it follows from: decisions after the reports
  /// they are on, the reading after the lists it samples.
  private static Step[] steps(Borough borough) {
    PoliceFiles police = new PoliceFiles(borough);
    SocialCareFiles socialCare = new SocialCareFiles(borough);
    FrontLineFiles frontLine = new FrontLineFiles(borough);
    PartnershipFiles partnership = new PartnershipFiles(borough);
    InquiryFiles inquiry = new InquiryFiles(borough);
    NeighbourFiles neighbours = new NeighbourFiles(borough);
    return new Step[] {
      new Step(Source.POLICE_CRIMES, police::writeCrimes),
      new Step(Source.POLICE_INTELLIGENCE, police::writeIntelligence),
      new Step(Source.AUDIT, police::writeAudit),
      new Step(Source.CONVICTIONS, new CourtFile(borough)::write),
      new Step(Source.CLINIC, frontLine::writeClinic),
      new Step(Source.SCHOOL, frontLine::writeSchool),
      new Step(Source.YOUTH, frontLine::writeYouth),
      new Step(Source.CARE_HOMES, frontLine::writeCareHomes),
      new Step(Source.HELPLINE, frontLine::writeHelpline),
      new Step(Source.REFERRALS, socialCare::writeReferrals),
      new Step(Source.DECISIONS, socialCare::writeContactDecisions),
      new Step(Source.ASSESSMENTS, socialCare::writeAssessments),
      new Step(Source.CASELOADS, socialCare::writeCaseloads),
      new Step(Source.ALLOCATIONS, socialCare::writeAllocations),
      new Step(Source.MONITORING, partnership::writeMonitoring),
      new Step(Source.MEETINGS, partnership::writeMeetings),
      new Step(Source.BRIEFINGS, partnership::writeBriefings),
      new Step(Source.DIRECTIONS, partnership::writeDirections),
      new Step(Source.STATEMENTS, inquiry::writeStatements),
      new Step(Source.READING, inquiry::writeReading),
      new Step(Source.RIDLEY_POLICE, neighbours::writeRidleyPolice),
      new Step(Source.THORNBY_POLICE, neighbours::writeThornbyPolice),
      new Step(Source.THORNBY_CENSUS, neighbours::writeThornbyCensus),
    };
  }
}
