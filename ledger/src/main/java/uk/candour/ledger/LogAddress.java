package uk.candour.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A log that is served over HTTP, read in the layout of its folder. No answer is waited for longer
/// than half a minute, none longer than it may be is taken, and no redirection is followed.
public final class LogAddress implements LogSource, AutoCloseable {

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofSeconds(30);
  private static final int FOUND = 200;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final URI address;
  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public LogAddress(URI address) {
    this(address, ANSWERING);
  }

  /// @param patience how long an answer may take from the question to its last byte
  LogAddress(URI address, Duration patience) {
    String text = address.toString();
    this.address = text.endsWith("/") ? address : URI.create(text + "/");
    this.patience = patience;
  }

  @Override
  public byte @Nullable [] read(String path, int limit) throws IOException {
    URI file = address.resolve(path);
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.sendAsync(
            HttpRequest.newBuilder(file).timeout(patience).GET().build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
    try {
      HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return switch (answer.statusCode()) {
        case FOUND -> answer.body();
        case NOT_FOUND, GONE -> null;
        default -> throw new IOException(file + " answered " + answer.statusCode());
      };
    } catch (ExecutionException e) {
      throw new IOException(file + " could not be read: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException(file + " was not answered in " + patience.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(file + " was not waited for", e);
    } finally {
      asked.cancel(true);
    }
  }

  @Override
  public int readers() {
    return 16;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
