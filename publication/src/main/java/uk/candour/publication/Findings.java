package uk.candour.publication;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;

/// The findings of an inquiry by their published names.
final class Findings {

  private final Map<String, Finding> byId;

  Findings(List<Finding> findings) {
    this.byId = findings.stream().collect(Collectors.toMap(Finding::id, Function.identity()));
  }

  @Nullable Finding find(String id) {
    return byId.get(id);
  }

  /// The figure of a finding, or null where it was not asked or has none.
  @Nullable Double value(String id) {
    Finding finding = byId.get(id);
    return finding == null ? null : finding.value();
  }

  /// The rows of a finding's breakdown by one thing, in order.
  List<Breakdown> breakdown(String id, String by) {
    Finding finding = byId.get(id);
    return finding == null
        ? List.of()
        : finding.breakdown().stream().filter(row -> row.by().equals(by)).toList();
  }
}
