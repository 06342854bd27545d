package uk.candour.server.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Under load, and under clients that never finish, nothing is lost, doubled or out of order. Rates
/// are printed; only benchmarks judge them.
class LoadTest {

  private static final int REPORTERS = 24;
  private static final int UNFINISHED = 300;
  private static final int RESTARTS = 3;
  private static final long LOAD_MILLIS = 4_000;

  @TempDir private Path folder;

  @Test
  void restartingUnderLoadLosesAndDoublesNothing() throws IOException {
    try (var service = new Service(folder.resolve("data"), List.of());
        var reporters = new Reporters(service, REPORTERS, 11)) {
      service.start();
      var judge =
          new Judge(service, reporters, Files.createDirectories(folder.resolve("evidence")));
      judge.keepKey();
      reporters.start();
      long loaded = 0;
      for (int i = 0; i <= RESTARTS; i++) {
        if (i > 0) {
          service.stop();
          service.start();
        }
        long before = reporters.acknowledged();
        Service.pause(LOAD_MILLIS);
        loaded += reporters.acknowledged() - before;
      }
      reporters.end(Duration.ofSeconds(90));
      Verdict verdict = judge.judge(null);
      System.out.printf(
          "%d restarts under load: %d reports a second from %d reporters, %d requests unanswered: %s%n",
          RESTARTS,
          loaded * 1_000 / (LOAD_MILLIS * (RESTARTS + 1)),
          REPORTERS,
          reporters.unanswered(),
          verdict);
      assertThat(verdict).isInstanceOf(Verdict.Held.class);
    }
  }

  @Test
  void clientsThatNeverFinishTheirReportHoldUpNobody() throws IOException {
    try (var service = new Service(folder.resolve("data"), List.of());
        var reporters = new Reporters(service, 1, 12)) {
      service.start();
      List<Socket> unfinished = new ArrayList<>();
      try {
        for (int i = 0; i < UNFINISHED; i++) {
          unfinished.add(beginAndStop(service.port(), i));
        }
        for (int i = 0; i < 20; i++) {
          HttpResponse<byte[]> answer =
              reporters.sendAgain(new Reporters.Filed(0, "finished " + i, "Seen; " + i));
          assertThat(answer.statusCode()).as("report %s beside unfinished ones", i).isEqualTo(201);
        }
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
      } finally {
        for (Socket socket : unfinished) {
          socket.close();
        }
      }
      String info = new String(service.get("/info").body(), StandardCharsets.UTF_8);
      assertThat(info).as("entries of the 20 that finished").contains("\"size\":20,");
    }
  }

  private static Socket beginAndStop(int port, int number) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Idempotency-Key: unfinished "
                + number
                + "\r\nContent-Length: 500\r\n\r\n{\"concern\":\"neg")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }
}
