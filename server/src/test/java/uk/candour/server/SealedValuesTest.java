package uk.candour.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Inquiry;
import uk.candour.inquiry.WhoIsWho;
import uk.candour.intake.Intake;
import uk.candour.intake.Intaken;
import uk.candour.intake.Reading;
import uk.candour.intake.Remit;
import uk.candour.linkage.Linker;
import uk.candour.publication.Publication;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.WhoIsWhoNow;
import uk.candour.store.Database;
import uk.candour.store.Login;

/// The wall: what is reported of ethnicity and nationality reaches a table of its own and the
/// findings of an inquiry, and nothing else.
final class SealedValuesTest {

  @TempDir private Path folder;

  /// Only what takes a report in and what runs an inquiry may name the sealed envelope, and nothing
  /// of the service looks into one.
  @Test
  void theServicesOwnViewsKnowNoProtectedValue() {
    var service =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("uk.candour.server");
    noClasses()
        .that()
        .resideOutsideOfPackage("uk.candour.server.inquiries")
        .and()
        .haveNameNotMatching(
            "uk\\.candour\\.server\\.(Acts|Start|reports\\.Report(Check)?)(\\$.*)?")
        .should()
        .dependOnClassesThat(resideInAPackage("uk.candour.characteristics.."))
        .check(service);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("uk.candour.characteristics.Characteristic")
        .check(service);
  }

  /// Five suspects: two stated to be Pakistani, one by a code and one in words, one White Irish;
  /// one observed alone; one who would not say. An inquiry counts them so; the picture, the search
  /// and the reader's role have none of it.
  @Test
  void aReportedValueReachesTheInquiryAndNothingElse() throws Exception {
    List<String> marks =
        List.of("Pakistani", "Irish", "Bangladeshi", "Asian", "Zemblan", "Refused");
    try (Apart apart = Apart.start(folder.resolve("record"))) {
      report(apart, 11, "Marten", "\"ethnicity\": {\"codes\": \"police-16+1\", \"code\": \"A2\"}");
      report(apart, 12, "Fenwick", "\"ethnicity\": \"pakistani\", \"nationality\": \"Zemblan\"");
      report(
          apart, 13, "Osgood", "\"ethnicity\": {\"codes\": \"dfe-ethnicity\", \"code\": \"WIRI\"}");
      report(
          apart,
          14,
          "Tolland",
          "\"ethnicity-observed\": {\"codes\": \"police-ic\", \"code\": \"4\"}");
      report(apart, 15, "Quill", "\"ethnicity\": \"refused\"");

      theLiveViewsHaveNothingOfIt(apart, marks);
      theReaderCannotSelectIt(apart);
      theInquiryCountsIt(apart);
    }
  }

  private static void report(Apart apart, int day, String surname, String said) {
    String body =
        """
        {"concern": "exploitation", "text": "x", "severity": 3,
         "children": [{"forename": "Ada", "surname": "Child%1$s", "born": "2012-03-%1$s", "ethnicity": "Bangladeshi"}],
         "suspects": [{"forename": "Sam", "surname": "%2$s", "born": "1980-04-%1$s", %3$s}]}
        """
            .formatted(day, surname, said);
    var answer = apart.visitor().json("sealed " + day, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static void theLiveViewsHaveNothingOfIt(Apart apart, List<String> marks)
      throws Exception {
    var picture = apart.running.context().getBean(Picture.class);
    var whoIsWho = apart.running.context().getBean(WhoIsWhoNow.class);
    picture.catchUp();
    while (whoIsWho.isBehind()) {
      Thread.sleep(50);
    }
    StringBuilder all = new StringBuilder();
    apart.running.record().stream(0, all::append);
    picture.reports().forEach(all::append);
    whoIsWho.people().mentions().forEach(all::append);
    assertThat(all.toString()).contains("Marten", "Quill").doesNotContain(marks);
  }

  private static void theReaderCannotSelectIt(Apart apart) throws Exception {
    Database database = apart.running.folder().database();
    for (Database.Role role : List.of(Database.Role.READER, Database.Role.WRITER)) {
      Login login = database.login(role);
      try (var connection =
              DriverManager.getConnection(login.url(), login.user(), login.password());
          var statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.executeQuery("select sealed from characteristics"))
            .hasMessageContaining("permission denied");
      }
    }
  }

  private void theInquiryCountsIt(Apart apart) throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Path remit = folder.resolve("remit.yaml");
    Files.writeString(
        remit,
        """
        inquiry: The live record
        area: {code: X08000002, name: Ridley}
        period: {from: %d-01-01, to: %s}
        as-at: %s
        sources:
          - name: record
            format: {type: record}
            file: "%s"
            url: "%s"
            purpose: test
            approver: test
        """
            .formatted(today.getYear(), today, today, apart.data, apart.database()));
    Remit read = accepted(Remit.read(remit, null));
    Intaken intaken = accepted(Intake.read(read, read.asAt(), (_, _) -> {}));
    try (var _ = intaken.problems()) {
      var casebook =
          new Casebook(
              intaken.entries(), Linker.link(WhoIsWho.columns(intaken.entries()), 1, _ -> {}));
      List<Finding> findings =
          Publication.findings(Inquiry.findings(casebook), casebook, intaken.characteristics());
      Finding suspects =
          findings.stream().filter(one -> one.id().equals("ethnicity.suspects")).findFirst().get();
      var counted = new TreeMap<String, Long>();
      suspects
          .breakdown()
          .forEach(one -> {
            Long count = one.count();
            if (count != null) {
              counted.merge(one.key() + " " + basis(one), count, Long::sum);
            }
          });
      assertThat(counted)
          .containsEntry("Pakistani self-stated", 2L)
          .containsEntry("White Irish self-stated", 1L)
          .containsEntry("not-recorded self-stated", 2L)
          .containsEntry("Asian subcontinent appearance observed", 1L)
          .containsEntry("not-recorded observed", 4L)
          .hasSize(5);
    }
  }

  private static String basis(Finding.Breakdown row) {
    List<String> basis = new ArrayList<>();
    row.details().stream()
        .filter(one -> one.name().equals("basis"))
        .forEach(one -> basis.add(String.valueOf(one.value())));
    return String.join("", basis);
  }

  private static <T> T accepted(Reading<T> reading) {
    return switch (reading) {
      case Reading.Accepted<T>(T value) -> value;
      case Reading.Rejected<T> rejected -> throw new AssertionError(rejected.problems());
    };
  }
}
