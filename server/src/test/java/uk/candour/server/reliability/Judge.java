package uk.candour.server.reliability;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.candour.ledger.Disk;
import uk.candour.ledger.LogFolder;
import uk.candour.ledger.Receipt;
import uk.candour.ledger.Refused;
import uk.candour.ledger.VerifierKey;
import uk.candour.ledger.Verify;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Written;
import uk.candour.server.reliability.Reporters.Filed;
import uk.candour.store.DataFolder;
import uk.candour.store.LiveRecord;
import uk.candour.store.RefusesToSign;
import uk.candour.store.Unavailable;

/// Compares what reporters remember with what the service holds after a run: by asking the service,
/// by reading its log, and, when it has stopped, by reading its record.
final class Judge {

  private static final int SENT_AGAIN = 200;
  private static final int RECEIPTS_VERIFIED = 25;
  private static final int PROBLEMS_TOLD = 8;

  private final Service service;
  private final Reporters reporters;
  private final Path evidence;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Filed> byReference = new HashMap<>();
  private final List<Path> sample = new ArrayList<>();
  private @Nullable Path key;
  private int lost;
  private int doubled;

  /// @param evidence a folder of the judge's own
  Judge(Service service, Reporters reporters, Path evidence) {
    this.service = service;
    this.reporters = reporters;
    this.evidence = evidence;
  }

  /// Keeps the log's key apart from the service, before anything happens to it.
  void keepKey() throws IOException {
    HttpResponse<byte[]> answer = service.get("/log/key");
    key = Files.write(evidence.resolve("log.vkey"), answer.body());
  }

  /// @param trouble what went wrong with the run itself, or null
  Verdict judge(@Nullable String trouble) {
    try {
      List<Filed> filed = reporters.filed();
      if (filed.stream().noneMatch(one -> one.answer() != null)) {
        return new Verdict.CouldNotTell("no report was acknowledged");
      }
      askTheService(filed);
      verify(service.at("/log").toString());
      service.stop();
      verify(service.log().toString());
      readTheLog(filed);
      readTheRecord(filed);
      if (trouble != null) {
        problems.add(trouble);
      }
      for (Filed one : filed) {
        String complaint = one.complaint();
        if (complaint != null) {
          problems.add(one.key() + " " + complaint);
        } else if (one.answer() == null) {
          problems.add(one.key() + " was never answered");
        }
      }
      if (!problems.isEmpty()) {
        return new Verdict.Failed(
            lost, doubled, problems.subList(0, Math.min(PROBLEMS_TOLD, problems.size())));
      }
      return new Verdict.Held(filed.size());
    } catch (IOException | Unavailable | RefusesToSign | Refused e) {
      if (problems.isEmpty()) {
        return new Verdict.CouldNotTell((trouble == null ? "" : trouble + "; ") + e);
      }
      problems.add(String.valueOf(e));
      return new Verdict.Failed(
          lost, doubled, problems.subList(0, Math.min(PROBLEMS_TOLD, problems.size())));
    }
  }

  private void lost(Filed report, String how) {
    lost++;
    problems.add("lost: " + report.key() + " " + how);
  }

  private void doubled(String what) {
    doubled++;
    problems.add("doubled: " + what);
  }

  /// Every acknowledged report has its reference's receipt, the same as it was given; sent again it
  /// has it still.
  private void askTheService(List<Filed> filed) throws IOException {
    int every = Math.max(1, filed.size() / SENT_AGAIN);
    int keepEvery = Math.max(1, filed.size() / RECEIPTS_VERIFIED);
    for (int i = 0; i < filed.size(); i++) {
      Filed report = filed.get(i);
      byte[] answer = report.answer();
      if (answer == null) {
        continue;
      }
      String reference = field(answer, "reference");
      Filed other = byReference.putIfAbsent(reference, report);
      if (other != null) {
        lost(report, "has the reference of " + other.key());
        continue;
      }
      HttpResponse<byte[]> now = service.get("/api/v1/receipts/" + reference);
      if (now.statusCode() == 404) {
        lost(report, "is not there under its reference " + reference);
        continue;
      }
      if (now.statusCode() != 200) {
        throw new IOException("a receipt could not be read: " + now.statusCode());
      }
      if (report.hasReceipt() && !begins(now.body(), answer)) {
        lost(report, "has another receipt now than it was given");
      }
      if (report.timesUnanswered() > 0 || i % every == 0) {
        HttpResponse<byte[]> again = reporters.sendAgain(report);
        if (again.statusCode() != 200 && again.statusCode() != 202) {
          doubled(report.key() + " sent again is answered " + again.statusCode());
        } else if (!field(again.body(), "reference").equals(reference)) {
          doubled(report.key() + " sent again has another reference");
        } else if (again.statusCode() == 200 && !begins(now.body(), again.body())) {
          lost(report, "sent again has another receipt than its reference");
        }
      }
      if (i % keepEvery == 0 && report.hasReceipt()) {
        sample.add(Files.write(evidence.resolve("receipt-" + i + ".json"), answer));
      }
    }
  }

