package uk.candour.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.candour.server.Acts;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Agency;
import uk.candour.server.accounts.Secrets;
import uk.candour.server.pages.Problem;
import uk.candour.server.pages.Problem.FieldError;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.Picture;
import uk.candour.server.reports.ReceiptJson;
import uk.candour.server.reports.Report;
import uk.candour.server.reports.ReportCheck;
import uk.candour.server.reports.ReportJson;
import uk.candour.server.reports.Said;
import uk.candour.store.Answer;
import uk.candour.store.Conflict;
import uk.candour.store.Once;
import uk.candour.store.Opening;
import uk.candour.store.References;
import uk.candour.store.Unavailable;
import uk.candour.store.Undecided;

/// Reports by machines: taken once under the sender's key, answered by a receipt.
///
/// A key is the sender's own: two tokens may use the same and know nothing of each other. All who
/// report without a token are one sender, so a key of theirs has to be drawn at random; one that
/// somebody has used for another report is refused, and nothing of that report is told.
@RestController
public final class ReportsApi {

  private static final int LARGEST_BODY = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String RETRY_AFTER_SECONDS = "2";
  private static final MediaType PROBLEM = MediaType.valueOf(Problem.TYPE);
  private static final String KEY = "Idempotency-Key";
  private static final Pattern KEYS = Pattern.compile("[!-~](?:[ -~]{0,198}[!-~])?");
  private static final Pattern BEARER =
      Pattern.compile("bearer +([!-~]{1,200})", Pattern.CASE_INSENSITIVE);

  private final Acts acts;
  private final Accounts accounts;
  private final Picture picture;
  private final Figures figures;

  public ReportsApi(Acts acts, Accounts accounts, Picture picture, Figures figures) {
    this.acts = acts;
    this.accounts = accounts;
    this.picture = picture;
    this.figures = figures;
  }

  /// Somebody who sends: an agency's system by its token, or anybody.
  ///
  /// @param name whose keys these are
  private record Sender(String name, Agency agency, boolean isSignedIn) {}

  /// What was sent, as far as it was sound.
  private record Sent(Sender sender, Report report, Once once) {}

