package uk.candour.server.reports;

import uk.candour.record.Concern;
import uk.candour.record.Harm;
import uk.candour.record.Outcome;

/// How the words of the record are written for people.
public final class Words {

  private Words() {}

  public static String of(Concern concern) {
    return switch (concern) {
      case EXPLOITATION -> "Sexual exploitation";
      case TRAFFICKING -> "Trafficking";
      case CRIMINAL_EXPLOITATION -> "Criminal exploitation";
      case SEXUAL_ABUSE -> "Sexual abuse";
      case PHYSICAL_ABUSE -> "Physical abuse";
      case EMOTIONAL_ABUSE -> "Emotional abuse";
      case NEGLECT -> "Neglect";
      case MISSING -> "A child is or was missing";
      case BEYOND_CONTROL -> "Somebody or something controls the child";
      case DOMESTIC_ABUSE -> "Domestic abuse at home";
      case OTHER -> "Something else, or I am not sure";
    };
  }

  static String hint(Concern concern) {
    return switch (concern) {
      case EXPLOITATION -> "Somebody uses, or may be using, a child for sex.";
      case TRAFFICKING -> "A child is taken or sent from place to place by others.";
      case CRIMINAL_EXPLOITATION -> "A child is made to carry, keep or sell things for others.";
      default -> "";
    };
  }

  public static String of(Harm harm) {
    return switch (harm) {
      case THREAT -> "A threat";
      case WEAPON -> "A weapon";
      case VIOLENCE -> "Violence";
      case ABDUCTION -> "Being taken away";
      case CONFINEMENT -> "Being kept somewhere";
      case TRANSPORTED -> "Being driven or sent somewhere";
      case IMAGES -> "Pictures or films";
      case SUBSTANCES -> "Alcohol or drugs";
    };
  }

  public static String of(Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> "Accepted";
      case NO_FURTHER_ACTION -> "No further action";
      case STRATEGY_DISCUSSION -> "Strategy discussion";
      case SECTION_47 -> "Section 47 enquiry";
      case ASSESSMENT -> "Assessment";
      case CHILD_IN_NEED -> "Child in need";
      case EARLY_HELP -> "Early help";
      case ADVICE -> "Advice given";
      case CLOSED -> "Closed";
      case TRANSFERRED -> "Transferred to another body";
    };
  }

  /// A severity: `3, high`; `not said` for 0.
  public static String severity(int severity) {
    return switch (severity) {
      case 1 -> "Low";
      case 2 -> "Medium";
      case 3 -> "High";
      case 4 -> "Very high";
      default -> "Not said";
    };
  }

  static String severityHint(int severity) {
    return switch (severity) {
      case 4 -> "The child is being harmed, or will be very soon.";
      case 3 -> "The child is likely to come to harm.";
      case 2 -> "Something is wrong, and it may get worse.";
      default -> "Somebody should know about this.";
    };
  }
}