  /// Whether what is known of a report begins with a receipt: the status comes behind it.
  private static boolean begins(byte[] known, byte[] receipt) {
    int length = receipt.length - 1;
    return known.length > length && Arrays.equals(known, 0, length, receipt, 0, length);
  }

  private static String field(byte[] json, String name) throws IOException {
    Matcher found =
        Pattern.compile("\"" + name + "\":\"?([^\",]*)")
            .matcher(new String(json, StandardCharsets.UTF_8));
    if (!found.find()) {
      throw new IOException("an answer without " + name);
    }
    return found.group(1);
  }

  private void verify(String log) {
    Verify.Answer answer =
        new Verify(log, sample, key, sample.isEmpty() ? null : sample.getFirst())
            .answer(done -> {});
    if (answer.code() != Verify.VERIFIES) {
      problems.add(log + ": " + answer.text());
    }
  }

  /// The log has at each receipt's index what the receipt says, no index twice, and one reporter's
  /// reports in their order.
  private void readTheLog(List<Filed> filed) throws IOException, Refused {
    VerifierKey verifier = VerifierKey.parse(Files.readString(Objects.requireNonNull(key)));
    byte[] note = Files.readAllBytes(service.log().resolve(LogFolder.CHECKPOINT));
    long size = Long.parseLong(new String(note, StandardCharsets.UTF_8).lines().toList().get(1));
    List<byte[]> entries = new LogFolder(service.log(), Disk.REAL).entries(0, size, size);
    Map<Long, Filed> byIndex = new HashMap<>();
    Map<Integer, Long> lastOf = new HashMap<>();
    for (Filed report : filed) {
      byte[] answer = report.answer();
      if (answer == null || !report.hasReceipt()) {
        continue;
      }
      Receipt receipt = Receipt.read(answer);
      receipt.check(verifier);
      if (receipt.index() >= size) {
        lost(report, "has an index that the log does not reach");
        continue;
      }
      byte[] entry = Base64.getDecoder().decode(field(answer, "entry"));
      if (!Arrays.equals(entry, entries.get((int) receipt.index()))) {
        lost(report, "has another entry in the log than its receipt says");
      }
      Filed other = byIndex.put(receipt.index(), report);
      if (other != null) {
        lost(report, "has the index of " + other.key());
      }
      long before = lastOf.getOrDefault(report.reporter(), -1L);
      if (receipt.index() <= before) {
        problems.add(report.key() + " comes before what its reporter had a receipt for before");
      }
      lastOf.put(report.reporter(), receipt.index());
    }
  }

  /// The record has one report a key, with the text that was sent under it.
  private void readTheRecord(List<Filed> filed) throws IOException, Unavailable, RefusesToSign {
    Map<String, String> textOf = new HashMap<>();
    Map<String, Integer> times = new HashMap<>();
    try (DataFolder data = DataFolder.open(service.folder(), null);
        LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
      record.stream(
          0,
          act -> {
            for (Written.Entry entry : act.written().entries()) {
              if (entry.kind() == EntryKind.REPORT_MADE) {
                String text = String.valueOf(entry.text(EntryAttribute.TEXT));
                textOf.put(act.reference(), text);
                times.merge(text, 1, Integer::sum);
              }
            }
          });
    }
    byReference.forEach((reference, report) -> {
      if (!report.text().equals(textOf.get(reference))) {
        lost(report, "is not in the record as it was sent");
      }
    });
    int reports = 0;
    for (int count : times.values()) {
      reports += count;
    }
    for (Filed report : filed) {
      int count = times.getOrDefault(report.text(), 0);
      if (count > 1) {
        doubled(report.key() + " is in the record " + count + " times");
      }
    }
    long keys = filed.stream().filter(one -> one.answer() != null).count();
    if (reports != keys) {
      problems.add("the record has " + reports + " reports and " + keys + " keys were accepted");
    }
  }
}
