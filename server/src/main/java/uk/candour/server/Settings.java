package uk.candour.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the service was asked to run: by its arguments, else by environment variables
/// (`CANDOUR_PORT`, `CANDOUR_ADDRESS`, `CANDOUR_DATA`, `CANDOUR_DATABASE`, `CANDOUR_DEMO`,
/// `CANDOUR_CLOCK_SPEED`, `CANDOUR_AREA`, `CANDOUR_PUBLIC_URL`, `CANDOUR_LOG_FORMAT`), else as is
/// usual.
///
/// @param database the JDBC URL of a server, or null for the database in the data folder
/// @param clockSpeed how many times as fast as it should the service's clock runs; above 1 only in
///   a demonstration
/// @param area the code of the district whose reports these are
/// @param publicUrl the address at which people reach the service, through a proxy; empty for none
/// @param jsonLogs whether the service logs as JSON, a line an event
public record Settings(
    int port,
    String address,
    Path data,
    @Nullable String database,
    boolean demo,
    double clockSpeed,
    String area,
    String publicUrl,
    boolean jsonLogs) {

  static final String USAGE =
      """
      ./candour serve [--port 8080] [--address 127.0.0.1] [--data DIR] [--database JDBC-URL] [--demo] [--clock-speed N]

      Starts the live service and keeps everything under DIR (default data/).
        --port N          the port to listen on; 0 takes a free one
        --address A       the address to listen on; put a proxy that speaks TLS in front of any other than 127.0.0.1
        --data DIR        where the record, its keys and its log are kept
        --database URL    a PostgreSQL 18 to use instead of the one that comes with Candour
        --demo            loads the example borough and a user for each role
        --clock-speed N   lets the clock run N times as fast, in a demonstration

      Example: ./candour serve --demo --clock-speed 3600
      """;

  /// What was asked for cannot be done; the message says what and what to do.
  static final class WrongUse extends Exception {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
      super(message);
    }
  }

  static Settings of(List<String> arguments, Map<String, String> environment) throws WrongUse {
    var given = new Given(environment);
    for (int i = 0; i < arguments.size(); i++) {
      String option = arguments.get(i);
      int is = option.indexOf('=');
      String name = is < 0 ? option : option.substring(0, is);
      switch (name) {
        case "--demo" -> given.put("DEMO", "true");
        case "--port", "--address", "--data", "--database", "--clock-speed" -> {
          if (is < 0 && i + 1 == arguments.size()) {
            throw new WrongUse(name + " needs a value. Try: ./candour serve --help");
          }
          String value = is < 0 ? arguments.get(++i) : option.substring(is + 1);
          given.put(name.substring(2).replace('-', '_'), value);
        }
        default -> throw new WrongUse("'" + option + "' is not known. Try: ./candour serve --help");
      }
    }
    boolean demo = given.get("DEMO", "false").equals("true");
    double speed = given.number("CLOCK_SPEED", 1, 1e6);
    if (speed != 1 && !demo) {
      throw new WrongUse("--clock-speed is for a demonstration: add --demo");
    }
    return new Settings(
        (int) given.number("PORT", 8080, 65535),
        given.get("ADDRESS", "127.0.0.1"),
        Path.of(given.get("DATA", "data")),
        given.values.get("DATABASE"),
        demo,
        speed,
        given.get("AREA", demo ? "X08000001" : "area"),
        given.get("PUBLIC_URL", ""),
        given.get("LOG_FORMAT", "text").equals("json"));
  }

  /// Whether people reach the service by https.
  boolean isSecure() {
    return publicUrl.startsWith("https://");
  }

  private static final class Given {

    private static final String PREFIX = "CANDOUR_";

    private final Map<String, String> values = new java.util.TreeMap<>();

    Given(Map<String, String> environment) {
      environment.forEach((name, value) -> {
        if (name.startsWith(PREFIX) && !value.isBlank()) {
          values.put(name.substring(PREFIX.length()), value);
        }
      });
    }

    void put(String name, String value) {
      values.put(name.toUpperCase(java.util.Locale.ROOT), value);
    }

    String get(String name, String otherwise) {
      return values.getOrDefault(name, otherwise);
    }

    double number(String name, double otherwise, double most) throws WrongUse {
      String value = values.get(name);
      if (value == null) {
        return otherwise;
      }
      try {
        double number = Double.parseDouble(value);
        if (number >= 0 && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new WrongUse(
            "'"
                + value
                + "' is no number for --"
                + name.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      }
      throw new WrongUse(
          value
              + " is not between 0 and "
              + (long) most
              + " for --"
              + name.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
  }
}
