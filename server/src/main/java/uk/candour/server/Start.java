package uk.candour.server;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import uk.candour.characteristics.SealedRow;
import uk.candour.record.AgencyKind;
import uk.candour.record.Concern;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Written;
import uk.candour.record.Written.PersonValue;
import uk.candour.server.access.UserRole;
import uk.candour.server.accounts.Account;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Agency;
import uk.candour.server.accounts.Passwords;
import uk.candour.server.reports.Report;
import uk.candour.store.Conflict;
import uk.candour.store.Unavailable;

/// What the service does before its first page: in a demonstration it makes the named users; else,
/// while there is no account at all, it prints the one-time link by which the first administrator
/// comes.
final class Start implements ApplicationListener<ApplicationReadyEvent> {

  static final String DEMONSTRATION_PASSWORD = "made-up-borough";

  private static final String FIRST = "administrator";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Accounts accounts;
  private final Passwords passwords;
  private final Acts acts;
  private final Settings settings;
  private final Notices notices;

  Start(Accounts accounts, Passwords passwords, Acts acts, Settings settings) {
    this.accounts = accounts;
    this.acts = acts;
    this.passwords = passwords;
    this.settings = settings;
    this.notices = new Notices(settings);
    if (settings.demo()) {
      demonstrate();
    }
  }

  private void demonstrate() {
    if (!accounts.all().isEmpty()) {
      return;
    }
    String social = "children's services";
    String police = "police";
    String school = "schools";
    String partnership = "safeguarding board";
    accounts.add(new Agency(social, AgencyKind.SOCIAL_CARE, settings.area()));
    accounts.add(new Agency(police, AgencyKind.POLICE, settings.area()));
    accounts.add(new Agency(school, AgencyKind.SCHOOL, settings.area()));
    accounts.add(new Agency(partnership, AgencyKind.PARTNERSHIP, settings.area()));
    accounts.add(new Agency("health trust", AgencyKind.HEALTH, settings.area()));
    String hash = Objects.requireNonNull(passwords.encode(DEMONSTRATION_PASSWORD));
    String team = "Assessment team";
    List.of(
            new Account(
                "reporter", "Ruth Ashdown", UserRole.REPORTER, school, "Pastoral", hash, false),
            new Account(
                "decider", "Daniel Okafor", UserRole.DECISION_MAKER, social, team, hash, false),
            new Account(
                "second", "Sian Prosser", UserRole.DECISION_MAKER, social, team, hash, false),
            new Account(
                "police",
                "Pat Lindqvist",
                UserRole.DECISION_MAKER,
                police,
                "Public protection",
                hash,
                false),
            new Account("manager", "Maya Feldman", UserRole.MANAGER, social, team, hash, false),
            new Account("head", "Hugh Tremaine", UserRole.HEAD_OF_SERVICE, social, "", hash, false),
            new Account(
                "scrutineer", "Selma Brandt", UserRole.SCRUTINEER, partnership, "", hash, false),
            new Account("analyst", "Anil Mehra", UserRole.ANALYST, partnership, "", hash, false),
            new Account("auditor", "Agnes Rowe", UserRole.AUDITOR, partnership, "", hash, false),
            new Account(
                "administrator", "Adam Kerr", UserRole.ADMINISTRATOR, social, "", hash, false))
        .forEach(accounts::add);
    report(
        school,
        Concern.EXPLOITATION,
        3,
        "Not in class since Monday; seen in a strange car.",
        "Ottilie",
        "Marsworth",
        2012);
    report(
        police,
        Concern.MISSING,
        4,
        "Found at a flat in Canal Street at three in the morning.",
        "Jonah",
        "Pellerin",
        2011);
    report(
        school,
        Concern.NEGLECT,
        2,
        "Comes without a coat and asks for food.",
        "Wren",
        "Castlemain",
        2016);
  }

  private void report(
      String agency,
      Concern concern,
      int severity,
      String text,
      String forename,
      String surname,
      int born) {
    var child =
        new Written.Person(
            Role.CHILD,
            1,
            Written.WHOLE,
            Written.WHOLE,
            List.of(),
            List.of(
                PersonValue.of(PersonAttribute.FORENAME, forename),
                PersonValue.of(PersonAttribute.SURNAME, surname),
                PersonValue.of(PersonAttribute.BORN, PartialDate.of(born))));
    var report =
        new Report(
            0,
            concern,
            severity,
            "",
            "",
            Set.of(),
            text,
            "",
            new Report.Reporter("named", "Ruth Ashdown", agency, ""),
            List.of(child),
            List.of(),
            SealedRow.NOTHING);
    try {
      acts.report(
          report, acts.agency(agency), agency.equals("schools") ? "reporter" : "", null, PATIENCE);
    } catch (Conflict | Unavailable e) {
      throw new IllegalStateException("the demonstration's reports cannot be written", e);
    }
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    int port =
        event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null
            ? web.getWebServer().getPort()
            : settings.port();
    String address =
        settings.publicUrl().isEmpty()
            ? "http://" + settings.address() + ":" + port
            : settings.publicUrl();
    if (accounts.all().stream().noneMatch(Account::lives)) {
      notices.say(
          "There is no account yet. The first administrator chooses a password at "
              + address
              + "/welcome#"
              + invitation());
    }
    notices.say("Candour is ready at " + address + (settings.demo() ? " (demonstration)" : ""));
  }

  private String invitation() {
    if (accounts.account(FIRST).isEmpty()) {
      accounts.add(new Agency("partnership", AgencyKind.PARTNERSHIP, settings.area()));
      accounts.add(
          new Account(
              FIRST,
              "First administrator",
              UserRole.ADMINISTRATOR,
              "partnership",
              "",
              null,
              false));
    }
    return accounts.invite(FIRST);
  }
}
