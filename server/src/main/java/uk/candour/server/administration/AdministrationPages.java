package uk.candour.server.administration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import uk.candour.record.AgencyKind;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Written;
import uk.candour.server.Acts;
import uk.candour.server.access.UserRole;
import uk.candour.server.access.Viewers;
import uk.candour.server.accounts.Account;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Agency;
import uk.candour.server.accounts.Sessions;
import uk.candour.server.accounts.Token;
import uk.candour.server.pages.Errors;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.server.pages.Table;
import uk.candour.server.picture.Picture;
import uk.candour.store.Recorded;
import uk.candour.store.Unavailable;

/// Users, their roles, agencies and the tokens of their systems. Every change is an entry before it
/// takes effect. No child is seen here, and an administrator may open no page that shows one.
///
/// Whoever is shut out or given another role is signed out everywhere at once. An administrator
/// never learns a password: a one-time code lets its holder choose one, and that this was done is
/// an entry too.
@Controller
public final class AdministrationPages {

  private static final String NAME = "[a-z][a-z0-9.-]{1,40}";
  private static final int LONGEST = 100;
  private static final int CHANGES_SHOWN = 20;

  private final Pages pages;
  private final Errors errors;
  private final Viewers viewers;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Picture picture;
  private final Acts acts;

  public AdministrationPages(
      Pages pages,
      Errors errors,
      Viewers viewers,
      Accounts accounts,
      Sessions sessions,
      Picture picture,
      Acts acts) {
    this.pages = pages;
    this.errors = errors;
    this.viewers = viewers;
    this.accounts = accounts;
    this.sessions = sessions;
    this.picture = picture;
    this.acts = acts;
  }

  @GetMapping("/administration")
  View overview() throws Unavailable {
    return page(Map.of(), Map.of());
  }

  private Page page(Map<String, String> form, Map<String, String> problems) throws Unavailable {
    picture.catchUp();
    return pages
        .page("admin/overview", "Administration")
        .with("users", users())
        .with("agencies", List.copyOf(accounts.agencies()))
        .with("tokens", accounts.tokens())
        .with("roles", roles())
        .with("kinds", List.of(AgencyKind.values()))
        .with("changes", changes())
        .with("form", form)
        .problems(problems)
        .wide();
  }

  private static List<UserRole> roles() {
    return Stream.of(UserRole.values()).filter(Predicate.not(UserRole.PUBLIC::equals)).toList();
  }

  private Table users() {
    return new Table(
        "Users",
        List.of("Name", "User name", "Role", "Agency and team", "State"),
        accounts.all().stream()
            .map(one ->
                List.of(
                    Table.link(one.fullName(), "/administration/users/" + one.name()),
                    Table.cell(one.name()),
                    Table.cell(one.role().title()),
                    Table.cell(place(one)),
                    Table.cell(state(one))))
            .toList());
  }

  private static String place(Account account) {
    return account.team().isEmpty() ? account.agency() : account.agency() + ", " + account.team();
  }

  private static String state(Account account) {
    if (account.disabled()) {
      return "May not sign in";
    }
    return account.lives() ? "May sign in" : "Has not chosen a password";
  }

  private Table changes() {
    List<Recorded> all = picture.administration();
    return new Table(
        "The latest changes",
        List.of("When", "By", "What", "Before", "After"),
        all.subList(Math.max(0, all.size() - CHANGES_SHOWN), all.size()).reversed().stream()
            .map(AdministrationPages::change)
            .toList());
  }

  private static List<Table.Cell> change(Recorded act) {
    Written.Entry entry = act.written().entries().getFirst();
    return List.of(
        Table.cell(Moments.moment(act.receivedAt())),
        Table.cell(text(entry, EntryAttribute.BY)),
        Table.cell(text(entry, EntryAttribute.SUBJECT)),
        Table.cell(text(entry, EntryAttribute.OLD)),
        Table.cell(text(entry, EntryAttribute.NEW)));
  }

  private static String text(Written.Entry entry, EntryAttribute attribute) {
    String text = entry.text(attribute);
    return text == null ? "" : text;
  }

  private Page secret(String what, String who, String secret, String how) {
    return pages
        .page("admin/secret", what)
        .with("who", who)
        .with("secret", secret)
        .with("how", how)
        .back("/administration");
  }

  private void putDown(String subject, String before, String after) throws Unavailable {
    acts.write(
        viewers.current().signedIn(),
        EntryKind.ACCOUNT_CHANGED,
        what ->
            what.text(EntryAttribute.SUBJECT, subject)
                .text(EntryAttribute.OLD, before)
                .text(EntryAttribute.NEW, after));
  }

