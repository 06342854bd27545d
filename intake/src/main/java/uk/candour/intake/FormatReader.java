package uk.candour.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads the `format` of a source; without one the file's name says what it is.
final class FormatReader {

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "csv", List.of("type", "separator", "quote", "encoding", "header"),
          "xlsx", List.of("type", "sheet", "header"),
          "json", List.of("type", "rows"),
          "xml", List.of("type", "rows"),
          "cin-census", List.of("type"));
  private static final List<String> TYPES = List.of("csv", "xlsx", "json", "xml", "cin-census");
  private static final List<String> EVERY_KEY =
      List.of("type", "separator", "quote", "encoding", "header", "sheet", "rows");

  private final Section.Sheet sheet;

  FormatReader(Section.Sheet sheet) {
    this.sheet = sheet;
  }

  /// The format that stands there, or null where it has a problem.
  ///
  /// @param node null where the source names no format
  /// @param fileNode where the file is named
  @Nullable Format read(@Nullable Node node, Node fileNode, @Nullable String fileName) {
    if (node == null) {
      return usual(fileNode, fileName);
    }
    if (node instanceof ScalarNode scalar) {
      String type = scalar.getValue().strip();
      if (!TYPES.contains(type)) {
        sheet.add(node, type, Nearest.oneOf(type, TYPES));
        return null;
      }
      return ofType(type, null, node);
    }
    Section any = Section.open(node, "a format as {type: csv, separator: \",\"}", sheet);
    if (any == null) {
      return null;
    }
    String type = any.has("type") ? any.text("type", "one of " + TYPES) : typeOf(fileName);
    if (type == null || !TYPES.contains(type)) {
      if (!any.has("type")) {
        sheet.add(node, "", "type: one of " + String.join(", ", TYPES));
      } else if (type != null) {
        sheet.add(any.at("type"), type, Nearest.oneOf(type, TYPES));
      }
      return null;
    }
    List<String> known = KEYS.getOrDefault(type, EVERY_KEY);
    for (String key : any.keys()) {
      if (!known.contains(key)) {
        sheet.add(any.keyNode(key), key, Nearest.oneOf(key, known));
      }
    }
    return ofType(type, any, node);
  }

  private @Nullable Format usual(Node fileNode, @Nullable String fileName) {
    String type = typeOf(fileName);
    if (type == null) {
      if (fileName != null) {
        sheet.add(fileNode, fileName, "a format beside it: {type: csv} or another");
      }
      return null;
    }
    return ofType(type, null, fileNode);
  }

  private static @Nullable String typeOf(@Nullable String fileName) {
    if (fileName == null) {
      return null;
    }
    String lower = fileName.toLowerCase(Locale.ROOT);
    return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
      case "csv", "tsv", "txt" -> "csv";
      case "xlsx" -> "xlsx";
      case "json", "jsonl", "ndjson" -> "json";
      case "xml" -> "xml";
      default -> null;
    };
  }

  private @Nullable Format ofType(String type, @Nullable Section section, Node node) {
    return switch (type) {
      case "csv" ->
          new Format.Csv(
              character(section, "separator", ','),
              character(section, "quote", '"'),
              encoding(section),
              header(section));
      case "xlsx" ->
          new Format.Xlsx(
              section == null ? null : section.text("sheet", "the name or number of a sheet"),
              header(section));
      case "json" ->
          new Format.Json(
              section == null ? null : section.text("rows", "the path of a row's element"));
      case "xml" -> xml(section, node);
      case "cin-census" -> new Format.CinCensus();
      default -> throw new IllegalArgumentException(type + " is none of " + TYPES);
    };
  }

  private @Nullable Format xml(@Nullable Section section, Node node) {
    String expected = "the path of a row's element";
    if (section == null) {
      sheet.add(node, Section.text(node), "format: {type: xml, rows: " + expected + "}");
      return null;
    }
    String rows = section.needText("rows", expected);
    return rows == null ? null : new Format.Xml(rows);
  }

  private char character(@Nullable Section section, String key, char usual) {
    if (section == null || !section.has(key)) {
      return usual;
    }
    Node node = section.at(key);
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (text.equals("\\t") || text.equals("tab")) {
      return '\t';
    }
    if (text.length() != 1 || text.charAt(0) == '\n' || text.charAt(0) == '\r') {
      sheet.add(node, Section.text(node), "one character, or tab");
      return usual;
    }
    return text.charAt(0);
  }

  private @Nullable Charset encoding(@Nullable Section section) {
    String name = section == null ? null : section.text("encoding", ENCODING);
    if (section == null || name == null) {
      return null;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      sheet.add(section.at("encoding"), name, ENCODING);
      return null;
    }
  }

  private static final String ENCODING = "an encoding such as utf-8, utf-16 or windows-1252";

  private static int header(@Nullable Section section) {
    Integer header = section == null ? null : section.number("header", 0);
    return header == null ? 1 : header;
  }
}
