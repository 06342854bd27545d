package uk.candour.acceptance;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import uk.candour.cli.Candour;

/// The product as a user meets it: a command line, what it prints, its exit code, and the folder it
/// writes.
final class Product {

  /// The root of the repository.
  static final Path ROOT =
      Path.of(System.getProperty("candour.root", "..")).toAbsolutePath().normalize();

  /// The example borough that comes with the product.
  static final Path EASTMOOR = ROOT.resolve("examples/eastmoor");

  private Product() {}

  /// What a command printed and how it ended.
  record Ended(int code, String out, String err) {}

  static Ended run(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code = Candour.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Ended(code, out.toString(), err.toString());
  }

  /// Runs an inquiry that must end well, and gives its out folder.
  static Path inquiry(Path remit, Path out, String... more) {
    List<Object> arguments = new ArrayList<>(List.of("inquiry", remit, "--out", out, "--quiet"));
    arguments.addAll(List.of(more));
    Ended ended = run(arguments.toArray());
    if (ended.code() != 0) {
      throw new AssertionError("exit " + ended.code() + "\n" + ended.out() + ended.err());
    }
    return out;
  }

  /// The findings of an out folder by id, each as its JSON object.
  static Map<String, Map<String, Object>> findings(Path out) {
    Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
    for (Object finding : list(json(out.resolve("findings.json")).get("findings"))) {
      Map<String, Object> one = object(finding);
      byId.put((String) one.get("id"), one);
    }
    return byId;
  }

  static Map<String, Object> json(Path file) {
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file))) {
      parser.nextToken();
      return object(value(parser));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(@Nullable Object value) {
    return (List<Object>) Objects.requireNonNull(value);
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getString();
    };
  }
}
