package uk.candour.record;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What starts or stops the clock of a duty: an entry of a kind, of which more may be said. A
/// decision may have to be of one outcome, a report of one concern, a meeting of one series.
///
/// A decision of which no more is said is any answer to the report, an answer that the report
/// itself dates included.
///
/// @param detail the word of the outcome or of the concern, or the name of the series, in lower
///   case; null where any will do
public record DutyEvent(EntryKind kind, @Nullable String detail) {

  /// Any answer to a report.
  public static final DutyEvent ANSWER = new DutyEvent(EntryKind.DECISION_TAKEN, null);

  /// Any report.
  public static final DutyEvent REPORT = new DutyEvent(EntryKind.REPORT_MADE, null);

  public DutyEvent {
    if (detail != null && !fits(kind, detail)) {
      throw new IllegalArgumentException(kind.word() + " is never " + detail);
    }
  }

  public static DutyEvent decision(Outcome outcome) {
    return new DutyEvent(EntryKind.DECISION_TAKEN, outcome.word());
  }

  public static DutyEvent report(Concern concern) {
    return new DutyEvent(EntryKind.REPORT_MADE, concern.word());
  }

  public static DutyEvent meeting(String series) {
    return new DutyEvent(EntryKind.MEETING_HELD, series);
  }

  /// The event that a remit names by the word of an entry (`report-made`) or its short name
  /// (`report`), with more said after a colon (`decision-taken:section-47`), or as `answer`; null
  /// for any other word.
  public static @Nullable DutyEvent ofWord(String written) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    if (word.equals("answer")) {
      return ANSWER;
    }
    int colon = word.indexOf(':');
    EntryKind kind = kind(colon < 0 ? word : word.substring(0, colon).strip());
    if (kind == null) {
      return null;
    }
    if (colon < 0) {
      return new DutyEvent(kind, null);
    }
    String detail = word.substring(colon + 1).strip();
    return fits(kind, detail) ? new DutyEvent(kind, detail) : null;
  }

  private static @Nullable EntryKind kind(String word) {
    for (EntryKind kind : EntryKind.values()) {
      if (kind.isOfRemits() && (kind.word().equals(word) || kind.role().equals(word))) {
        return kind;
      }
    }
    return null;
  }

  private static boolean fits(EntryKind kind, String detail) {
    return switch (kind) {
      case DECISION_TAKEN -> Outcome.ofWord(detail) != null;
      case REPORT_MADE -> Concern.ofWord(detail) != null;
      case MEETING_HELD -> !detail.isEmpty();
      default -> false;
    };
  }

  /// Whether an entry of this kind is the event.
  ///
  /// @param said what the entry says: the outcome's or the concern's word, the series' name, or
  ///   null
  public boolean is(EntryKind other, @Nullable String said) {
    return kind == other && (detail == null || detail.equalsIgnoreCase(said));
  }

  /// The word in a remit.
  public String word() {
    return detail == null ? kind.word() : kind.word() + ":" + detail;
  }
}
