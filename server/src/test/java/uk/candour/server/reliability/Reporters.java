package uk.candour.server.reliability;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Reporters who report over HTTP, one report after another, each under a key of its own, and
/// remember what they were told. One who hears nothing asks again with the same key, until he is
/// answered.
final class Reporters implements AutoCloseable {

  private static final int LEAST_PATIENCE_MILLIS = 50;
  private static final int MOST_PATIENCE_MILLIS = 1_500;
  private static final int LONGEST_PAUSE_MILLIS = 12;
  private static final int PAUSE_WHEN_REFUSED_MILLIS = 60;

  private final Service service;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Queue<Filed> filed = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicLong acknowledged = new AtomicLong();
  private volatile boolean ending;
  private volatile boolean givingUp;

  /// A report as its reporter remembers it.
  static final class Filed {

    private final int reporter;
    private final String key;
    private final String text;

    /// What the service said when it acknowledged the report: a receipt, or (202) that the report
    /// is durable and its receipt follows.
    private volatile byte @Nullable [] answer;

    private volatile int status;
    private final AtomicInteger unanswered = new AtomicInteger();

    /// Where the last thing that was said of the report was that nothing of it had been accepted.
    private volatile boolean refused;

    /// What no service should ever have said.
    private volatile @Nullable String complaint;

    Filed(int reporter, String key, String text) {
      this.reporter = reporter;
      this.key = key;
      this.text = text;
    }

    int reporter() {
      return reporter;
    }

    String key() {
      return key;
    }

    String text() {
      return text;
    }

    byte @Nullable [] answer() {
      return answer;
    }

    /// Whether the answer is a receipt already.
    boolean hasReceipt() {
      return status == 200 || status == 201;
    }

    int timesUnanswered() {
      return unanswered.get();
    }

    @Nullable String complaint() {
      return complaint;
    }

    byte[] body() {
      return "{\"concern\":\"neglect\",\"text\":\"%s\",\"to\":\"social-care\",\"children\":[{\"forename\":\"Made\",\"surname\":\"Up\"}]}"
          .formatted(text)
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /// @param seed of the reporters' pauses and patience; their keys begin with it
  Reporters(Service service, int count, long seed) {
    this.service = service;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int number = i;
      SplittableRandom own = random.split();
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .name("reporter " + number)
              .unstarted(() -> report(number, seed, own)));
    }
  }

  void start() {
    threads.forEach(Thread::start);
  }

  private void report(int number, long seed, SplittableRandom random) {
    try {
      for (int i = 0; !ending; i++) {
        String key = "run " + seed + ", reporter " + number + ", report " + i;
        var report = new Filed(number, key, "Seen at the school gate; " + key);
        filed.add(report);
        while (report.answer == null && report.complaint == null && !givingUp) {
          int patience = random.nextInt(LEAST_PATIENCE_MILLIS, MOST_PATIENCE_MILLIS);
          try {
            send(report, Duration.ofMillis(patience));
          } catch (HttpConnectTimeoutException | ConnectException e) {
            // Nobody was there, so nothing was sent.
            Thread.sleep(PAUSE_WHEN_REFUSED_MILLIS);
          } catch (IOException e) {
            report.unanswered.incrementAndGet();
            unanswered.incrementAndGet();
            Thread.sleep(random.nextInt(PAUSE_WHEN_REFUSED_MILLIS));
          }
        }
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Filed report, Duration patience) throws IOException, InterruptedException {
    HttpResponse<byte[]> response;
    inFlight.incrementAndGet();
    try {
      response = client.send(request(report, patience), HttpResponse.BodyHandlers.ofByteArray());
    } finally {
      inFlight.decrementAndGet();
    }
    switch (response.statusCode()) {
      case 200, 201, 202 -> {
        if (report.refused && report.unanswered.get() == 0 && response.statusCode() == 200) {
          report.complaint = "was told that nothing had been accepted, and it had";
        }
        report.status = response.statusCode();
        report.answer = response.body();
        acknowledged.incrementAndGet();
      }
      case 503 -> {
        report.refused = true;
        Thread.sleep(PAUSE_WHEN_REFUSED_MILLIS);
      }
      default ->
          report.complaint =
              "was answered "
                  + response.statusCode()
                  + " "
                  + new String(response.body(), StandardCharsets.UTF_8);
    }
  }

  HttpRequest request(Filed report, Duration patience) {
    return HttpRequest.newBuilder(service.at("/api/v1/reports"))
        .timeout(patience)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", report.key)
        .POST(HttpRequest.BodyPublishers.ofByteArray(report.body()))
        .build();
  }

  /// How many requests were sent and wait for an answer now.
  int inFlight() {
    return inFlight.get();
  }

  /// How many requests were sent and never answered.
  int unanswered() {
    return unanswered.get();
  }

  long acknowledged() {
    return acknowledged.get();
  }

  int count() {
    return threads.size();
  }

  List<Filed> filed() {
    return List.copyOf(filed);
  }

  /// Sends a report once more, as somebody does who lost his receipt.
  HttpResponse<byte[]> sendAgain(Filed report) throws IOException {
    try {
      return client.send(
          request(report, Duration.ofSeconds(20)), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Lets every reporter be answered for the report he is at, and no longer report.
  ///
  /// @param within how long they may ask before they give up
  void end(Duration within) throws IOException {
    ending = true;
    try {
      long until = System.nanoTime() + within.toNanos();
      for (Thread thread : threads) {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
      }
      givingUp = true;
      for (Thread thread : threads) {
        thread.join(5_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    ending = true;
    givingUp = true;
    threads.forEach(Thread::interrupt);
    client.shutdownNow();
  }
}
