package uk.candour.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A referral of a child in the DfE's children-in-need census and all that followed from it: one
/// `CINdetails` element.
///
/// Every value is the text of its element, trimmed and otherwise as written; null where the element
/// is absent or blank. `line` is the line of the file on which the group begins, from 1. The names
/// of elements are those of the census guide, in brackets where ours differ.
///
/// @param row the number of the episode in its file, from 1
/// @param referralDate `CINreferralDate`
/// @param primaryNeed `PrimaryNeedCode`
/// @param closureDate `CINclosureDate`
/// @param initialConference `DateOfInitialCPC` of the referral; a section 47 enquiry may have its
///   own
/// @param noFurtherAction `ReferralNFA`: `true`, `false`, `1` or `0`
public record ReferralEpisode(
    int row,
    int line,
    Child child,
    @Nullable String referralDate,
    @Nullable String referralSource,
    @Nullable String primaryNeed,
    @Nullable String closureDate,
    @Nullable String reasonForClosure,
    @Nullable String initialConference,
    @Nullable String noFurtherAction,
    List<Assessment> assessments,
    List<NeedPlan> needPlans,
    List<Section47> section47s,
    List<ProtectionPlan> protectionPlans,
    List<PreProceedings> preProceedings) {

  public ReferralEpisode {
    assessments = List.copyOf(assessments);
    needPlans = List.copyOf(needPlans);
    section47s = List.copyOf(section47s);
    protectionPlans = List.copyOf(protectionPlans);
    preProceedings = List.copyOf(preProceedings);
  }

  /// Whether the referral led to no further action; false where it does not say.
  public boolean isNoFurtherAction() {
    return isTrue(noFurtherAction);
  }

  static boolean isTrue(@Nullable String flag) {
    return "1".equals(flag) || "true".equalsIgnoreCase(flag);
  }

  /// The child as one `Child` element describes it; the same for all its episodes.
  ///
  /// @param laChildId `LAchildID`
  /// @param upnUnknown `UPNunknown`, a reason why there is no unique pupil number
  /// @param sex `Sex`, or `GenderCurrent` in the layout until 2023-24
  /// @param sexIsOldGender whether it was `GenderCurrent`, whose codes are others
  public record Child(
      int line,
      @Nullable String laChildId,
      @Nullable String upn,
      List<String> formerUpns,
      @Nullable String upnUnknown,
      @Nullable String birthDate,
      @Nullable String expectedBirthDate,
      @Nullable String deathDate,
      @Nullable String sex,
      boolean sexIsOldGender,
      @Nullable String ethnicity,
      List<String> disabilities) {

    public Child {
      formerUpns = List.copyOf(formerUpns);
      disabilities = List.copyOf(disabilities);
    }
  }

  /// `Assessments`: from its start (`AssessmentActualStartDate`) to its authorisation
  /// (`AssessmentAuthorisationDate`), with the factors found (`AssessmentFactors`).
  public record Assessment(
      int line,
      @Nullable String started,
      @Nullable String internalReview,
      @Nullable String authorised,
      List<String> factors) {

    public Assessment {
      factors = List.copyOf(factors);
    }
  }

  /// `CINPlanDates`: a child-in-need plan.
  public record NeedPlan(int line, @Nullable String started, @Nullable String ended) {}

  /// `Section47`: an enquiry under section 47 of the Children Act 1989.
  ///
  /// @param conferenceTarget `InitialCPCtarget`
  /// @param conference `DateOfInitialCPC`
  /// @param conferenceNotRequired `ICPCnotRequired`
  public record Section47(
      int line,
      @Nullable String started,
      @Nullable String conferenceTarget,
      @Nullable String conference,
      @Nullable String conferenceNotRequired) {}

  /// `ChildProtectionPlans`, with the dates of its reviews (`CPPreviewDate`).
  public record ProtectionPlan(
      int line,
      @Nullable String started,
      @Nullable String ended,
      @Nullable String initialCategory,
      @Nullable String latestCategory,
      @Nullable String previousPlans,
      List<Review> reviews) {

    public ProtectionPlan {
      reviews = List.copyOf(reviews);
    }
  }

  /// `Reviews`: one review of a child protection plan.
  public record Review(int line, @Nullable String held) {}

  /// `PreProceedingsandFGDM` of the layout of 2025-26: its elements by name, in their order.
  public record PreProceedings(int line, List<String> elements, List<String> values) {

    public PreProceedings {
      elements = List.copyOf(elements);
      values = List.copyOf(values);
    }
  }
}
