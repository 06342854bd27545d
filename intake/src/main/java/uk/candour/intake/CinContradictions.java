package uk.candour.intake;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What contradicts itself in a children-in-need census.
///
/// The rules are those of the DfE's census specification, by their codes (public in the rules of
/// the Data to Insight CIN validator, 2022-23 to 2024-25); an empty code marks one of our own. A
/// date that is none, or lies after the reference date, is found once and then takes no part. Left
/// out are the rules that only ask whether something falls within the census year, for an inquiry
/// reads whatever a return holds, and those about percentages of a whole return.
final class CinContradictions {

  private static final String OURS = "";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /// The letters of the check on a unique pupil number, by remainder (DfE, UPN guide 1.2).
  private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

  private static final Pattern UPN =
      Pattern.compile("[" + CHECK_LETTERS + "]\\d{11}[0-9A-HJ-NP-RT-Z]");

  private static final Set<String> DISABILITIES =
      Set.of(
          "NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT",
          "DDA");
  private static final Set<String> UPN_UNKNOWN = Set.of("UN1", "UN2", "UN3", "UN4", "UN5", "UN7");
  private static final Set<String> ABUSE = Set.of("NEG", "PHY", "SAB", "EMO", "MUL");
  private static final Set<String> FLAGS = Set.of("0", "1", "true", "false");
  private static final Set<String> AFTER_ASSESSMENT = Set.of("RC8", "RC9");
  private static final String NO_FACTORS = "21";
  private static final int WEEKS_BEFORE_BIRTH = 40;
  private static final int SCHOOL_AGE = 6;

  /// A stretch of days; without an end it goes on.
  private record Stretch(int row, int line, LocalDate start, @Nullable LocalDate end) {

    boolean holds(LocalDate day) {
      return !day.isBefore(start) && (end == null || day.isBefore(end));
    }
  }

  private final Consumer<Contradiction> found;
  private final Set<String> pupilNumbers = new HashSet<>();
  private final Set<String> childIds = new HashSet<>();
  private @Nullable LocalDate reference;

  // What is being looked at.
  private int row;
  private int line;
  private @Nullable LocalDate death;

  CinContradictions(Consumer<Contradiction> found) {
    this.found = found;
  }

  void check(CinCensus.Header header) {
    row = 0;
    line = header.line();
    reference = parse(header.referenceDate());
    boolean endOfYear =
        reference != null
            && reference.getMonth() == Month.MARCH
            && reference.getDayOfMonth() == Month.MARCH.maxLength();
    if (!endOfYear) {
      found("100", "ReferenceDate", header.referenceDate(), "the 31 March that ends the year");
    }
  }

  void check(ReferralEpisode.Child child, List<ReferralEpisode> episodes) {
    row = episodes.isEmpty() ? 0 : episodes.getFirst().row();
    line = child.line();
    death = null;
    LocalDate birth = day("PersonBirthDate", child.birthDate(), "8520", null);
    LocalDate expected = parse(child.expectedBirthDate());
    if (child.expectedBirthDate() != null && expected == null) {
      found(OURS, "ExpectedPersonBirthDate", child.expectedBirthDate(), "a date, yyyy-MM-dd");
    }
    LocalDate died = day("PersonDeathDate", child.deathDate(), OURS, null);
    notBefore("8535Q", "PersonDeathDate", died, "PersonBirthDate", birth);
    identifiers(child, episodes, birth);
    characteristics(child, episodes);
    death = died;
    if (episodes.isEmpty()) {
      absent("8590", "CINdetails", "at least one referral of the child");
    }
    List<Stretch> needPlans = new ArrayList<>();
    List<Stretch> protectionPlans = new ArrayList<>();
    List<LocalDate> reviews = new ArrayList<>();
    for (ReferralEpisode episode : episodes) {
      episode(episode, birth == null ? expected : birth, needPlans, protectionPlans, reviews);
    }
    together(needPlans, protectionPlans, reviews);
    referrals(episodes);
  }

