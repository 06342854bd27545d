package uk.candour.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.characteristics.SealedRow;
import uk.candour.intake.SourcePlan.EntryPlan;
import uk.candour.record.AgencyKind;
import uk.candour.record.Concern;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryKind;
import uk.candour.record.Source;
import uk.candour.record.Written;
import uk.candour.record.Written.EntryValue;

/// One entry as a row gives it: its own attributes, with what the remit's language says stands in
/// where the row is silent.
final class EntryInRow {

  /// What a remit says that an entry of one source may need to know of the others.
  ///
  /// @param agencies the kind of each agency of the remit, by its name in lower case
  /// @param sources the names of all sources
  record Around(Map<String, AgencyKind> agencies, Set<String> sources) {}

  private final Source source;
  private final EntryPlan plan;
  private final RowValues values;
  private final List<EntryValue> said = new ArrayList<>();

  EntryInRow(Source source, EntryPlan plan, RowValues values) {
    this.source = source;
    this.plan = plan;
    this.values = values;
  }

  /// The entry as it is to be written.
  ///
  /// @param group the entry's place among those of its source
  Written.Entry written(int group, Around around) {
    for (int i = 0; i < plan.attributes().size(); i++) {
      int cell = plan.cells().get(i);
      if (values.has(cell)) {
        say(plan.attributes().get(i), cell);
      }
    }
    boolean onOwnReport = false;
    switch (plan.kind()) {
      case REPORT_MADE -> sayMadeTo(around.agencies());
      case DECISION_TAKEN, ASSESSMENT_MADE -> onOwnReport = sayReport(around.sources());
      case MONITORING_CHANGED, LEADERS_BRIEFED -> {
        if (!values.has(plan.cell(EntryAttribute.CONCERN))) {
          said.add(EntryValue.of(EntryAttribute.CONCERN, Concern.EXPLOITATION));
        }
      }
      case RECORD_CHANGED -> sayChange();
      default -> {}
    }
    int id = plan.cell(EntryAttribute.ID);
    return new Written.Entry(
        plan.kind(), group, id < 0 ? "" : values.columns(id), onOwnReport, said);
  }

  private void say(EntryAttribute attribute, int cell) {
    switch (attribute) {
      case MADE_TO_BODY, REPORT, REPORT_SOURCE, OLD, NEW -> {}
      case FACTORS -> say(attribute, String.join(" ", new TreeSet<>(values.texts(cell))));
      default -> {
        switch (attribute.storage()) {
          case TEXT -> say(attribute, values.text(cell));
          case DATE, NUMBER -> said.add(EntryValue.of(attribute, values.number(cell)));
          case CODE -> {
            Enum<?> constant = values.constant(cell);
            if (constant != null) {
              said.add(EntryValue.of(attribute, constant));
            }
          }
        }
      }
    }
  }

  private void say(EntryAttribute attribute, @Nullable String text) {
    if (text != null) {
      said.add(EntryValue.of(attribute, text));
    }
  }

  private @Nullable String text(EntryAttribute attribute) {
    return values.text(plan.cell(attribute));
  }

  private void sayMadeTo(Map<String, AgencyKind> agencies) {
    String body = text(EntryAttribute.MADE_TO_BODY);
    AgencyKind kind = null;
    if (body != null && !body.equalsIgnoreCase("nobody")) {
      kind = agencies.get(body.toLowerCase(Locale.ROOT));
      if (kind == null) {
        kind = AgencyKind.ofWord(body.replace(' ', '-'));
        if (kind == null) {
          values.problem(
              values.columns(plan.cell(EntryAttribute.MADE_TO_BODY)),
              body,
              "an agency of the remit, a kind of agency, or nobody");
        }
        body = kind == null ? null : kind.word();
      }
    }
    if (body == null) {
      boolean receives =
          source.kind() == AgencyKind.SOCIAL_CARE || source.kind() == AgencyKind.POLICE;
      body = receives ? source.agency() : "nobody";
      kind = receives ? source.kind() : null;
    }
    if (kind == null) {
      said.add(EntryValue.of(EntryAttribute.MADE_TO, MadeTo.NOBODY));
      return;
    }
    say(EntryAttribute.MADE_TO_BODY, body);
    said.add(
        EntryValue.of(
            EntryAttribute.MADE_TO,
            kind == AgencyKind.SOCIAL_CARE ? MadeTo.SOCIAL_CARE : MadeTo.ANOTHER_BODY));
  }

  /// Says which report a decision or an assessment is on: the one it names, else that of its own
  /// row.
  ///
  /// @return whether it is on that of its own row
  private boolean sayReport(Set<String> sources) {
    String report = text(EntryAttribute.REPORT);
    String holder = text(EntryAttribute.REPORT_SOURCE);
    if (holder != null && !sources.contains(holder)) {
      values.problem(
          values.columns(plan.cell(EntryAttribute.REPORT_SOURCE)),
          holder,
          "the name of a source of the remit; the decision is on no report");
      return false;
    }
    boolean ownReport = report == null && plan.cell(EntryAttribute.REPORT) < 0;
    if (report != null || ownReport) {
      say(EntryAttribute.REPORT, report);
      say(EntryAttribute.REPORT_SOURCE, holder);
    }
    return ownReport;
  }

  // -- Changes of a record ------------------------------------------------------------------------

  /// Whether the changed field is one of ethnicity or nationality. A field that is not named may
  /// be.
  private boolean isProtectedChange() {
    if (plan.kind() != EntryKind.RECORD_CHANGED) {
      return false;
    }
    String field = text(EntryAttribute.FIELD);
    if (field == null) {
      return true;
    }
    String lower = field.toLowerCase(Locale.ROOT);
    return lower.contains("ethnic")
        || lower.contains("nationalit")
        || lower.equals("race")
        || lower.endsWith(".race");
  }

  private void sayChange() {
    int before = plan.cell(EntryAttribute.OLD);
    int after = plan.cell(EntryAttribute.NEW);
    if (isProtectedChange()) {
      say(EntryAttribute.OLD, values.has(before) ? RECORDED : null);
      say(EntryAttribute.NEW, values.has(after) ? RECORDED : null);
    } else {
      say(EntryAttribute.OLD, plain(before));
      say(EntryAttribute.NEW, plain(after));
    }
  }

  /// All that the record learns of a protected value.
  private static final String RECORDED = "recorded";

  /// The values of a change of a protected field, or null where it is none.
  ///
  /// @param place the entry's place in the row
  SealedRow.@Nullable OfChange sealed(int place) {
    return isProtectedChange()
        ? new SealedRow.OfChange(
            place, changed(plan.cell(EntryAttribute.OLD)), changed(plan.cell(EntryAttribute.NEW)))
        : null;
  }

  private @Nullable Characteristic changed(int cell) {
    if (!values.has(cell)) {
      return null;
    }
    String text = values.text(cell);
    return text == null ? values.characteristic(cell) : CodeList.inWords(text);
  }

  private @Nullable String plain(int cell) {
    if (!values.has(cell)) {
      return null;
    }
    Characteristic value = values.characteristic(cell);
    return value == null ? values.text(cell) : value.label();
  }
}
