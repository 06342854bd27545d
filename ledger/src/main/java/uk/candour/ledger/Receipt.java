package uk.candour.ledger;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a reporter takes home: that the log vouched for an entry at an index. It can be checked
/// without the service that gave it, by whoever has the log's public key.
///
/// Two forms: the JSON object that the service answers with, and C2SP tlog-proof (`.tlog-proof`),
/// whose extra line holds the entry. The reference and the time of receipt are the service's words;
/// the proof does not cover them.
public final class Receipt {

  static final int LONGEST = 1 << 18;
  private static final String PROOF = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int MOST_HASHES = 63;

  private final @Nullable String reference;
  private final @Nullable String receivedAt;
  private final byte @Nullable [] entry;
  private final @Nullable Hash stated;
  private final long index;
  private final List<Hash> hashes;
  private final String note;

  private Receipt(
      @Nullable String reference,
      @Nullable String receivedAt,
      byte @Nullable [] entry,
      @Nullable Hash stated,
      long index,
      List<Hash> hashes,
      String note) {
    this.reference = reference;
    this.receivedAt = receivedAt;
    this.entry = entry;
    this.stated = stated;
    this.index = index;
    this.hashes = List.copyOf(hashes);
    this.note = note;
  }

  public static Receipt of(
      String reference,
      String receivedAt,
      byte[] entry,
      InclusionProof proof,
      SignedCheckpoint signed) {
    if (proof.size() != signed.size()) {
      throw new IllegalArgumentException(
          "the proof is for %d entries and the checkpoint for %d"
              .formatted(proof.size(), signed.size()));
    }
    return new Receipt(
        reference,
        receivedAt,
        entry.clone(),
        Hash.ofLeaf(entry),
        proof.index(),
        proof.hashes(),
        signed.note());
  }

  /// Reads either form.
  ///
  /// @throws Refused when it is neither; that it is true, [#check] finds out
  public static Receipt read(byte[] bytes) throws Refused {
    if (bytes.length > LONGEST) {
      throw new Refused("a receipt has at most %d bytes".formatted(LONGEST));
    }
    String text = Text.utf8(bytes, "a receipt");
    return text.startsWith(PROOF) ? ofProof(text) : ofJson(text);
  }

  private static Receipt ofProof(String text) throws Refused {
    int end = text.indexOf("\n\n");
    if (end < 0) {
      throw new Refused("a tlog-proof has an empty line before its checkpoint, and this has none");
    }
    List<String> lines = List.of(text.substring(0, end).split("\n", -1));
    if (!lines.getFirst().equals(PROOF)) {
      throw new Refused("a tlog-proof begins with a line " + PROOF);
    }
    int at = 1;
    byte[] entry = null;
    if (at < lines.size() && lines.get(at).startsWith(EXTRA)) {
      entry = Text.base64(lines.get(at++).substring(EXTRA.length()), "the extra line");
    }
    if (at >= lines.size() || !lines.get(at).startsWith(INDEX)) {
      throw new Refused("a tlog-proof has a line with its index");
    }
    long index = Text.number(lines.get(at++).substring(INDEX.length()), "an index");
    return new Receipt(
        null,
        null,
        entry,
        null,
        index,
        hashes(lines.subList(at, lines.size())),
        text.substring(end + 2));
  }

  private static Receipt ofJson(String text) throws Refused {
    if (!(Json.read(text) instanceof Map<?, ?> members)) {
      throw new Refused("a receipt is a JSON object or a tlog-proof, and this is neither");
    }
    if (!(members.get("logIndex") instanceof Json.Digits index)) {
      throw new Refused("a receipt has a number logIndex; without one it has not been signed yet");
    }
    if (!(members.get("inclusionProof") instanceof List<?> proof)) {
      throw new Refused("a receipt has a list inclusionProof");
    }
    var hashes = new ArrayList<String>();
    for (Object hash : proof) {
      if (!(hash instanceof String base64)) {
        throw new Refused("every hash of inclusionProof is text in base64");
      }
      hashes.add(base64);
    }
    return new Receipt(
        text(members, "reference"),
        text(members, "receivedAt"),
        Text.base64(text(members, "entry"), "entry"),
        Hash.ofBase64(text(members, "leafHash")),
        Text.number(index.text(), "logIndex"),
        hashes(hashes),
        text(members, "checkpoint"));
  }

  private static String text(Map<?, ?> members, String name) throws Refused {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new Refused("a receipt has a text " + name);
  }

  private static List<Hash> hashes(List<String> base64) throws Refused {
    if (base64.size() > MOST_HASHES) {
      throw new Refused("a proof has at most %d hashes".formatted(MOST_HASHES));
    }
    var hashes = new ArrayList<Hash>();
    for (String hash : base64) {
      hashes.add(Hash.ofBase64(hash));
    }
    return hashes;
  }

  /// Checks that the key's log vouched for the entry at the index, and gives the checkpoint by
  /// which it did. A receipt without its entry is checked against the log's, see [Audit].
  ///
  /// @throws Refused saying what does not hold
  public SignedCheckpoint check(VerifierKey key) throws Refused {
    Hash leaf = leaf();
    if (leaf == null) {
      throw new Refused(
          "the receipt does not hold its entry, and cannot be checked without the log");
    }
    return check(key, leaf);
  }

  SignedCheckpoint check(VerifierKey key, Hash leaf) throws Refused {
    SignedCheckpoint signed = SignedCheckpoint.open(note, key);
    if (stated != null && !stated.equals(leaf)) {
      throw new Refused("leafHash is not the hash of the entry");
    }
    if (!new InclusionProof(index, signed.size(), hashes).check(signed.root(), leaf)) {
      throw new Refused(
          "the proof does not lead from entry %d to the root of its checkpoint of size %d"
              .formatted(index, signed.size()));
    }
    return signed;
  }

  /// The hash of the entry, if the receipt holds one.
  @Nullable Hash leaf() {
    return entry == null ? null : Hash.ofLeaf(entry);
  }

  public long index() {
    return index;
  }

  /// The signed note with the checkpoint by which the log vouched.
  public String note() {
    return note;
  }

  public @Nullable String reference() {
    return reference;
  }

  /// The JSON object that the service answers with.
  public String json() {
    if (reference == null || receivedAt == null || entry == null || stated == null) {
      throw new IllegalStateException("this receipt was read from a tlog-proof");
    }
    return """
    {
      "reference": %s,
      "receivedAt": %s,
      "logIndex": %d,
      "entry": "%s",
      "leafHash": "%s",
      "checkpoint": %s,
      "inclusionProof": [%s]
    }
    """
        .formatted(
            Json.quoted(reference),
            Json.quoted(receivedAt),
            index,
            Base64.getEncoder().encodeToString(entry),
            stated.base64(),
            Json.quoted(note),
            String.join(", ", hashes.stream().map(hash -> "\"" + hash.base64() + "\"").toList()));
  }

  /// The tlog-proof, with the entry in its extra line.
  public String proof() {
    var text = new StringBuilder(PROOF).append('\n');
    if (entry != null) {
      text.append(EXTRA).append(Base64.getEncoder().encodeToString(entry)).append('\n');
    }
    text.append(INDEX).append(index).append('\n');
    hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(note).toString();
  }
}