  private void identifiers(
      ReferralEpisode.Child child, List<ReferralEpisode> episodes, @Nullable LocalDate birth) {
    String id = child.laChildId();
    if (id == null) {
      absent("8500", "LAchildID", "the authority's number of the child");
    } else if (!childIds.add(id)) {
      found("8510", "LAchildID", id, "a number that no other child of the return has");
    }
    upn(child, episodes, birth);
    for (String former : child.formerUpns()) {
      if (!UPN.matcher(former).matches()) {
        found("1560Q", "FormerUPN", former, "a letter, 11 digits, and a digit or letter");
      }
    }
    oneOf(OURS, "UPNunknown", child.upnUnknown(), UPN_UNKNOWN);
    boolean furtherAction = episodes.stream().anyMatch(episode -> !episode.isNoFurtherAction());
    if ("UN7".equals(child.upnUnknown()) && furtherAction) {
      found("8772", "UPNunknown", "UN7", "no referral of the child that led to action");
    }
    if ((child.birthDate() == null) == (child.expectedBirthDate() == null)) {
      found(
          "8525Q",
          child.birthDate() == null ? "PersonBirthDate" : "ExpectedPersonBirthDate",
          child.birthDate() == null ? null : child.expectedBirthDate(),
          "a date of birth or an expected one, and not both");
    }
    sex(child);
  }

