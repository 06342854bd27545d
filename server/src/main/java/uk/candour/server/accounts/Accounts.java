package uk.candour.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.candour.record.AgencyKind;
import uk.candour.server.access.UserRole;

/// The accounts, agencies and tokens, kept in the database and whole in memory, so that a change
/// takes effect at the next request and asking costs nothing.
public final class Accounts {

  private static final Duration INVITATION_LASTS = Duration.ofDays(7);

  private final JdbcClient database;
  private final Clock clock;
  private volatile Map<String, Account> accounts = Map.of();
  private volatile Map<String, Agency> agencies = Map.of();
  private final Map<String, String> agencyOfToken = new ConcurrentHashMap<>();

  public Accounts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
    reload();
  }

  private static final String ACCOUNTS =
      """
      select name, full_name, role, agency, team, password_hash, disabled
      from account
      order by name
      """;

  private static final String AGENCIES =
      """
      select name, kind, area
      from agency
      order by name
      """;

  private static final String LIVE_TOKENS =
      """
      select encode(hash, 'hex') as hash, agency
      from token
      where revoked is null
      """;

  private void reload() {
    agencies =
        database
            .sql(AGENCIES)
            .query((row, n) ->
                new Agency(
                    row.getString("name"), kind(row.getString("kind")), row.getString("area")))
            .list()
            .stream()
            .collect(Collectors.toMap(Agency::name, Function.identity()));
    accounts =
        database.sql(ACCOUNTS).query((row, n) -> account(row)).list().stream()
            .collect(Collectors.toMap(Account::name, Function.identity()));
    Map<String, String> live =
        database
            .sql(LIVE_TOKENS)
            .query((row, n) -> Map.entry(row.getString("hash"), row.getString("agency")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    agencyOfToken.keySet().retainAll(live.keySet());
    agencyOfToken.putAll(live);
  }

  private static AgencyKind kind(String word) {
    AgencyKind kind = AgencyKind.ofWord(word);
    if (kind == null) {
      throw new IllegalStateException("the database holds '" + word + "' as a kind of agency");
    }
    return kind;
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        row.getString("full_name"),
        UserRole.ofWord(row.getString("role")),
        row.getString("agency"),
        row.getString("team"),
        row.getString("password_hash"),
        row.getBoolean("disabled"));
  }

  public Optional<Account> account(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  public List<Account> all() {
    return accounts.values().stream().sorted(Comparator.comparing(Account::name)).toList();
  }

  /// Those who can be asked: the living accounts of a role, in the order of their names.
  public List<Account> living(UserRole role) {
    return all().stream().filter(one -> one.role() == role && one.lives()).toList();
  }

  public Collection<Agency> agencies() {
    return agencies.values().stream().sorted(Comparator.comparing(Agency::name)).toList();
  }

  public Optional<Agency> agency(String name) {
    return Optional.ofNullable(agencies.get(name));
  }

  private static final String ADD_AGENCY =
      """
      insert into agency (name, kind, area)
      values (:name, :kind, :area)
      on conflict (name) do nothing
      """;

  public void add(Agency agency) {
    database
        .sql(ADD_AGENCY)
        .param("name", agency.name())
        .param("kind", agency.kind().word())
        .param("area", agency.area())
        .update();
    reload();
  }

  private static final String ADD_ACCOUNT =
      """
      insert into account (name, full_name, role, agency, team, password_hash)
      values (:name, :fullName, :role, :agency, :team, :passwordHash)
      """;

  public void add(Account account) {
    database
        .sql(ADD_ACCOUNT)
        .param("name", account.name())
        .param("fullName", account.fullName())
        .param("role", account.role().word())
        .param("agency", account.agency())
        .param("team", account.team())
        .param("passwordHash", account.passwordHash())
        .update();
    reload();
  }

  private static final String CHANGE_ACCOUNT =
      """
      update account
      set full_name = :fullName, role = :role, agency = :agency, team = :team, disabled = :disabled
      where name = :name
      """;

  public void change(Account account) {
    database
        .sql(CHANGE_ACCOUNT)
        .param("name", account.name())
        .param("fullName", account.fullName())
        .param("role", account.role().word())
        .param("agency", account.agency())
        .param("team", account.team())
        .param("disabled", account.disabled())
        .update();
    reload();
  }

  private static final String INVITE =
      """
      insert into invitation (code_hash, account, expires)
      values (:hash, :account, :expires)
      """;

  private static final String WITHDRAW_INVITATIONS =
      """
      delete from invitation
      where account = :account
      """;

  /// Makes every code that was given for an account worthless.
  public void withdrawInvitations(String account) {
    database.sql(WITHDRAW_INVITATIONS).param("account", account).update();
  }

  /// Makes the code of a one-time link by which the account's holder chooses a password. An earlier
  /// one is worth nothing from then on.
  public String invite(String account) {
    withdrawInvitations(account);
    String code = Secrets.code();
    database
        .sql(INVITE)
        .param("hash", Secrets.hash(code))
        .param("account", account)
        .param("expires", Timestamp.from(clock.instant().plus(INVITATION_LASTS)))
        .update();
    return code;
  }

  private static final String INVITED =
      """
      select account
      from invitation
      where code_hash = :hash and expires > :now
      """;

  /// The account that an open invitation is for, or nothing.
  public Optional<Account> invited(String code) {
    return database
        .sql(INVITED)
        .param("hash", Secrets.hash(code))
        .param("now", Timestamp.from(clock.instant()))
        .query(String.class)
        .optional()
        .flatMap(this::account)
        .filter(account -> !account.disabled());
  }

  private static final String TAKE_INVITATION =
      """
      with taken as (
        delete from invitation
        where code_hash = :hash and expires > :now
        returning account
      )
      update account
      set password_hash = :passwordHash
      from taken
      where account.name = taken.account and not account.disabled
      """;

  /// Uses an invitation up; false where it is gone.
  public boolean accept(String code, String passwordHash) {
    int changed =
        database
            .sql(TAKE_INVITATION)
            .param("hash", Secrets.hash(code))
            .param("now", Timestamp.from(clock.instant()))
            .param("passwordHash", passwordHash)
            .update();
    reload();
    return changed == 1;
  }

  private static final String ADD_TOKEN =
      """
      insert into token (id, hash, agency, label, made_by)
      values (:id, :hash, :agency, :label, :madeBy)
      """;

  /// Makes a bearer token for an agency's system and gives its secret, which is not kept.
  public String addToken(String agency, String label, String madeBy) {
    String secret = Secrets.token();
    database
        .sql(ADD_TOKEN)
        .param("id", Secrets.code().substring(0, 11))
        .param("hash", Secrets.hash(secret))
        .param("agency", agency)
        .param("label", label)
        .param("madeBy", madeBy)
        .update();
    reload();
    return secret;
  }

  private static final String REVOKE_TOKEN =
      """
      update token
      set revoked = now()
      where id = :id and revoked is null
      """;

  public void revokeToken(String id) {
    database.sql(REVOKE_TOKEN).param("id", id).update();
    reload();
  }

  private static final String TOKENS =
      """
      select id, agency, label, made_by, made, revoked
      from token
      order by made desc
      """;

  public List<Token> tokens() {
    return database
        .sql(TOKENS)
        .query((row, n) ->
            new Token(
                row.getString("id"),
                row.getString("agency"),
                row.getString("label"),
                row.getString("made_by"),
                row.getTimestamp("made").toInstant(),
                instant(row.getTimestamp("revoked"))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  /// The agency whose system holds this secret, or nothing.
  public Optional<Agency> agencyOfToken(String secret) {
    String agency = agencyOfToken.get(java.util.HexFormat.of().formatHex(Secrets.hash(secret)));
    return agency == null ? Optional.empty() : agency(agency);
  }
}
