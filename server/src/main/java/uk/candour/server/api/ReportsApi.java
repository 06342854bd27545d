package uk.candour.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.candour.server.Acts;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Agency;
import uk.candour.server.pages.Problem;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.Picture;
import uk.candour.server.reports.ReceiptJson;
import uk.candour.server.reports.ReportCheck;
import uk.candour.server.reports.ReportJson;
import uk.candour.store.Answer;
import uk.candour.store.Conflict;
import uk.candour.store.Once;
import uk.candour.store.References;
import uk.candour.store.Unavailable;

/// Reports by machines: taken once under the sender's key, answered by a receipt.
@RestController
public final class ReportsApi {

  private static final int LARGEST_BODY = 1 << 20;
  private static final int LONGEST_KEY = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final MediaType PROBLEM = MediaType.valueOf(Problem.TYPE);
  private static final String BEARER = "Bearer ";

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

  @PostMapping("/api/v1/reports")
  ResponseEntity<byte[]> report(HttpServletRequest request) throws IOException {
    long began = System.nanoTime();
    ResponseEntity<byte[]> answer = answer(request);
    figures.reported(answer.getStatusCode().value(), System.nanoTime() - began);
    return answer;
  }

  private ResponseEntity<byte[]> answer(HttpServletRequest request) throws IOException {
    Agency agency = Acts.PUBLIC;
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      Optional<Agency> known =
          authorization.startsWith(BEARER)
              ? accounts.agencyOfToken(authorization.substring(BEARER.length()))
              : Optional.empty();
      if (known.isEmpty()) {
        return problem(401, "The bearer token is not known, or was revoked.");
      }
      agency = known.get();
    }
    String key = request.getHeader("Idempotency-Key");
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      return problem(
          400,
          "The header Idempotency-Key is required: "
              + LONGEST_KEY
              + " characters at most, new for each report.");
    }
    String type = request.getContentType();
    if (type == null || !MediaType.valueOf(type).isCompatibleWith(MediaType.APPLICATION_JSON)) {
      return problem(415, "A report is application/json.");
    }
    byte[] body = body(request);
    if (body.length > LARGEST_BODY) {
      return problem(413, "A report has " + LARGEST_BODY + " bytes at most.");
    }
    return take(agency, key, body);
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      return in.readNBytes(LARGEST_BODY + 1);
    }
  }

  private ResponseEntity<byte[]> take(Agency agency, String key, byte[] body) {
    ReportJson.Read read = ReportJson.read(body);
    if (!read.problems().isEmpty()) {
      return refused(read.problems());
    }
    switch (ReportCheck.check(read.said(), acts.today(), "/")) {
      case ReportCheck.Result.Wrong wrong -> {
        return refused(wrong.problems());
      }
      case ReportCheck.Result.Sound sound -> {
        if (agency.equals(Acts.PUBLIC) && sound.report().reporter().kind().equals("named")) {
          return refused(Map.of("/reporter/kind", "anonymous or confidential, or a bearer token"));
        }
        try {
          Answer answer =
              acts.report(sound.report(), agency, "", Once.of(agency.name(), key, body), PATIENCE);
          return switch (answer) {
            case Answer.Signed signed ->
                (signed.again()
                        ? ResponseEntity.ok()
                        : ResponseEntity.created(location(signed.reference())))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ReceiptJson.of(signed.receipt()));
            case Answer.Accepted accepted ->
                ResponseEntity.accepted()
                    .location(location(accepted.reference()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ReceiptJson.of(accepted));
          };
        } catch (Conflict e) {
          return problem(422, "This Idempotency-Key stands for another report.");
        } catch (Unavailable e) {
          return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
              .header(HttpHeaders.RETRY_AFTER, "2")
              .contentType(PROBLEM)
              .body(
                  bytes(Problem.of(503, "Nothing was accepted. Send it again with the same key.")));
        }
      }
    }
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
        return problem(404, "There is no report with this reference.");
      }
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .body(StatusJson.of(answer, report));
    } catch (Unavailable e) {
      return problem(503, "The record cannot be read now.");
    }
  }

  private static ResponseEntity<byte[]> refused(Map<String, String> problems) {
    List<Problem.FieldError> errors = new ArrayList<>();
    problems.forEach((field, expected) -> errors.add(new Problem.FieldError(field, expected)));
    return ResponseEntity.badRequest()
        .contentType(PROBLEM)
        .body(
            bytes(
                new Problem(
                    400,
                    "Bad Request",
                    "Nothing was accepted: "
                        + errors.size()
                        + (errors.size() == 1 ? " field is wrong." : " fields are wrong."),
                    errors)));
  }

  private static ResponseEntity<byte[]> problem(int status, String detail) {
    return ResponseEntity.status(status)
        .contentType(PROBLEM)
        .body(bytes(Problem.of(status, detail)));
  }

  private static byte[] bytes(Problem problem) {
    return problem.json().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