  private void upn(
      ReferralEpisode.Child child, List<ReferralEpisode> episodes, @Nullable LocalDate birth) {
    String upn = child.upn();
    if (upn == null) {
      boolean ofSchoolAge =
          birth != null
              && reference != null
              && birth.isBefore(reference.minusYears(SCHOOL_AGE))
              && episodes.stream().anyMatch(episode -> !episode.isNoFurtherAction());
      if (ofSchoolAge && child.upnUnknown() == null) {
        absent("8770Q", "UPN", "a pupil number, or the reason why it is unknown");
      }
      return;
    }
    if (!pupilNumbers.add(upn)) {
      found("1520", "UPN", upn, "a pupil number that no other child of the return has");
    }
    if (upn.length() != 13) {
      found(OURS, "UPN", upn, "13 characters");
      return;
    }
    if (!upn.substring(4, 12).chars().allMatch(CinContradictions::isDigit)) {
      found("1540", "UPN", upn, "digits at characters 5 to 12");
    }
    if ("0123456789ABCDEFGHJKLMNPQRTUVWXYZ".indexOf(upn.charAt(12)) < 0) {
      found("1550", "UPN", upn, "a digit, or a letter other than I, O and S, at character 13");
    }
    if (upn.substring(1).chars().allMatch(CinContradictions::isDigit)) {
      int sum = 0;
      for (int place = 2; place <= 13; place++) {
        sum += place * (upn.charAt(place - 1) - '0');
      }
      char letter = CHECK_LETTERS.charAt(sum % CHECK_LETTERS.length());
      if (upn.charAt(0) != letter) {
        found("1510", "UPN", upn, "check letter " + letter);
      }
    }
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private void sex(ReferralEpisode.Child child) {
    boolean old = child.sexIsOldGender();
    String element = old ? "GenderCurrent" : "Sex";
    String unborn = old ? "0" : "U";
    String sex = child.sex();
    if (sex == null || !isCode(old ? "dfe-gender" : "dfe-sex", sex)) {
      found("4180", element, sex, old ? "0, 1, 2 or 9" : "M, F or U");
    } else if (child.birthDate() == null
        && child.expectedBirthDate() != null
        && !sex.equals(unborn)) {
      found("8750", element, sex, unborn + " for a child not yet born");
    }
  }

  private void characteristics(ReferralEpisode.Child child, List<ReferralEpisode> episodes) {
    coded("4220", "Ethnicity", child.ethnicity(), "dfe-ethnicity", true);
    List<String> disabilities = child.disabilities();
    boolean needed =
        child.birthDate() != null
            && episodes.stream().anyMatch(episode -> !episode.isNoFurtherAction());
    if (disabilities.isEmpty() && needed) {
      absent("8540", "Disability", "a disability, or NONE");
    }
    Set<String> met = new HashSet<>();
    for (String disability : disabilities) {
      oneOf("8540", "Disability", disability, DISABILITIES);
      if (!met.add(disability)) {
        found("8794", "Disability", disability, "this code once");
      }
    }
    if (met.contains("NONE") && met.size() > 1) {
      found("8790", "Disability", "NONE", "no other disability beside NONE");
    }
  }

  private void episode(
      ReferralEpisode episode,
      @Nullable LocalDate birth,
      List<Stretch> needPlans,
      List<Stretch> protectionPlans,
      List<LocalDate> reviews) {
    row = episode.row();
    line = episode.line();
    LocalDate referral = day("CINreferralDate", episode.referralDate(), "8600", "8555Q");
    if (episode.referralDate() == null) {
      absent("8600", "CINreferralDate", "the date of the referral");
    }
    if (referral != null
        && birth != null
        && birth.minusWeeks(WEEKS_BEFORE_BIRTH).isAfter(referral)) {
      found("8606", "CINreferralDate", referral, "at most 40 weeks before the birth, " + birth);
    }
    LocalDate closure = day("CINclosureDate", episode.closureDate(), "8620", null);
    notBefore("8630", "CINclosureDate", closure, "CINreferralDate", referral);
    if (episode.closureDate() != null && episode.reasonForClosure() == null) {
      absent("8805", "ReasonForClosure", "a reason for the closure of " + episode.closureDate());
    }
    if (episode.closureDate() == null && episode.reasonForClosure() != null) {
      absent("8810", "CINclosureDate", "a date for reason " + episode.reasonForClosure());
    }
    if ("RC2".equals(episode.reasonForClosure()) && death == null) {
      found(
          "8585Q",
          "ReasonForClosure",
          "RC2",
          "a PersonDeathDate, for RC2 says that the child died");
    }
    codes(episode);
    LocalDate conference = day("DateOfInitialCPC", episode.initialConference(), "8715", OURS);
    conference("DateOfInitialCPC", conference, referral, closure);
    noFurtherAction(episode);
    afterAssessment(episode);
    assessments(episode, referral, closure);
    section47s(episode, referral, closure);
    needPlans(episode, referral, closure, needPlans);
    protectionPlans(episode, referral, closure, protectionPlans, reviews);
  }

  private void codes(ReferralEpisode episode) {
    coded("8866", "ReferralSource", episode.referralSource(), "dfe-referral-source", true);
    coded("8650", "PrimaryNeedCode", episode.primaryNeed(), "dfe-primary-need", false);
    coded("8640", "ReasonForClosure", episode.reasonForClosure(), "dfe-closure", false);
    String noAction = episode.noFurtherAction();
    if (noAction == null || !FLAGS.contains(noAction.toLowerCase(Locale.ROOT))) {
      found("8568", "ReferralNFA", noAction, "true, false, 1 or 0");
    } else if (!episode.isNoFurtherAction() && episode.primaryNeed() == null) {
      absent("8610", "PrimaryNeedCode", "a need, for the referral led to action");
    }
  }

  private void conference(
      String element,
      @Nullable LocalDate conference,
      @Nullable LocalDate referral,
      @Nullable LocalDate closure) {
    notBefore("1104", element, conference, "CINreferralDate", referral);
    notAfter("8565", element, conference, "CINclosureDate", closure);
    if (conference != null && isWeekend(conference)) {
      found("8875", element, conference, "a day from Monday to Friday");
    }
  }

  private void noFurtherAction(ReferralEpisode episode) {
    if (!episode.isNoFurtherAction()) {
      return;
    }
    String none = "none, for the referral led to no further action";
    ifThere("8831", "DateOfInitialCPC", episode.initialConference(), none);
    for (ReferralEpisode.Assessment assessment : episode.assessments()) {
      ifThere("8831", "AssessmentActualStartDate", assessment.started(), none);
      ifThere("8831", "AssessmentAuthorisationDate", assessment.authorised(), none);
    }
    for (ReferralEpisode.Section47 enquiry : episode.section47s()) {
      ifThere("8831", "S47ActualStartDate", enquiry.started(), none);
      ifThere("8831", "DateOfInitialCPC", enquiry.conference(), none);
    }
    for (ReferralEpisode.ProtectionPlan plan : episode.protectionPlans()) {
      found("8832", "CPPstartDate", plan.started(), none);
    }
    for (ReferralEpisode.NeedPlan plan : episode.needPlans()) {
      found("4000", "CINPlanStartDate", plan.started(), none);
    }
  }

  private void afterAssessment(ReferralEpisode episode) {
    String reason = episode.reasonForClosure();
    if (reason == null || !AFTER_ASSESSMENT.contains(reason)) {
      return;
    }
    boolean more =
        episode.initialConference() != null
            || !episode.section47s().isEmpty()
            || !episode.needPlans().isEmpty()
            || !episode.protectionPlans().isEmpty();
    if (more) {
      found(
          "2990", "ReasonForClosure", reason, "no enquiry, conference or plan, or another reason");
    }
    if (episode.assessments().isEmpty()) {
      found("8825Q", "ReasonForClosure", reason, "an assessment, or another reason");
    }
  }

  private void assessments(
      ReferralEpisode episode, @Nullable LocalDate referral, @Nullable LocalDate closure) {
    List<Stretch> stretches = new ArrayList<>();
    for (ReferralEpisode.Assessment assessment : episode.assessments()) {
      line = assessment.line();
      LocalDate start = day("AssessmentActualStartDate", assessment.started(), OURS, OURS);
      LocalDate end = day("AssessmentAuthorisationDate", assessment.authorised(), "8696", null);
      day("AssessmentInternalReviewDate", assessment.internalReview(), OURS, null);
      notBefore("1103", "AssessmentActualStartDate", start, "CINreferralDate", referral);
      notBefore("8608", "AssessmentAuthorisationDate", end, "AssessmentActualStartDate", start);
      notAfter("8565", "AssessmentActualStartDate", start, "CINclosureDate", closure);
      notAfter("8565", "AssessmentAuthorisationDate", end, "CINclosureDate", closure);
      boolean completed = assessment.authorised() != null;
      if (!completed && closure != null) {
        absent("8867", "AssessmentAuthorisationDate", "a date, for the case was closed");
      }
      factors(assessment, episode.child(), completed);
      add(stretches, start, end);
    }
    overlap("8863Q", "AssessmentActualStartDate", stretches, "no other assessment of the referral");
    open("8896", "AssessmentAuthorisationDate", stretches, "one assessment without it at most");
    line = episode.line();
    boolean onlyNone =
        episode.assessments().size() == 1
            && episode.assessments().getFirst().factors().contains(NO_FACTORS);
    String reason = episode.reasonForClosure();
    if (onlyNone && reason != null && !AFTER_ASSESSMENT.contains(reason)) {
      found("8873Q", "ReasonForClosure", reason, "RC8 or RC9, for the assessment found no factor");
    }
  }

  private void factors(
      ReferralEpisode.Assessment assessment, ReferralEpisode.Child child, boolean completed) {
    List<String> factors = assessment.factors();
    if (completed && factors.isEmpty()) {
      absent("8897Q", "AssessmentFactors", "factors, or 21, in a completed assessment");
    }
    if (!completed && !factors.isEmpty()) {
      found(
          "8614",
          "AssessmentFactors",
          factors.getFirst(),
          "none before the assessment is completed");
    }
    if (factors.contains(NO_FACTORS)
        && factors.stream().anyMatch(code -> !code.equals(NO_FACTORS))) {
      found("8869", "AssessmentFactors", NO_FACTORS, "no other factor beside 21");
    }
    Set<String> met = new HashSet<>();
    for (String factor : factors) {
      coded(OURS, "AssessmentFactors", factor, "dfe-assessment-factors", false);
      if (!met.add(factor)) {
        found("8898", "AssessmentFactors", factor, "this code once");
      }
      if (factor.equals("18A") && !child.sexIsOldGender()) {
        found("8945Q", "AssessmentFactors", factor, "18B or 18C");
      }
      if (factor.equals("19A") && !child.sexIsOldGender()) {
        found("8950Q", "AssessmentFactors", factor, "19B or 19C");
      }
    }
  }

  private void section47s(
      ReferralEpisode episode, @Nullable LocalDate referral, @Nullable LocalDate closure) {
    List<Stretch> stretches = new ArrayList<>();
    for (ReferralEpisode.Section47 enquiry : episode.section47s()) {
      line = enquiry.line();
      LocalDate start = day("S47ActualStartDate", enquiry.started(), OURS, OURS);
      LocalDate held = day("DateOfInitialCPC", enquiry.conference(), "8715", OURS);
      LocalDate target = parse(enquiry.conferenceTarget());
      if (enquiry.conferenceTarget() != null && target == null) {
        found(OURS, "InitialCPCtarget", enquiry.conferenceTarget(), "a date, yyyy-MM-dd");
      }
      if (target != null && isWeekend(target)) {
        found("8870Q", "InitialCPCtarget", target, "a day from Monday to Friday");
      }
      notBefore("2889", "S47ActualStartDate", start, "CINreferralDate", referral);
      notAfter("8565", "S47ActualStartDate", start, "CINclosureDate", closure);
      conference("DateOfInitialCPC", held, referral, closure);
      notBefore("8615", "DateOfInitialCPC", held, "S47ActualStartDate", start);
      if (held != null && enquiry.started() == null) {
        absent("8615", "S47ActualStartDate", "a date before the conference of " + held);
      }
      oneOf(OURS, "ICPCnotRequired", lower(enquiry.conferenceNotRequired()), FLAGS);
      boolean open =
          enquiry.conference() == null && !ReferralEpisode.isTrue(enquiry.conferenceNotRequired());
      if (open && closure != null) {
        absent(
            "8868",
            "DateOfInitialCPC",
            "a conference, or that none was required, for the case was closed");
      }
      if (enquiry.conference() != null && episode.initialConference() != null) {
        found(
            "2884",
            "DateOfInitialCPC",
            enquiry.conference(),
            "the conference in the enquiry or the referral, not in both");
      }
      if (open || held != null) {
        add(stretches, start, held);
      }
    }
    overlap("8890", "S47ActualStartDate", stretches, "no other enquiry of the referral");
    open("8839", "DateOfInitialCPC", stretches, "one enquiry without it at most");
    line = episode.line();
    if (!episode.section47s().isEmpty() && episode.assessments().isEmpty()) {
      absent("2991Q", "Assessments", "an assessment beside the section 47 enquiry");
    }
  }

  private void needPlans(
      ReferralEpisode episode,
      @Nullable LocalDate referral,
      @Nullable LocalDate closure,
      List<Stretch> all) {
    for (ReferralEpisode.NeedPlan plan : episode.needPlans()) {
      line = plan.line();
      LocalDate start = day("CINPlanStartDate", plan.started(), "4010", "4008");
      LocalDate end = day("CINPlanEndDate", plan.ended(), "4013", "4009Q");
      if (plan.started() == null) {
        absent("4010", "CINPlanStartDate", "the plan's first day");
      }
      notBefore("4011", "CINPlanEndDate", end, "CINPlanStartDate", start);
      if (start != null && end != null && start.equals(end)) {
        found("4012Q", "CINPlanEndDate", end, "a later day than the plan's first");
      }
      notBefore("4015", "CINPlanStartDate", start, "CINreferralDate", referral);
      notAfter("8565", "CINPlanStartDate", start, "CINclosureDate", closure);
      notAfter("8565", "CINPlanEndDate", end, "CINclosureDate", closure);
      add(all, start, end);
    }
    line = episode.line();
  }

  private void protectionPlans(
      ReferralEpisode episode,
      @Nullable LocalDate referral,
      @Nullable LocalDate closure,
      List<Stretch> all,
      List<LocalDate> reviews) {
    for (ReferralEpisode.ProtectionPlan plan : episode.protectionPlans()) {
      line = plan.line();
      LocalDate start = day("CPPstartDate", plan.started(), "8720", "8915");
      LocalDate end = day("CPPendDate", plan.ended(), "8930", "8920");
      if (plan.started() == null) {
        absent("8720", "CPPstartDate", "the plan's first day");
      }
      notBefore("8925", "CPPendDate", end, "CPPstartDate", start);
      if (start != null && end != null && start.equals(end)) {
        found("8840", "CPPendDate", end, "a later day than the plan's first");
      }
      notBefore("1105", "CPPstartDate", start, "CINreferralDate", referral);
      notAfter("8565", "CPPendDate", end, "CINclosureDate", closure);
      onTheDayOfAConference(episode, start);
      oneOfNeeded("8905", "InitialCategoryOfAbuse", plan.initialCategory(), ABUSE);
      oneOfNeeded("8910", "LatestCategoryOfAbuse", plan.latestCategory(), ABUSE);
      String previous = plan.previousPlans();
      if (previous == null || !previous.chars().allMatch(CinContradictions::isDigit)) {
        found("8730", "NumberOfPreviousCPP", previous, "how many plans there were before");
      }
      for (ReferralEpisode.Review review : plan.reviews()) {
        LocalDate held = day("CPPreviewDate", review.held(), OURS, OURS);
        if (review.held() == null) {
          absent("8842Q", "CPPreviewDate", "the day of the review");
        }
        if (held != null && start != null && !held.isAfter(start)) {
          found("8841", "CPPreviewDate", held, "after CPPstartDate " + start);
        }
        notAfter(OURS, "CPPreviewDate", held, "CPPendDate", end);
        if (held != null) {
          reviews.add(held);
        }
      }
      add(all, start, end);
    }
    line = episode.line();
  }

  private void onTheDayOfAConference(ReferralEpisode episode, @Nullable LocalDate start) {
    Set<LocalDate> conferences = new HashSet<>();
    for (ReferralEpisode.Section47 enquiry : episode.section47s()) {
      addDay(conferences, enquiry.conference());
    }
    if (episode.section47s().isEmpty()) {
      addDay(conferences, episode.initialConference());
    }
    if (start != null && !conferences.isEmpty() && !conferences.contains(start)) {
      found("2885", "CPPstartDate", start, "the day of an initial conference of the referral");
    }
  }

  private static void addDay(Set<LocalDate> days, @Nullable String text) {
    LocalDate day = parse(text);
    if (day != null) {
      days.add(day);
    }
  }

  /// Plans of one child, whatever referral they are under.
  private void together(
      List<Stretch> needPlans, List<Stretch> protectionPlans, List<LocalDate> reviews) {
    overlap("4014", "CINPlanStartDate", needPlans, "no other child-in-need plan");
    open("4004", "CINPlanEndDate", needPlans, "one plan without it at most");
    overlap("8940", "CPPstartDate", protectionPlans, "no other child protection plan");
    open("8935", "CPPendDate", protectionPlans, "one plan without it at most");
    for (Stretch need : needPlans) {
      at(need);
      for (Stretch protection : protectionPlans) {
        if (need.holds(protection.start()) || protection.holds(need.start())) {
          found(
              need.end() == null ? "4016" : "4017",
              "CINPlanStartDate",
              need.start(),
              "no child protection plan at that time, as from " + protection.start());
          break;
        }
      }
      for (LocalDate review : reviews) {
        if (need.holds(review)) {
          found("4003", "CPPreviewDate", review, "no open child-in-need plan at that time");
          break;
        }
      }
    }
  }

  /// Referrals of one child: one open at most, the latest, and none within another.
  private void referrals(List<ReferralEpisode> episodes) {
    List<Stretch> open = new ArrayList<>();
    List<Stretch> stretches = new ArrayList<>();
    LocalDate latest = null;
    for (ReferralEpisode episode : episodes) {
      LocalDate referral = parse(episode.referralDate());
      LocalDate closure = parse(episode.closureDate());
      row = episode.row();
      line = episode.line();
      boolean isOpen = episode.closureDate() == null && !episode.isNoFurtherAction();
      if (referral != null && (latest == null || referral.isAfter(latest))) {
        latest = referral;
      }
      if (isOpen) {
        add(open, referral, null);
      }
      if (isOpen || closure != null) {
        add(stretches, referral, closure);
      }
    }
    open("8815", "CINclosureDate", open, "one open referral of the child at most");
    for (Stretch stretch : open) {
      at(stretch);
      if (latest != null && stretch.start().isBefore(latest)) {
        absent("8816", "CINclosureDate", "a date, for a later referral is of " + latest);
      }
    }
    overlap("8820", "CINreferralDate", stretches, "no other referral of the child");
  }

  private void overlap(String rule, String element, List<Stretch> stretches, String what) {
    for (int i = 0; i < stretches.size(); i++) {
      Stretch one = stretches.get(i);
      for (int j = 0; j < stretches.size(); j++) {
        Stretch other = stretches.get(j);
        boolean within = i != j && other.holds(one.start());
        if (within && !(i < j && one.start().equals(other.start()))) {
          at(one);
          found(rule, element, one.start(), what + " at that time, as from " + other.start());
          break;
        }
      }
    }
  }

  private void open(String rule, String element, List<Stretch> stretches, String expected) {
    boolean before = false;
    for (Stretch stretch : stretches) {
      if (stretch.end() == null) {
        if (before) {
          at(stretch);
          absent(rule, element, expected);
        }
        before = true;
      }
    }
  }

  private void at(Stretch stretch) {
    row = stretch.row();
    line = stretch.line();
  }

  private void add(List<Stretch> stretches, @Nullable LocalDate start, @Nullable LocalDate end) {
    if (start != null) {
      stretches.add(new Stretch(row, line, start, end));
    }
  }

  /// The day that a text says, or null; what is wrong with it by itself is said.
  ///
  /// @param afterReference the rule against a date after the reference date
  /// @param afterDeath the rule against a date after the child's death, or null where it may be
  private @Nullable LocalDate day(
      String element, @Nullable String text, String afterReference, @Nullable String afterDeath) {
    if (text == null) {
      return null;
    }
    LocalDate day = parse(text);
    if (day == null) {
      found(OURS, element, text, "a date, yyyy-MM-dd");
      return null;
    }
    if (reference != null && day.isAfter(reference)) {
      found(afterReference, element, text, "up to ReferenceDate " + reference);
    }
    if (death != null && afterDeath != null && day.isAfter(death)) {
      found(afterDeath, element, text, "up to PersonDeathDate " + death);
    }
    return day;
  }

  private static @Nullable LocalDate parse(@Nullable String text) {
    try {
      return text == null || text.length() != 10 ? null : LocalDate.parse(text, DAY);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private void notBefore(
      String rule,
      String element,
      @Nullable LocalDate day,
      String otherElement,
      @Nullable LocalDate other) {
    if (day != null && other != null && day.isBefore(other)) {
      found(rule, element, day, "on or after " + otherElement + " " + other);
    }
  }

  private void notAfter(
      String rule,
      String element,
      @Nullable LocalDate day,
      String otherElement,
      @Nullable LocalDate other) {
    if (day != null && other != null && day.isAfter(other)) {
      found(rule, element, day, "on or before " + otherElement + " " + other);
    }
  }

  private void coded(
      String rule, String element, @Nullable String code, String list, boolean needed) {
    if (code == null ? needed : !isCode(list, code)) {
      found(rule, element, code, "a code of " + list);
    }
  }

  private static boolean isCode(String list, String code) {
    return Objects.requireNonNull(CodeList.named(list), list).find(code) != null;
  }

  private void oneOf(String rule, String element, @Nullable String code, Set<String> codes) {
    if (code != null && !codes.contains(code)) {
      found(rule, element, code, "one of " + String.join(", ", codes.stream().sorted().toList()));
    }
  }

  private void oneOfNeeded(String rule, String element, @Nullable String code, Set<String> codes) {
    oneOf(rule, element, code == null ? "" : code, codes);
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private void ifThere(String rule, String element, @Nullable String value, String expected) {
    if (value != null) {
      found(rule, element, value, expected);
    }
  }

  private void absent(String rule, String element, String expected) {
    found(rule, element, "", expected);
  }

  private void found(String rule, String element, LocalDate value, String expected) {
    found(rule, element, value.toString(), expected);
  }

  private void found(String rule, String element, @Nullable String value, String expected) {
    found.accept(new Contradiction(row, line, rule, element, value == null ? "" : value, expected));
  }
}
