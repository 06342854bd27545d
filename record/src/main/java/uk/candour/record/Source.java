package uk.candour.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One source of an inquiry: what an agency holds and handed over, as the remit describes it.
///
/// @param name the name used in every citation of a row
/// @param area the code of the district it speaks of
/// @param list the capture list it belongs to, or null where it takes no part in estimation
/// @param fedBy the lists whose referrals make up part of this one
/// @param covers when the source existed
/// @param extracted the day on which it was handed over
public record Source(
    String name,
    String agency,
    AgencyKind kind,
    String area,
    @Nullable String list,
    List<String> fedBy,
    List<Span> covers,
    LocalDate extracted) {

  public Source {
    fedBy = List.copyOf(fedBy);
    covers = List.copyOf(covers);
  }
}
