package uk.candour.server.statistics;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.server.pages.Table;

/// The page on which the public reads what it may count ([Statistics]), without a sign-in.
@Controller
public final class StatisticsPages {

  private static final String KEPT_BACK = "Too few to publish";

  private final Pages pages;
  private final Statistics statistics;

  public StatisticsPages(Pages pages, Statistics statistics) {
    this.pages = pages;
    this.statistics = statistics;
  }

  @GetMapping("/statistics")
  View statistics() {
    return statistics.today().map(this::page).orElseGet(this::later);
  }

  private Page page(Statistics.Release release) {
    return pages
        .page("stats/statistics", "Statistics")
        .with("upTo", Moments.day(release.upTo()))
        .with("saysNothing", release.saysNothing())
        .with(
            "table",
            new Table(
                "Totals of the borough",
                List.of("What", "How many"),
                release.figures().stream()
                    .map(one ->
                        List.of(
                            Table.cell(one.what()),
                            Table.cell(one.shown() == null ? KEPT_BACK : one.shown())))
                    .toList()));
  }

  private Page later() {
    return pages.page("stats/later", "Statistics");
  }
}
