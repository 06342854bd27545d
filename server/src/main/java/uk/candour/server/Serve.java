package uk.candour.server;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import uk.candour.intake.LiveRecords;
import uk.candour.intake.Reading;
import uk.candour.intake.RecordKeeper;
import uk.candour.intake.Remit;
import uk.candour.server.Settings.WrongUse;
import uk.candour.store.DataFolder;
import uk.candour.store.LiveRecord;
import uk.candour.store.RefusesToSign;
import uk.candour.store.Unavailable;

/// `./candour serve`: opens the record and starts the service over it. Exit codes: 2 wrong use or
/// something missing; 3 our fault.
public final class Serve {

  private static final int WRONG_USE = 2;
  private static final int OUR_FAULT = 3;

  private Serve() {}

  public static void main(String[] arguments) {
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
      new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Settings.USAGE);
      return;
    }
    try {
      start(Settings.of(List.of(arguments), System.getenv()));
    } catch (WrongUse | Unavailable | RefusesToSign e) {
      err.println(e.getMessage());
      System.exit(WRONG_USE);
    } catch (IOException e) {
      err.println("Candour failed: " + e);
      System.exit(OUR_FAULT);
    }
  }

  /// A running service, with the record under it.
  public record Running(
      ConfigurableApplicationContext context, LiveRecord record, DataFolder folder)
      implements AutoCloseable {

    public int port() {
      return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    @Override
    public void close() throws IOException {
      context.close();
      record.close();
      folder.close();
    }
  }

  /// Starts the service. The database is started by this thread, since it ends with it.
  public static Running start(Settings settings) throws IOException, Unavailable, RefusesToSign {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.WARN);
    }
    if (settings.demo()) {
      loadExample(settings);
    }
    DataFolder folder = DataFolder.open(settings.data(), settings.database());
    FastClock fast =
        settings.clockSpeed() == 1 ? null : new FastClock(settings.clockSpeed(), ZoneOffset.UTC);
    Clock clock = fast == null ? Clock.systemUTC() : fast;
    LiveRecord record = LiveRecord.open(folder, clock);
    if (fast != null) {
      fast.goOnFrom(latest(record));
    }
    folder.database().migrate("uk/candour/server/migrations", "server_migrations");
    SpringApplication service = new SpringApplication(Parts.class);
    service.setWebApplicationType(WebApplicationType.SERVLET);
    service.setBannerMode(Banner.Mode.OFF);
    service.setLogStartupInfo(false);
    service.setDefaultProperties(properties(settings));
    service.addInitializers(context -> {
      var beans = context.getBeanFactory();
      beans.registerSingleton("settings", settings);
      beans.registerSingleton("record", record);
      beans.registerSingleton("folder", folder);
      beans.registerSingleton("time", clock);
    });
    var running = new Running(service.run(), record, folder);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  try {
                    running.close();
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                }));
    return running;
  }

  /// The time of the latest act: a fast clock goes on from there, and never shows a time before one
  /// that the record holds.
  private static Instant latest(LiveRecord record) throws Unavailable {
    Instant[] latest = {Instant.now()};
    record.stream(
        0, act -> latest[0] = act.receivedAt().isAfter(latest[0]) ? act.receivedAt() : latest[0]);
    return latest[0];
  }

  /// Loads the example borough into a record that does not have it yet.
  private static void loadExample(Settings settings) throws IOException, Unavailable {
    Path loaded = settings.data().resolve("example-loaded");
    if (Files.exists(loaded)) {
      return;
    }
    Path remit =
        Path.of(System.getProperty("candour.home", ""), "examples", "eastmoor", "remit.yaml");
    if (!Files.isRegularFile(remit)) {
      throw new Unavailable("the example borough is not at " + remit);
    }
    new Notices(settings).say("Loading the example borough (once) ...");
    RecordKeeper keeper = ServiceLoader.load(RecordKeeper.class).findFirst().orElseThrow();
    try {
      Files.createDirectories(
          settings.data(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      keeper.load(
          accepted(Remit.read(remit, null)),
          new RecordKeeper.Place(settings.data(), settings.database()),
          (_, _) -> {});
      Files.writeString(loaded, "");
    } catch (LiveRecords.Refused e) {
      throw new Unavailable("the example borough cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static Remit accepted(Reading<Remit> reading) throws Unavailable {
    return switch (reading) {
      case Reading.Accepted<Remit>(Remit remit) -> remit;
      case Reading.Rejected<Remit> rejected ->
          throw new Unavailable("the example's remit has problems: " + rejected.problems());
    };
  }

  private static Map<String, Object> properties(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", settings.port());
    properties.put("server.address", settings.address());
    properties.put("server.shutdown", "graceful");
    properties.put("server.server-header", "");
    properties.put("server.tomcat.use-relative-redirects", "true");
    properties.put("server.forward-headers-strategy", "none");
    properties.put("server.tomcat.max-swallow-size", "8MB");
    properties.put("server.tomcat.max-connections", "20000");
    properties.put("server.tomcat.accept-count", "1000");
    properties.put("server.tomcat.max-keep-alive-requests", "100000");
    properties.put("server.servlet.session.timeout", "30m");
    properties.put("server.servlet.session.tracking-modes", "cookie");
    properties.put(
        "server.servlet.session.cookie.name", settings.isSecure() ? "__Host-candour" : "candour");
    properties.put("server.servlet.session.cookie.http-only", "true");
    properties.put("server.servlet.session.cookie.same-site", "lax");
    properties.put("server.servlet.session.cookie.path", "/");
    properties.put("server.servlet.session.cookie.secure", settings.isSecure());
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
    properties.put("spring.main.register-shutdown-hook", "false");
    properties.put("spring.threads.virtual.enabled", "true");
    properties.put("spring.web.resources.add-mappings", "false");
    properties.put("spring.mvc.problemdetails.enabled", "false");
    properties.put("spring.web.error.whitelabel.enabled", "false");
    properties.put("logging.level.root", "warn");
    if (settings.jsonLogs()) {
      properties.put("logging.structured.format.console", "ecs");
    }
    return properties;
  }
}
