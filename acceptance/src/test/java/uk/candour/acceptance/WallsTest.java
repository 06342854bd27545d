package uk.candour.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The walls that a missing dependency states, stated once more where a changed POM would show.
final class WallsTest {

  private static final JavaClasses CANDOUR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("uk.candour");

  /// The store keeps the sealed envelope, encrypted and in a table that the role of duties, search
  /// and linkage cannot select; the command carries it from intake to publication.
  @Test
  void onlyIntakeSealsOnlyTheStoreKeepsAndOnlyPublicationOpensWhatIsProtected() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "uk.candour.characteristics..",
            "uk.candour.intake..",
            "uk.candour.publication..",
            "uk.candour.store..",
            "uk.candour.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("uk.candour.characteristics..")
        .check(CANDOUR);
  }

  @Test
  void linkageKnowsNothingButItsColumns() {
    classes()
        .that()
        .resideInAPackage("uk.candour.linkage..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "uk.candour.linkage..", "java..", "org.apache.commons.codec..", "org.jspecify..")
        .check(CANDOUR);
  }

  @Test
  void whatWasSaidAndDoneKnowsNoFrameworkAndNobodyElse() {
    classes()
        .that()
        .resideInAnyPackage("uk.candour.record..", "uk.candour.characteristics..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "uk.candour.record..", "uk.candour.characteristics..", "java..", "org.jspecify..")
        .check(CANDOUR);
  }

  @Test
  void findingsKnowEntriesLinksAndEstimatesAlone() {
    classes()
        .that()
        .resideInAPackage("uk.candour.inquiry..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "uk.candour.inquiry..",
            "uk.candour.record..",
            "uk.candour.linkage..",
            "uk.candour.estimate..",
            "java..",
            "org.jspecify..")
        .check(CANDOUR);
  }
}
