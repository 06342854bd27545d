package uk.candour.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Duty;

/// Chooses the three failures that the first screen tells, by a rule: one of acting for children,
/// one of answering reports, one of leading and keeping the record; in each the one with the
/// largest share of what it is counted out of. Where a kind has none, the largest share left over
/// takes its place. A failure that did not occur, or that the records cannot show, is never chosen.
final class GravestFailures {

  /// The rule in a sentence, for the page.
  static final String RULE =
      "Chosen by rule: of acting for children, of answering reports, and of leading and keeping the"
          + " record, each time the failure with the largest share.";

  private static final int MOST = 3;

  private enum Kind {
    ACTING,
    ANSWERING,
    LEADING
  }

  /// Something that may have failed.
  ///
  /// @param of the finding whose value it is out of, or null where the breakdown says
  /// @param by the breakdown that says out of how many, or null
  private record Candidate(
      Kind kind, String id, @Nullable String of, @Nullable String by, String words) {}

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate(
              Kind.ACTING,
              "children.never-acted",
              "children.seen",
              null,
              "children with a concern on record had no action at all"),
          new Candidate(
              Kind.ACTING,
              "children.repeat-reported",
              "children.seen",
              null,
              "children were reported three times or more before anybody acted, or nobody did"),
          new Candidate(
              Kind.ANSWERING,
              "reports.unanswered",
              null,
              "agency",
              "reports made to somebody were never decided on or answered"),
          new Candidate(
              Kind.ANSWERING,
              "reports.late",
              null,
              "team",
              "reports to social care had no answer by the end of the next working day"),
          new Candidate(
              Kind.ANSWERING,
              "severity.played-down",
              null,
              "post",
              "decided reports were set to a lower severity than the reporter’s"),
          new Candidate(
              Kind.LEADING,
              "leaders.unanswered",
              null,
              "year",
              "briefings to leaders were followed by no action"),
          new Candidate(
              Kind.LEADING,
              "record.reclassified",
              "children.seen",
              null,
              "children reported as exploited were given another category"),
          new Candidate(
              Kind.LEADING,
              "record.gaps",
              null,
              null,
              "months of records and meetings are missing"),
          new Candidate(
              Kind.LEADING,
              "directions.given",
              null,
              null,
              "directions told staff not to record, to rate or to share"),
          new Candidate(
              Kind.LEADING,
              "record.mass-removals",
              null,
              null,
              "days saw children taken off monitoring in bulk"));

  private GravestFailures() {}

  static List<Failure> of(Findings findings) {
    List<Failure> chosen = new ArrayList<>();
    List<Failure> left = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Failure> failed =
          CANDIDATES.stream()
              .filter(candidate -> candidate.kind == kind)
              .map(candidate -> failure(candidate, findings))
              .filter(Objects::nonNull)
              .sorted(Comparator.comparingDouble(failure -> -failure.share()))
              .toList();
      chosen.addAll(failed.subList(0, Math.min(1, failed.size())));
      left.addAll(failed.subList(Math.min(1, failed.size()), failed.size()));
    }
    left.sort(Comparator.comparingDouble(failure -> -failure.share()));
    return Stream.concat(chosen.stream(), left.stream()).limit(MOST).toList();
  }

  private static @Nullable Failure failure(Candidate candidate, Findings findings) {
    Finding finding = findings.find(candidate.id);
    Double value = finding == null ? null : finding.value();
    if (finding == null || value == null || value <= 0) {
      return null;
    }
    long count = Math.round(value);
    Long of = null;
    if (candidate.of != null) {
      Double total = findings.value(candidate.of);
      of = total == null ? null : Math.round(total);
    } else if (candidate.by != null) {
      List<Breakdown> rows =
          findings.breakdown(candidate.id, candidate.by).stream()
              .filter(row -> row.of() != null)
              .toList();
      if (!rows.isEmpty()) {
        of = rows.stream().mapToLong(row -> Objects.requireNonNull(row.of())).sum();
        if (finding.unit().equals(Figures.SHARE)) {
          count = rows.stream().mapToLong(row -> row.count() == null ? 0 : row.count()).sum();
        }
      }
    }
    if (finding.unit().equals(Figures.SHARE) && of == null) {
      return null;
    }
    return new Failure(candidate.id, count, of, candidate.words, duty(finding.duty()));
  }

  /// What a failure is measured against: a breach only of a duty that a dated source shows to have
  /// been in force.
  static String duty(@Nullable Duty duty) {
    if (duty == null) {
      return "A count: no dated rule is known here that sets a limit to it.";
    }
    return duty.inForce()
        ? "A breach of a duty then in force: " + sentence(duty)
        : "Measured against: " + sentence(duty);
  }

  private static String sentence(Duty duty) {
    String text =
        duty.text().endsWith(".")
            ? duty.text().substring(0, duty.text().length() - 1)
            : duty.text();
    return text + " (" + duty.source() + ").";
  }
}
