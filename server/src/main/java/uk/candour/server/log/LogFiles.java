package uk.candour.server.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The log's folder as it is, for whoever wants to check it: the C2SP tlog-tiles layout. A tile
/// that is whole never changes.
@RestController
public final class LogFiles {

  private static final Pattern TILE =
      Pattern.compile("(?:\\d{1,2}|entries)(?:/x\\d{3}){0,6}/\\d{3}(?:\\.p/\\d{1,3})?");
  private static final MediaType TEXT =
      new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8);

  private final Path folder;

  public LogFiles(Path folder) {
    this.folder = folder;
  }

  @GetMapping("/log/checkpoint")
  ResponseEntity<byte[]> checkpoint() throws IOException {
    return file(folder.resolve("checkpoint"), TEXT, CacheControl.noStore());
  }

  @GetMapping("/log/tile/{*tile}")
  ResponseEntity<byte[]> tile(@PathVariable String tile) throws IOException {
    String path = tile.substring(1);
    if (!TILE.matcher(path).matches()) {
      return ResponseEntity.notFound().build();
    }
    return file(
        folder.resolve("tile").resolve(path),
        MediaType.APPLICATION_OCTET_STREAM,
        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }

  /// The log's public key, for whoever wants to keep it apart.
  @GetMapping("/log/key")
  ResponseEntity<byte[]> key() throws IOException {
    return file(folder.resolve("key"), TEXT, CacheControl.noStore());
  }

  /// A file of the log, read at once: what is sent is as long as it says, though the checkpoint may
  /// be replaced while it is read.
  private static ResponseEntity<byte[]> file(Path file, MediaType type, CacheControl caching)
      throws IOException {
    try {
      return ResponseEntity.ok()
          .contentType(type)
          .cacheControl(caching)
          .body(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return ResponseEntity.notFound().build();
    }
  }
}
