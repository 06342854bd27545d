package uk.candour.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The Department for Education's children-in-need census, as a local authority returns it.
///
/// Both layouts are read: until 2023-24 with `GenderCurrent`, since then with `Sex`. Elements come
/// in any order, as they do in real returns. What is unknown is noted and left; what is there twice
/// is a contradiction, and the first stands. One child is in memory at a time.
///
/// Source: DfE, *Children in need census: guide* and its XML schema; the names of elements also
/// from the public rules of the Data to Insight CIN validator (MIT).
public final class CinCensus implements Closeable {

  private static final int NAMED_UNKNOWN = 20;

  /// What a census says of itself.
  ///
  /// @param referenceDate the last day of the census year, as written
  /// @param authority the number of the local authority (`LEA`)
  public record Header(
      int line,
      @Nullable String collection,
      @Nullable String year,
      @Nullable String referenceDate,
      @Nullable String authority) {}

  private final SafeXml xml;
  private final Consumer<ReferralEpisode> episodes;
  private final Consumer<Contradiction> found;
  private final CinContradictions contradictions;
  private final Set<String> unknown = new LinkedHashSet<>();
  private @Nullable Header header;
  private int row;

  private CinCensus(
      SafeXml xml, Consumer<ReferralEpisode> episodes, Consumer<Contradiction> contradictions) {
    this.xml = xml;
    this.episodes = episodes;
    this.found = contradictions;
    this.contradictions = new CinContradictions(contradictions);
  }

  /// Reads a census: gives each referral episode in the order of the file, and behind a child's
  /// episodes what contradicts itself in them.
  ///
  /// @return the census's header; where it has none, one without values
  /// @throws RefusedFile where the file is no census or no well-formed XML; then none of the
  ///   episodes given is to be kept
  public static Header read(
      Path file,
      Consumer<ReferralEpisode> episodes,
      Consumer<Contradiction> contradictions,
      TableNotes notes)
      throws IOException {
    FileKind.refuseUnless(FileKind.XML, FileKind.head(file));
    try (CinCensus census =
        new CinCensus(new SafeXml(Files.newInputStream(file)), episodes, contradictions)) {
      return census.read(notes);
    }
  }

