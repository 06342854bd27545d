package uk.candour.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/// The database of one record: its roles, and its tables at the newest migration.
public final class Database {

  /// Who connects, and may do what; the migrations say it in grants.
  public enum Role {
    /// Adds acts and reads what is not protected; what the service logs in as.
    WRITER,
    /// Reads all but what is protected: duties, search, linkage.
    READER,
    /// Reads what is protected, to publish totals.
    PUBLISHER,
    /// Numbers the log.
    SEQUENCER
  }

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
  private static final long MIGRATION_LOCK = 0x63616e64_6f757201L;

  /// Kept, since a logger that nobody holds forgets its level.
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  static {
    MIGRATIONS.setLevel(Level.WARNING);
  }

  private final Login owner;
  private final Map<Role, Login> logins = new EnumMap<>(Role.class);

  private Database(Login owner) {
    this.owner = owner;
  }

  /// Opens the database that an owner's login leads to: makes the roles and brings the tables to
  /// the newest migration.
  static Database open(Login owner, Keys keys) throws SQLException, IOException {
    var database = new Database(owner);
    try (Connection connection = owner.connect()) {
      String name = database.name(connection);
      if (!NAME.matcher(name).matches()) {
        throw new SQLException(
            "the database is named '" + name + "'; expected small letters, digits and _");
      }
      for (Role role : Role.values()) {
        String user = name + "_" + role.name().toLowerCase(Locale.ROOT);
        database.logins.put(role, new Login(owner.url(), user, keys.password(user)));
      }
      database.makeRoles(connection);
    }
    database.migrate("uk/candour/store/migrations", "store_migrations");
    return database;
  }

  private String name(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_database()")) {
      row.next();
      return row.getString(1);
    }
  }

  private void makeRoles(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
      for (Login login : logins.values()) {
        boolean exists;
        try (ResultSet row =
            statement.executeQuery(
                "select 1 from pg_roles where rolname = '" + login.user() + "'")) {
          exists = row.next();
        }
        // Names are checked above and passwords are hexadecimal digits of our own.
        statement.execute(
            (exists ? "alter" : "create")
                + " role "
                + login.user()
                + " login password '"
                + login.password()
                + "'");
      }
    }
    connection.commit();
  }

  /// Brings tables to the newest migration of a folder on the class path. The placeholders
  /// `${writer}`, `${reader}`, `${publisher}` and `${sequencer}` stand for the roles.
  ///
  /// @param history the table in which these migrations are put down; each module has its own
  public void migrate(String folder, String history) {
    Map<String, String> placeholders = new HashMap<>();
    logins.forEach(
        (role, login) -> placeholders.put(role.name().toLowerCase(Locale.ROOT), login.user()));
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:" + folder)
        .table(history)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .placeholders(placeholders)
        .load()
        .migrate();
  }

  /// The owner of the tables, for migrations and copies alone.
  public Login owner() {
    return owner;
  }

  /// The login of a role.
  public Login login(Role role) {
    Login login = logins.get(role);
    if (login == null) {
      throw new IllegalStateException("no login of " + role);
    }
    return login;
  }
}