  private static String entered(Map<String, String> form, String field) {
    return form.getOrDefault(field, "").strip();
  }

  /// Whether it is short enough for a line and holds nothing but what a line can show.
  private static boolean isLine(String text) {
    return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
  }

  @PostMapping("/administration/users")
  View addUser(@RequestParam Map<String, String> form) throws Unavailable {
    Map<String, String> problems = new LinkedHashMap<>();
    String name = entered(form, "name");
    if (!name.matches(NAME)) {
      problems.put("name", "User name must be small letters, digits, full stops and hyphens");
    } else if (accounts.account(name).isPresent()) {
      problems.put("name", "This user name is taken; a name is never given twice");
    }
    Optional<Account> account = account(name, form, null, problems);
    if (account.isEmpty()) {
      return page(form, problems);
    }
    Account user = account.get();
    putDown("account " + name, "", standing(user));
    accounts.add(user);
    return invited(user);
  }

  /// The account that a form describes, or nothing and what is wrong with it.
  ///
  /// @param before the account that is changed, or null for a new one
  private Optional<Account> account(
      String name,
      Map<String, String> form,
      @Nullable Account before,
      Map<String, String> problems) {
    String fullName = entered(form, "full-name");
    if (fullName.isEmpty() || !isLine(fullName)) {
      problems.put("full-name", "Enter the person's name");
    }
    Optional<UserRole> role =
        roles().stream().filter(one -> one.word().equals(form.get("role"))).findFirst();
    if (role.isEmpty()) {
      problems.put("role", "Choose a role");
    }
    Optional<Agency> agency = accounts.agency(form.getOrDefault("agency", ""));
    if (agency.isEmpty()) {
      problems.put("agency", "Choose an agency");
    }
    String team = entered(form, "team");
    if (!isLine(team)) {
      problems.put("team", "Enter the team's name in a line");
    }
    return problems.isEmpty()
        ? Optional.of(
            new Account(
                name,
                fullName,
                role.orElseThrow(),
                agency.orElseThrow().name(),
                team,
                before == null ? null : before.passwordHash(),
                before != null && before.disabled()))
        : Optional.empty();
  }

  private static String standing(Account account) {
    return account.fullName() + ", " + account.role().title() + ", " + place(account);
  }

  private Page invited(Account account) {
    return secret(
        "One-time code for " + account.fullName(),
        account.fullName(),
        accounts.invite(account.name()),
        "Give it to them in person or by another safe way. At /welcome it lets them choose a"
            + " password, once, within 7 days. An earlier code is worth nothing now.");
  }

  @GetMapping("/administration/users/{name}")
  View user(@PathVariable String name) {
    return accounts
        .account(name)
        .map(account ->
            page(
                account,
                Map.of(
                    "full-name", account.fullName(),
                    "role", account.role().word(),
                    "agency", account.agency(),
                    "team", account.team()),
                Map.of()))
        .orElseGet(errors::notFound);
  }

  private Page page(Account account, Map<String, String> form, Map<String, String> problems) {
    return pages
        .page("admin/user", account.fullName())
        .with("account", account)
        .with("state", state(account))
        .with("isOwn", account.name().equals(viewers.current().signedIn().name()))
        .with("roles", roles())
        .with("agencies", List.copyOf(accounts.agencies()))
        .with("form", form)
        .problems(problems)
        .back("/administration");
  }

  @PostMapping("/administration/users/{name}")
  View changeUser(@PathVariable String name, @RequestParam Map<String, String> form)
      throws Unavailable {
    Optional<Account> found = accounts.account(name);
    if (found.isEmpty()) {
      return errors.notFound();
    }
    Account account = found.get();
    boolean isOwn = name.equals(viewers.current().signedIn().name());
    return switch (form.getOrDefault("change", "")) {
      case "save" -> save(account, isOwn, form);
      case "disable" -> {
        if (isOwn || isLast(account)) {
          yield page(account, form, Map.of("change", isOwn ? NOT_ONESELF : lastOf(account)));
        }
        putDown("account " + name, "may sign in", "may not sign in");
        accounts.change(with(account, true));
        accounts.withdrawInvitations(name);
        sessions.end(name);
        yield new RedirectView("/administration/users/" + name);
      }
      case "enable" -> {
        putDown("account " + name, "may not sign in", "may sign in");
        accounts.change(with(account, false));
        yield new RedirectView("/administration/users/" + name);
      }
      case "invite" -> {
        if (account.disabled()) {
          yield page(account, form, Map.of("change", "Let them in again first"));
        }
        putDown("account " + name, "", "one-time code made");
        yield invited(account);
      }
      default -> errors.notFound();
    };
  }