  private Header read(TableNotes notes) throws IOException {
    xml.nextStart();
    if (!xml.name().equals("Message")) {
      throw new RefusedFile(
          "the file is XML and not a children-in-need census, for its root is not 'Message'");
    }
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "Header" -> takeHeader(CensusElement.read(xml));
        case "Child" -> takeChild(CensusElement.read(xml));
        case "Children" -> {}
        default -> noteUnknown(xml.name());
      }
    }
    notes.note("Character set: " + xml.encoding() + ".");
    if (header == null) {
      takeHeader(new CensusElement("Header", 1, null, List.of()));
    }
    if (!unknown.isEmpty()) {
      notes.note(
          "Elements that are not the census's, not read: " + String.join(", ", unknown) + ".");
    }
    return Objects.requireNonNull(header);
  }

  private void takeHeader(CensusElement element) {
    CensusElement collection = element.first("CollectionDetails");
    header =
        new Header(
            element.line(),
            collection.text("Collection"),
            collection.text("Year"),
            collection.text("ReferenceDate"),
            element.first("Source").text("LEA"));
    contradictions.check(header);
  }

  private void takeChild(CensusElement element) {
    known(element, Set.of("ChildIdentifiers", "ChildCharacteristics"), Set.of("CINdetails"));
    CensusElement identifiers = element.first("ChildIdentifiers");
    known(
        identifiers,
        Set.of(
            "LAchildID",
            "UPN",
            "UPNunknown",
            "PersonBirthDate",
            "ExpectedPersonBirthDate",
            "GenderCurrent",
            "Sex",
            "PersonDeathDate"),
        Set.of("FormerUPN"));
    CensusElement characteristics = element.first("ChildCharacteristics");
    known(characteristics, Set.of("Ethnicity"), Set.of("Disabilities"));
    List<String> disabilities = new ArrayList<>();
    for (CensusElement group : characteristics.all("Disabilities")) {
      disabilities.addAll(group.texts("Disability"));
    }
    boolean old = identifiers.text("Sex") == null && identifiers.text("GenderCurrent") != null;
    ReferralEpisode.Child child =
        new ReferralEpisode.Child(
            element.line(),
            identifiers.text("LAchildID"),
            identifiers.text("UPN"),
            identifiers.texts("FormerUPN"),
            identifiers.text("UPNunknown"),
            identifiers.text("PersonBirthDate"),
            identifiers.text("ExpectedPersonBirthDate"),
            identifiers.text("PersonDeathDate"),
            identifiers.text(old ? "GenderCurrent" : "Sex"),
            old,
            characteristics.text("Ethnicity"),
            disabilities);
    List<ReferralEpisode> ofChild = new ArrayList<>();
    for (CensusElement details : element.all("CINdetails")) {
      row++;
      ofChild.add(episode(details, child));
    }
    ofChild.forEach(episodes);
    contradictions.check(child, ofChild);
  }

  private ReferralEpisode episode(CensusElement element, ReferralEpisode.Child child) {
    known(
        element,
        Set.of(
            "CINreferralDate",
            "ReferralSource",
            "PrimaryNeedCode",
            "CINclosureDate",
            "ReasonForClosure",
            "DateOfInitialCPC",
            "ReferralNFA"),
        Set.of(
            "Assessments",
            "CINPlanDates",
            "Section47",
            "ChildProtectionPlans",
            "PreProceedingsandFGDM"));
    return new ReferralEpisode(
        row,
        element.line(),
        child,
        element.text("CINreferralDate"),
        element.text("ReferralSource"),
        element.text("PrimaryNeedCode"),
        element.text("CINclosureDate"),
        element.text("ReasonForClosure"),
        element.text("DateOfInitialCPC"),
        element.text("ReferralNFA"),
        element.all("Assessments").stream().map(this::assessment).toList(),
        element.all("CINPlanDates").stream().map(this::needPlan).toList(),
        element.all("Section47").stream().map(this::section47).toList(),
        element.all("ChildProtectionPlans").stream().map(this::protectionPlan).toList(),
        element.all("PreProceedingsandFGDM").stream().map(CinCensus::preProceedings).toList());
  }

  private ReferralEpisode.Assessment assessment(CensusElement element) {
    known(
        element,
        Set.of(
            "AssessmentActualStartDate",
            "AssessmentInternalReviewDate",
            "AssessmentAuthorisationDate"),
        Set.of("FactorsIdentifiedAtAssessment"));
    List<String> factors = new ArrayList<>();
    for (CensusElement group : element.all("FactorsIdentifiedAtAssessment")) {
      factors.addAll(group.texts("AssessmentFactors"));
    }
    return new ReferralEpisode.Assessment(
        element.line(),
        element.text("AssessmentActualStartDate"),
        element.text("AssessmentInternalReviewDate"),
        element.text("AssessmentAuthorisationDate"),
        factors);
  }

  private ReferralEpisode.NeedPlan needPlan(CensusElement element) {
    known(element, Set.of("CINPlanStartDate", "CINPlanEndDate"), Set.of());
    return new ReferralEpisode.NeedPlan(
        element.line(), element.text("CINPlanStartDate"), element.text("CINPlanEndDate"));
  }

  private ReferralEpisode.Section47 section47(CensusElement element) {
    known(
        element,
        Set.of("S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"),
        Set.of());
    return new ReferralEpisode.Section47(
        element.line(),
        element.text("S47ActualStartDate"),
        element.text("InitialCPCtarget"),
        element.text("DateOfInitialCPC"),
        element.text("ICPCnotRequired"));
  }

  private ReferralEpisode.ProtectionPlan protectionPlan(CensusElement element) {
    known(
        element,
        Set.of(
            "CPPstartDate",
            "CPPendDate",
            "InitialCategoryOfAbuse",
            "LatestCategoryOfAbuse",
            "NumberOfPreviousCPP"),
        Set.of("Reviews"));
    List<ReferralEpisode.Review> reviews = new ArrayList<>();
    for (CensusElement group : element.all("Reviews")) {
      List<CensusElement> dates = group.all("CPPreviewDate");
      if (dates.isEmpty()) {
        reviews.add(new ReferralEpisode.Review(group.line(), null));
      }
      for (CensusElement date : dates) {
        reviews.add(new ReferralEpisode.Review(date.line(), date.text()));
      }
    }
    return new ReferralEpisode.ProtectionPlan(
        element.line(),
        element.text("CPPstartDate"),
        element.text("CPPendDate"),
        element.text("InitialCategoryOfAbuse"),
        element.text("LatestCategoryOfAbuse"),
        element.text("NumberOfPreviousCPP"),
        reviews);
  }

  private static ReferralEpisode.PreProceedings preProceedings(CensusElement element) {
    List<String> elements = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (CensusElement child : element.children()) {
      if (child.text() != null) {
        elements.add(child.name());
        values.add(child.text());
      }
    }
    return new ReferralEpisode.PreProceedings(element.line(), elements, values);
  }

  /// Notes elements that nobody knows, and lists those there twice that may be there once.
  private void known(CensusElement group, Set<String> once, Set<String> often) {
    Set<String> met = new LinkedHashSet<>();
    for (CensusElement child : group.children()) {
      if (!once.contains(child.name()) && !often.contains(child.name())) {
        noteUnknown(child.name());
      } else if (!met.add(child.name()) && once.contains(child.name())) {
        String value = child.text() == null ? "" : child.text();
        found.accept(
            new Contradiction(row, child.line(), "", child.name(), value, "this element once"));
      }
    }
  }

  private void noteUnknown(String name) {
    if (unknown.size() < NAMED_UNKNOWN) {
      unknown.add(Visible.of(name));
    }
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
