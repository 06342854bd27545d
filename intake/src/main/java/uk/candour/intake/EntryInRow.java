package uk.candour.intake;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.intake.SourcePlan.EntryPlan;
import uk.candour.record.AgencyKind;
import uk.candour.record.Concern;
import uk.candour.record.Entries;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryKind;
import uk.candour.record.Source;

/// One entry as a row gives it, before it is appended: its own attributes, with what the remit's
/// language says stands in where the row is silent.
final class EntryInRow {

  private final Source source;
  private final EntryPlan plan;
  private final RowValues values;
  private final LocalDate asAt;

  EntryInRow(Source source, EntryPlan plan, RowValues values, LocalDate asAt) {
    this.source = source;
    this.plan = plan;
    this.values = values;
    this.asAt = asAt;
  }

  @Nullable String text(EntryAttribute attribute) {
    return values.text(plan.cell(attribute));
  }

  /// A date or a number, 0 where the row has none.
  int number(EntryAttribute attribute) {
    int cell = plan.cell(attribute);
    return values.has(cell) ? values.number(cell) : 0;
  }

  /// From when the entry is known, where its dates say so.
  int known() {
    int recorded = number(EntryAttribute.RECORDED);
    return recorded == 0 ? number(EntryAttribute.HAPPENED) : recorded;
  }

  int happened() {
    int happened = number(EntryAttribute.HAPPENED);
    return happened == 0 ? number(EntryAttribute.RECORDED) : happened;
  }

  /// Whether the entry was held by the as-at date.
  boolean isHeld() {
    return Entries.held(known(), asAt, source.extracted());
  }

  /// Adds all that the row says of the entry itself, but for its number, a reference to that
  /// number, and the values of a protected field.
  void print(Fingerprint print, @Nullable String reportId) {
    print.add(plan.kind().ordinal());
    boolean sealed = isProtectedChange();
    for (int i = 0; i < plan.attributes().size(); i++) {
      EntryAttribute attribute = plan.attributes().get(i);
      int cell = plan.cells().get(i);
      if (!values.has(cell) || attribute == EntryAttribute.ID || !isYetKnown(attribute)) {
        continue;
      }
      if (sealed && (attribute == EntryAttribute.OLD || attribute == EntryAttribute.NEW)) {
        continue;
      }
      print.add(attribute.ordinal());
      String text = values.text(cell);
      if (attribute == EntryAttribute.REPORT && text != null && text.equals(reportId)) {
        print.add(-3);
      } else {
        values.print(print, cell);
      }
    }
  }

  /// Appends the entry and gives its number.
  ///
  /// @param reportId the number of the report of the same row, or null
  int put(RowReader.Desk desk, int row, @Nullable String reportId) {
    EntriesBuilder entries = desk.entries();
    int entry = entries.entry(plan.kind(), row);
    for (int i = 0; i < plan.attributes().size(); i++) {
      EntryAttribute attribute = plan.attributes().get(i);
      int cell = plan.cells().get(i);
      if (!values.has(cell) || !isYetKnown(attribute)) {
        continue;
      }
      switch (attribute) {
        case MADE_TO_BODY, REPORT, REPORT_SOURCE, OLD, NEW -> {}
        case FACTORS ->
            entries.set(entry, attribute, String.join(" ", new TreeSet<>(values.texts(cell))));
        default -> put(entries, entry, attribute, cell);
      }
    }
    switch (plan.kind()) {
      case REPORT_MADE -> putMadeTo(entries, entry, desk.agencies());
      case DECISION_TAKEN, ASSESSMENT_MADE -> putReport(desk, entry, reportId);
      case MONITORING_CHANGED, LEADERS_BRIEFED -> {
        if (!values.has(plan.cell(EntryAttribute.CONCERN))) {
          entries.setCode(entry, EntryAttribute.CONCERN, Concern.EXPLOITATION);
        }
      }
      case RECORD_CHANGED -> putChange(entries, desk.sealed(), entry);
      case MEETING_HELD,
          DIRECTION_GIVEN,
          STATEMENT_MADE,
          CASE_ALLOCATED,
          CONVICTION_RECORDED,
          PERSON_RECORDED,
          FILE_READ -> {}
    }
    return entry;
  }

  /// A later date on the same row is known from itself.
  private boolean isYetKnown(EntryAttribute attribute) {
    return switch (attribute) {
      case ANSWERED, ACTION, ENDED -> Entries.held(number(attribute), asAt, source.extracted());
      default -> true;
    };
  }

  private void put(EntriesBuilder entries, int entry, EntryAttribute attribute, int cell) {
    switch (attribute.storage()) {
      case TEXT -> {
        String text = values.text(cell);
        if (text != null) {
          entries.set(entry, attribute, text);
        }
      }
      case DATE -> entries.setDate(entry, attribute, values.number(cell));
      case NUMBER -> entries.setNumber(entry, attribute, values.number(cell));
      case CODE -> {
        Enum<?> constant = values.constant(cell);
        if (constant != null) {
          entries.setCode(entry, attribute, constant);
        }
      }
    }
  }

  private void putMadeTo(EntriesBuilder entries, int entry, Map<String, AgencyKind> agencies) {
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
      entries.setCode(entry, EntryAttribute.MADE_TO, MadeTo.NOBODY);
      return;
    }
    entries.set(entry, EntryAttribute.MADE_TO_BODY, body);
    entries.setCode(
        entry,
        EntryAttribute.MADE_TO,
        kind == AgencyKind.SOCIAL_CARE ? MadeTo.SOCIAL_CARE : MadeTo.ANOTHER_BODY);
  }

  /// Puts down which report a decision or an assessment is on: the one it names, else that of its
  /// own row.
  private void putReport(RowReader.Desk desk, int entry, @Nullable String reportId) {
    String report = text(EntryAttribute.REPORT);
    if (report == null && plan.cell(EntryAttribute.REPORT) < 0) {
      report = reportId;
    }
    String holder = text(EntryAttribute.REPORT_SOURCE);
    if (holder != null && !desk.sources().contains(holder)) {
      values.problem(
          values.columns(plan.cell(EntryAttribute.REPORT_SOURCE)),
          holder,
          "the name of a source of the remit; the decision is on no report");
    } else if (report != null) {
      desk.entries().set(entry, EntryAttribute.REPORT, report);
      desk.entries()
          .set(entry, EntryAttribute.REPORT_SOURCE, holder == null ? source.name() : holder);
    }
  }

  // -- Changes of a record ------------------------------------------------------------------------

  /// Whether the changed field is one of ethnicity or nationality. A field that is not named may
  /// be.
  boolean isProtectedChange() {
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

  private void putChange(EntriesBuilder entries, SealedCharacteristics.Builder sealed, int entry) {
    int before = plan.cell(EntryAttribute.OLD);
    int after = plan.cell(EntryAttribute.NEW);
    if (isProtectedChange()) {
      sealed.change(entry, changed(before), changed(after));
      putChanged(entries, entry, EntryAttribute.OLD, values.has(before) ? RECORDED : null);
      putChanged(entries, entry, EntryAttribute.NEW, values.has(after) ? RECORDED : null);
    } else {
      putChanged(entries, entry, EntryAttribute.OLD, plain(before));
      putChanged(entries, entry, EntryAttribute.NEW, plain(after));
    }
  }

  /// All that the record learns of a protected value.
  private static final String RECORDED = "recorded";

  private static void putChanged(
      EntriesBuilder entries, int entry, EntryAttribute attribute, @Nullable String text) {
    if (text != null) {
      entries.set(entry, attribute, text);
    }
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
