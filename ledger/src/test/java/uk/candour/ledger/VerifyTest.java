package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The answer an auditor gets, by files and over HTTP.
class VerifyTest {

  @TempDir Path folder;

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private Verify.Answer answer(
      String log, List<Path> receipts, @Nullable Path key, @Nullable Path since) {
    return new Verify(log, receipts, key, since).answer(checked -> {});
  }

  /// A log of 600 entries, a key, a receipt in both forms and an earlier checkpoint.
  private void made() throws IOException {
    Logs.grow(folder, 300);
    Files.copy(folder.resolve("log/checkpoint"), folder.resolve("earlier"));
    Files.writeString(folder.resolve("vkey"), Logs.KEY.verifier().text() + "\n");
    Logs.open(
        folder,
        writer -> {
          LogWriter.Appended appended = writer.append(Logs.entries(300, 600));
          var receipt =
              Receipt.of(
                  "R-1",
                  "2026-03-02T10:00:00Z",
                  Logs.entry(421),
                  appended.inclusionOf(421),
                  appended.signed());
          Files.writeString(folder.resolve("receipt.json"), receipt.json());
          Files.writeString(folder.resolve("receipt.tlog-proof"), receipt.proof());
        });
  }

  @Test
  void aFolderAndItsAddressVerifyAlike() throws IOException {
    made();
    Logs.grow(folder, 70_000);
    List<Path> receipts =
        List.of(folder.resolve("receipt.json"), folder.resolve("receipt.tlog-proof"));
    HttpServer server =
        SimpleFileServer.createFileServer(
            loopback(), folder.resolve("log").toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      Verify.Answer byFolder =
          answer(
              folder.resolve("log").toString(),
              receipts,
              folder.resolve("vkey"),
              folder.resolve("earlier"));
      Verify.Answer byAddress =
          answer(address(server), receipts, folder.resolve("vkey"), folder.resolve("earlier"));
      assertThat(byFolder.text()).contains("70,000 entries", "The log goes on from");
      assertThat(byFolder.code()).isEqualTo(Verify.VERIFIES);
      assertThat(byAddress).isEqualTo(byFolder);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void withoutAKeyOfOnesOwnTheAnswerSaysSo() throws IOException {
    made();
    assertThat(answer(folder.resolve("log").toString(), List.of(), null, null).text())
        .contains("It was not independently held", "No earlier checkpoint or receipt was given");
    assertThat(
            answer(
                    folder.resolve("log").toString(),
                    List.of(),
                    folder.resolve("vkey"),
                    folder.resolve("earlier"))
                .text())
        .doesNotContain("independently", "No earlier");
  }

  @Test
  void aReceiptServesAsAnEarlierCheckpoint() throws IOException {
    made();
    Verify.Answer whole =
        answer(
            folder.resolve("log").toString(),
            List.of(),
            folder.resolve("vkey"),
            folder.resolve("receipt.json"));
    assertThat(whole.code()).isZero();
    Path cut = Files.createDirectories(folder.resolve("cut"));
    Logs.grow(cut, 599);
    Verify.Answer shorter =
        answer(
            cut.resolve("log").toString(),
            List.of(),
            folder.resolve("vkey"),
            folder.resolve("receipt.json"));
    assertThat(shorter.code()).isEqualTo(Verify.DOES_NOT_VERIFY);
    assertThat(shorter.text()).contains("vouches for 600 entries, and the log has 599");
  }

  @Test
  void everyProblemIsSaidAtOnce() throws IOException {
    made();
    Files.writeString(folder.resolve("nothing"), "nothing");
    Files.delete(folder.resolve("log/tile/entries/001"));
    Verify.Answer answer =
        answer(
            folder.resolve("log").toString(),
            List.of(folder.resolve("nothing")),
            folder.resolve("vkey"),
            folder.resolve("nothing"));
    assertThat(answer.code()).isEqualTo(Verify.DOES_NOT_VERIFY);
    assertThat(answer.text())
        .contains("3 problems", "neither a checkpoint", "tile/entries/001 is missing")
        .endsWith("The first bad entry is 256.");
  }

  @Test
  void whatIsNotThereIsWrongUse() throws IOException {
    made();
    assertThat(answer("no-such-folder", List.of(), null, null).code()).isEqualTo(Verify.WRONG_USE);
    assertThat(answer("http://127.0.0.1:1/", List.of(), null, null).code())
        .isEqualTo(Verify.WRONG_USE);
    assertThat(
            answer(folder.resolve("log").toString(), List.of(), folder.resolve("gone"), null)
                .code())
        .isEqualTo(Verify.WRONG_USE);
    assertThat(Auditor.answer().code()).isEqualTo(Verify.WRONG_USE);
    assertThat(Auditor.answer("--key").code()).isEqualTo(Verify.WRONG_USE);
    assertThat(
            Auditor.answer(
                    folder.resolve("log").toString(),
                    "--receipt",
                    folder.resolve("receipt.json").toString())
                .code())
        .isEqualTo(Verify.VERIFIES);
  }

  @Test
  void anAddressThatNeverEndsOrNeverAnswersIsNotWaitedFor() throws IOException {
    HttpServer server = HttpServer.create(loopback(), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            for (int i = 0; i < 600; i++) {
              body.write('x');
              body.flush();
              Thread.sleep(100);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.createContext(
        "/large",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            for (int i = 0; i < 100_000; i++) {
              body.write(new byte[65_536]);
            }
          }
        });
    server.start();
    try (var slow = new LogAddress(URI.create(address(server) + "slow"), Duration.ofSeconds(1));
        var large = new LogAddress(URI.create(address(server) + "large"), Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> slow.read("checkpoint", 65_536)).hasMessageContaining("in 1 s");
      assertThatThrownBy(() -> large.read("checkpoint", 65_536))
          .hasMessageContaining("could not be read");
    } finally {
      server.stop(0);
    }
  }
}
