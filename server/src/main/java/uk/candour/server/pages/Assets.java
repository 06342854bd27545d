package uk.candour.server.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The styles and scripts of the pages: GOV.UK Frontend from its WebJar, and our own beside it.
///
/// GOV.UK Frontend's style names the GDS Transport font, whose use is kept to gov.uk; the names are
/// taken out, so that text is in Arial and no font is asked for. No image of it is served: neither
/// crest nor crown.
@RestController
public final class Assets {

  private static final String WEBJAR =
      "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
  private static final Pattern FONT_FACE = Pattern.compile("@font-face\\s*\\{[^}]*}");
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  @SuppressWarnings("ArrayRecordComponent") // bytes to be handed on, never compared
  private record Asset(MediaType type, byte[] bytes) {}

  private final Map<String, Asset> assets =
      Map.of(
          "govuk-frontend.css",
          new Asset(CSS, withoutFont(text(WEBJAR + "govuk-frontend.min.css"))),
          "govuk-frontend.js",
          new Asset(SCRIPT, bytes(WEBJAR + "govuk-frontend.min.js")),
          "candour.css",
          new Asset(CSS, bytes("/uk/candour/server/assets/candour.css")),
          "candour.svg",
          new Asset(
              MediaType.valueOf("image/svg+xml"), bytes("/uk/candour/server/assets/candour.svg")),
          "candour.js",
          new Asset(SCRIPT, bytes("/uk/candour/server/assets/candour.js")));

  @GetMapping("/assets/{name}")
  ResponseEntity<byte[]> asset(@PathVariable String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(asset.type())
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(asset.bytes());
  }

  static byte[] withoutFont(String css) {
    return FONT_FACE
        .matcher(css)
        .replaceAll("")
        .replace("\"GDS Transport\",", "")
        .replace("GDS Transport,", "")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
