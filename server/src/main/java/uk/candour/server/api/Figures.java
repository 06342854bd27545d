package uk.candour.server.api;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// What the service counts of itself, in the text format that Prometheus reads. No figure says
/// anything of a person.
public final class Figures {

  private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2};
  private static final double NANOS = 1e9;

  private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();
  private final LongAdder[] within = new LongAdder[SECONDS.length];
  private final LongAdder count = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  public Figures() {
    for (int i = 0; i < within.length; i++) {
      within[i] = new LongAdder();
    }
  }

  void reported(int status, long took) {
    answers.computeIfAbsent(status, code -> new LongAdder()).increment();
    count.increment();
    nanos.add(took);
    for (int i = 0; i < SECONDS.length; i++) {
      if (took <= SECONDS[i] * NANOS) {
        within[i].increment();
      }
    }
  }

  String text(long logSize) {
    StringBuilder text = new StringBuilder();
    text.append("# TYPE candour_report_answers_total counter\n");
    answers.forEach((status, times) ->
        text.append(
            "candour_report_answers_total{status=\"%d\"} %d\n".formatted(status, times.sum())));
    text.append("# TYPE candour_report_seconds histogram\n");
    for (int i = 0; i < SECONDS.length; i++) {
      text.append(
          "candour_report_seconds_bucket{le=\"%s\"} %d\n".formatted(SECONDS[i], within[i].sum()));
    }
    text.append(
        """
        candour_report_seconds_bucket{le="+Inf"} %d
        candour_report_seconds_sum %s
        candour_report_seconds_count %d
        # TYPE candour_log_entries gauge
        candour_log_entries %d
        """
            .formatted(count.sum(), nanos.sum() / NANOS, count.sum(), logSize));
    return text.toString();
  }
}
