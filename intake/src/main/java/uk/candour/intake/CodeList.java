package uk.candour.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;

/// A published list of codes, as it ships under `codes/`: a CSV file with one line a code, its
/// name, its broad group, whether it says anything, the remit's word for it where a target takes
/// fixed words, and the source and date that the line was taken from.
final class CodeList {

  /// The lists that ship with the product, by the name a remit uses.
  private static final Map<String, CodeList> SHIPPED = new LinkedHashMap<>();

  static {
    for (String name :
        List.of(
            "dfe-ethnicity",
            "police-16+1",
            "police-ic",
            "dfe-referral-source",
            "dfe-primary-need",
            "dfe-assessment-factors",
            "dfe-closure",
            "dfe-gender",
            "dfe-sex")) {
      SHIPPED.put(name, load(name));
    }
  }

  /// What a list says of one code.
  ///
  /// @param word the remit's word for it, or nothing
  record Code(String code, String label, String group, boolean usable, String word) {}

  private final String name;
  private final Map<String, Code> codes;

  private CodeList(String name, Map<String, Code> codes) {
    this.name = name;
    this.codes = codes;
  }

  /// The shipped list of this name, or null.
  static @Nullable CodeList named(String name) {
    return SHIPPED.get(name);
  }

  static List<String> names() {
    return List.copyOf(SHIPPED.keySet());
  }

  String name() {
    return name;
  }

  /// Whether the list is one of ethnicities.
  boolean isOfEthnicity() {
    return name.equals("dfe-ethnicity") || name.startsWith("police-");
  }

  /// Whether the list holds what somebody judged by appearance, never what a person stated.
  boolean isOfAppearance() {
    return name.equals("police-ic");
  }

  /// The code, without regard to case, or null where the list has no such code.
  @Nullable Code find(String value) {
    return codes.get(value.toUpperCase(Locale.ROOT));
  }

  List<Code> all() {
    return codes.values().stream().distinct().toList();
  }

  /// A value of this list as the sealed envelope keeps it, or null where the list has no such code.
  @Nullable Characteristic characteristic(String value) {
    Code code = find(value);
    return code == null ? null : characteristic(code);
  }

  /// A value in words, such as `Pakistani` or `not stated`, in no code system.
  static Characteristic inWords(String value) {
    for (CodeList list : SHIPPED.values()) {
      if (!list.isOfEthnicity()) {
        continue;
      }
      for (Code code : list.codes.values()) {
        boolean named = code.label().equalsIgnoreCase(value);
        boolean says = !code.usable() && code.code().equalsIgnoreCase(value);
        if (named || says) {
          return new Characteristic("", "", code.label(), code.group(), code.usable());
        }
      }
    }
    return new Characteristic("", "", value, "", !SAYS_NOTHING.contains(lower(value)));
  }

  /// The label or the broad group of the ethnicity lists that is written so, or null: a population
  /// file names its groups by these.
  static @Nullable String group(String written) {
    for (CodeList list : SHIPPED.values()) {
      if (!list.isOfEthnicity() || list.isOfAppearance()) {
        continue;
      }
      for (Code code : list.codes.values()) {
        if (!code.usable()) {
          continue;
        }
        if (code.label().equalsIgnoreCase(written) || code.code().equalsIgnoreCase(written)) {
          return code.label();
        }
        if (code.group().equalsIgnoreCase(written)) {
          return code.group();
        }
      }
    }
    return null;
  }

  private static final List<String> SAYS_NOTHING =
      List.of("unknown", "not known", "not recorded", "not asked", "declined", "nk", "n/k", "-");

  private Characteristic characteristic(Code code) {
    return new Characteristic(name, code.code(), code.label(), code.group(), code.usable());
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private static CodeList load(String name) {
    try (InputStream in = CodeList.class.getResourceAsStream("/codes/" + name + ".csv")) {
      if (in == null) {
        throw new IllegalStateException("codes/" + name + ".csv is not in the product");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> header = fields(reader.readLine());
      Map<String, Code> codes = new LinkedHashMap<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> fields = fields(line);
        Map<String, String> at = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
          at.put(header.get(i), fields.get(i));
        }
        var code =
            new Code(
                at.getOrDefault("code", ""),
                at.getOrDefault("label", ""),
                at.getOrDefault("group", ""),
                "yes".equals(at.get("usable")),
                at.getOrDefault("word", ""));
        codes.put(code.code(), code);
        String also = at.getOrDefault("also", "");
        if (!also.isEmpty()) {
          codes.put(also, code);
        }
      }
      return new CodeList(name, codes);
    } catch (IOException e) {
      throw new UncheckedIOException("codes/" + name + ".csv cannot be read", e);
    }
  }

  /// The fields of a line of our own files, in which a quoted field never runs on to another line.
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
