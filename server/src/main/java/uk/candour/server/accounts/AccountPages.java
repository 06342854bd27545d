package uk.candour.server.accounts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.server.Acts;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.store.Unavailable;

/// Signing in, and the one-time code by which an account's holder chooses a password. A code is
/// typed or comes behind the `#` of a link, so that it is in no address that anybody logs.
@Controller
public final class AccountPages {

  private final Pages pages;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Acts acts;
  private final String demonstrationPassword;

  /// @param demonstrationPassword that of every demonstration user, or empty where there are none
  public AccountPages(
      Pages pages,
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      Acts acts,
      String demonstrationPassword) {
    this.pages = pages;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.acts = acts;
    this.demonstrationPassword = demonstrationPassword;
  }

  @GetMapping("/sign-in")
  View signIn(@RequestParam Map<String, String> said) {
    Map<String, String> problems =
        said.containsKey("refused")
            ? Map.of(
                "username", "The user name or the password is not right, or too many were tried")
            : Map.of();
    return pages
        .page("account/sign-in", "Sign in")
        .with("demonstration", demonstrationPassword.isEmpty() ? List.of() : accounts.all())
        .with("password", demonstrationPassword)
        .problems(problems);
  }

  @GetMapping("/welcome")
  View welcome() {
    return askForCode(Map.of());
  }

  private Page askForCode(Map<String, String> problems) {
    return pages.page("account/welcome", "Your one-time code").problems(problems);
  }

  @PostMapping("/welcome/code")
  View code(@RequestParam(defaultValue = "") String code) {
    return accounts
        .invited(code)
        .<View>map(account -> choose(account, code, Map.of()))
        .orElseGet(this::noSuchCode);
  }

  private Page noSuchCode() {
    return askForCode(
        Map.of("code", "This code is not known, was used already or is more than 7 days old"));
  }

  private Page choose(Account account, String code, Map<String, String> problems) {
    return pages
        .page("account/choose-password", "Choose a password")
        .with("account", account)
        .with("code", code)
        .problems(problems);
  }

  @PostMapping("/welcome")
  View choose(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password)
      throws Unavailable {
    Optional<Account> account = accounts.invited(code);
    if (account.isEmpty()) {
      return noSuchCode();
    }
    Optional<String> problem = Passwords.problem(password, account.get());
    if (problem.isPresent()) {
      return choose(account.get(), code, Map.of("password", problem.get()));
    }
    String hash = Objects.requireNonNull(passwords.encode(password));
    acts.write(
        account.get(),
        EntryKind.ACCOUNT_CHANGED,
        what ->
            what.text(EntryAttribute.SUBJECT, "account " + account.get().name())
                .text(EntryAttribute.NEW, "password chosen by a one-time code"));
    if (!accounts.accept(code, hash)) {
      return noSuchCode();
    }
    sessions.end(account.get().name());
    return new RedirectView("/sign-in");
  }
}