  private static final String NOT_ONESELF =
      "Nobody changes their own role or shuts themselves out; another administrator can";

  private View save(Account before, boolean isOwn, Map<String, String> form) throws Unavailable {
    Map<String, String> problems = new LinkedHashMap<>();
    Optional<Account> changed = account(before.name(), form, before, problems);
    if (changed.isPresent() && changed.get().role() != before.role()) {
      if (isOwn) {
        problems.put("role", NOT_ONESELF);
      } else if (isLast(before)) {
        problems.put("role", lastOf(before));
      }
    }
    if (changed.isEmpty() || !problems.isEmpty()) {
      return page(before, form, problems);
    }
    Account after = changed.get();
    if (!after.equals(before)) {
      putDown("account " + before.name(), standing(before), standing(after));
      accounts.change(after);
      if (after.role() != before.role() || !after.agency().equals(before.agency())) {
        sessions.end(before.name());
      }
    }
    return new RedirectView("/administration");
  }

  private static Account with(Account account, boolean disabled) {
    return new Account(
        account.name(),
        account.fullName(),
        account.role(),
        account.agency(),
        account.team(),
        account.passwordHash(),
        disabled);
  }

  /// Whether nobody else could own what this account owns.
  private boolean isLast(Account account) {
    return switch (account.role()) {
      case SCRUTINEER, ADMINISTRATOR ->
          accounts.living(account.role()).stream()
              .noneMatch(one -> !one.name().equals(account.name()));
      case PUBLIC, REPORTER, DECISION_MAKER, MANAGER, HEAD_OF_SERVICE, ANALYST, AUDITOR -> false;
    };
  }

  private static String lastOf(Account account) {
    return account.fullName()
        + " is the last "
        + account.role().title().toLowerCase(Locale.UK)
        + "; add another first, so that no duty is without an owner";
  }

  @PostMapping("/administration/agencies")
  View addAgency(@RequestParam Map<String, String> form) throws Unavailable {
    Map<String, String> problems = new LinkedHashMap<>();
    String name = entered(form, "agency-name");
    AgencyKind kind = AgencyKind.ofWord(form.getOrDefault("kind", ""));
    String area = entered(form, "area");
    if (name.isEmpty() || !isLine(name) || accounts.agency(name).isPresent()) {
      problems.put("agency-name", "Enter a name that no agency has");
    }
    if (!area.matches("[A-Za-z0-9]{0,20}")) {
      problems.put("area", "Enter the district's code, or leave it empty for our own district");
    }
    if (kind == null) {
      problems.put("kind", "Choose what kind of body it is");
    }
    if (!problems.isEmpty() || kind == null) {
      return page(form, problems);
    }
    putDown("agency " + name, "", area.isEmpty() ? kind.word() : kind.word() + ", " + area);
    accounts.add(new Agency(name, kind, area));
    return new RedirectView("/administration");
  }

  @PostMapping("/administration/tokens")
  View addToken(@RequestParam Map<String, String> form) throws Unavailable {
    Map<String, String> problems = new LinkedHashMap<>();
    String label = entered(form, "label");
    Optional<Agency> agency = accounts.agency(form.getOrDefault("token-agency", ""));
    if (label.isEmpty() || !isLine(label)) {
      problems.put("label", "Say which system the token is for");
    }
    if (agency.isEmpty()) {
      problems.put("token-agency", "Choose the agency whose system it is");
    }
    if (!problems.isEmpty()) {
      return page(form, problems);
    }
    String name = agency.orElseThrow().name();
    putDown("token of " + name, "", label);
    return secret(
        "Token for " + label,
        name,
        accounts.addToken(name, label, viewers.current().signedIn().name()),
        "It is shown this once and kept nowhere. The system sends it as Authorization: Bearer with"
            + " each report.");
  }

  @PostMapping("/administration/tokens/{id}/revoke")
  View revokeToken(@PathVariable String id) throws Unavailable {
    Optional<Token> token =
        accounts.tokens().stream()
            .filter(one -> one.id().equals(id) && one.revoked() == null)
            .findFirst();
    if (token.isEmpty()) {
      return errors.notFound();
    }
    putDown("token of " + token.get().agency(), token.get().label(), "revoked");
    accounts.revokeToken(id);
    return new RedirectView("/administration");
  }
}