  /// A request that is answered by a problem.
  private static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
      super(problem.detail(), null, false, false);
      this.problem = problem;
    }

    Refused(int status, String detail) {
      this(Problem.of(status, detail));
    }
  }

  @PostMapping("/api/v1/reports")
  ResponseEntity<byte[]> report(HttpServletRequest request) throws IOException {
    long began = System.nanoTime();
    ResponseEntity<byte[]> answer = answer(request);
    figures.reported(answer.getStatusCode().value(), System.nanoTime() - began);
    return answer;
  }

  private ResponseEntity<byte[]> answer(HttpServletRequest request) throws IOException {
    try {
      Sent sent = sent(request);
      Answer answer = acts.report(sent.report(), sent.sender().agency(), "", sent.once(), PATIENCE);
      return switch (answer) {
        case Answer.Signed signed ->
            json(
                signed.again()
                    ? ResponseEntity.ok()
                    : ResponseEntity.created(location(signed.reference())),
                ReceiptJson.of(signed.receipt()));
        case Answer.Accepted accepted ->
            json(
                ResponseEntity.accepted().location(location(accepted.reference())),
                ReceiptJson.of(accepted));
      };
    } catch (Refused e) {
      return problem(e.problem);
    } catch (Conflict e) {
      return problem(Problem.of(422, "This " + KEY + " stands for another report."));
    } catch (Undecided e) {
      return problem(
          Problem.of(
              500,
              "Whether the report was accepted is not known. Send it again with the same key."));
    } catch (Unavailable e) {
      return problem(Problem.of(503, "Nothing was accepted. Send it again with the same key."));
    }
  }

  /// Reads a report with its sender and key, or tells all that is wrong.
  private Sent sent(HttpServletRequest request) throws Refused, IOException {
    Sender sender = sender(request);
    String key = only(request, KEY);
    if (key == null || !KEYS.matcher(key).matches()) {
      throw new Refused(
          400,
          "The header "
              + KEY
              + " is required: once, 1 to 200 printable ASCII characters, drawn anew for each"
              + " report.");
    }
    if (!isJson(request.getContentType())) {
      throw new Refused(415, "A report is application/json, in UTF-8.");
    }
    if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
      throw new Refused(415, "A report is sent without a Content-Encoding.");
    }
    ReportJson.Read read = ReportJson.read(body(request));
    Map<String, FieldError> problems = new LinkedHashMap<>();
    read.problems().forEach(one -> problems.put(one.field(), one));
    if (!read.isWhole()) {
      throw new Refused(Problem.of(List.copyOf(problems.values())));
    }
    ReportCheck.Result checked = ReportCheck.check(read.said(), acts.today(), "/");
    if (checked instanceof ReportCheck.Result.Wrong wrong) {
      wrong.problems().forEach(one -> add(problems, one));
    }
    ofSender(read.said(), sender).forEach(one -> add(problems, one));
    if (!problems.isEmpty() || !(checked instanceof ReportCheck.Result.Sound sound)) {
      throw new Refused(Problem.of(List.copyOf(problems.values())));
    }
    return new Sent(sender, sound.report(), Once.of(sender.name(), key, read.said().bytes()));
  }

  /// Adds what a check found; where a value of another type was told already, what is expected of
  /// it is told better now.
  private static void add(Map<String, FieldError> problems, FieldError found) {
    problems.merge(
        found.field(),
        found,
        (told, checked) -> new FieldError(told.field(), told.value(), checked.expected()));
  }

  /// What is wrong with a report by this sender, whatever it says.
  private List<FieldError> ofSender(Said said, Sender sender) {
    List<FieldError> found = new ArrayList<>();
    String to = said.fields().getOrDefault("to", "").strip();
    if (!acts.isBody(to)) {
      found.add(
          new FieldError(
              "/to", to, "an agency of this record, a kind of agency such as police, or nobody"));
    }
    String kind = said.reporter().get("kind");
    if ("named".equals(kind) && !sender.isSignedIn()) {
      found.add(
          new FieldError("/reporter/kind", kind, "anonymous or confidential, or a bearer token"));
    }
    if (kind == null && said.reporter().values().stream().anyMatch(one -> !one.isBlank())) {
      found.add(
          new FieldError(
              "/reporter/kind", null, "confidential or named, where the reporter is told"));
    }
    return found;
  }

  private Sender sender(HttpServletRequest request) throws Refused {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      return new Sender("public", Acts.PUBLIC, false);
    }
    String authorization = only(request, HttpHeaders.AUTHORIZATION);
    var bearer = BEARER.matcher(authorization == null ? "" : authorization.strip());
    Optional<Agency> agency =
        bearer.matches() ? accounts.agencyOfToken(bearer.group(1)) : Optional.empty();
    if (agency.isEmpty()) {
      throw new Refused(401, "The bearer token is not known, or was revoked.");
    }
    String name = "token " + HexFormat.of().formatHex(Secrets.hash(bearer.group(1)));
    return new Sender(name, agency.get(), true);
  }

  /// The value of a header that is sent once, or null.
  private static @Nullable String only(HttpServletRequest request, String header) {
    List<String> values = Collections.list(request.getHeaders(header));
    return values.size() == 1 ? values.getFirst() : null;
  }

  private static boolean isJson(@Nullable String type) {
    if (type == null) {
      return false;
    }
    try {
      MediaType given = MediaType.parseMediaType(type);
      return given.getType().equals("application")
          && given.getSubtype().toLowerCase(Locale.ROOT).equals("json")
          && (given.getCharset() == null || given.getCharset().equals(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] body(HttpServletRequest request) throws Refused, IOException {
    byte[] body = new byte[0];
    if (request.getContentLengthLong() <= LARGEST_BODY) {
      try (InputStream in = request.getInputStream()) {
        body = in.readNBytes(LARGEST_BODY + 1);
      }
    }
    if (request.getContentLengthLong() > LARGEST_BODY || body.length > LARGEST_BODY) {
      throw new Refused(413, "A report has " + LARGEST_BODY + " bytes at most.");
    }
    return body;
  }

  private static URI location(String reference) {
    return URI.create("/api/v1/receipts/" + reference);
  }

  @GetMapping("/api/v1/receipts/{reference}")
  ResponseEntity<byte[]> receipt(@PathVariable String reference) {
    try {
      Answer answer = acts.receipt(References.tidied(reference));
      if (answer instanceof Answer.Signed) {
        picture.catchUp();
      }
      Optional<LiveReport> report =
          answer == null ? Optional.empty() : picture.report(answer.reference());
      if (answer == null || (answer instanceof Answer.Signed && report.isEmpty())) {
        return problem(Problem.of(404, "There is no report with this reference."));
      }
      return json(ResponseEntity.ok(), StatusJson.of(answer, report));
    } catch (Unavailable e) {
      return problem(Problem.of(503, "The record cannot be read now."));
    }
  }

  /// What opens the commitment of one's own report. A receipt alone gives nothing: whoever asks
  /// sends the report word for word once more with its key, so that he learns the salts and nothing
  /// that he does not know.
  @PostMapping("/api/v1/receipts/{reference}/opening")
  ResponseEntity<byte[]> opening(@PathVariable String reference, HttpServletRequest request)
      throws IOException {
    try {
      Sent sent = sent(request);
      String tidied = References.tidied(reference);
      Opening opening =
          References.isReference(tidied)
              ? acts.opening(tidied, sent.sender().agency(), sent.once())
              : null;
      return opening == null
          ? problem(
              Problem.of(
                  404, "There is no signed report with this reference, this key and this body."))
          : json(ResponseEntity.ok(), OpeningJson.of(opening));
    } catch (Refused e) {
      return problem(e.problem);
    } catch (Unavailable e) {
      return problem(Problem.of(503, "The record cannot be read now."));
    }
  }

  private static ResponseEntity<byte[]> json(ResponseEntity.BodyBuilder answer, byte[] json) {
    return answer.contentType(MediaType.APPLICATION_JSON).body(json);
  }

  private static ResponseEntity<byte[]> problem(Problem problem) {
    var answer = ResponseEntity.status(problem.status()).contentType(PROBLEM);
    switch (problem.status()) {
      case 401 -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case 503 -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      default -> {
        // Nothing besides.
      }
    }
    return answer.body(problem.json().getBytes(StandardCharsets.UTF_8));
  }
}
