package uk.candour.server.duties;

import java.util.List;
import java.util.Optional;
import uk.candour.record.DutyState.Rung;
import uk.candour.server.access.UserRole;
import uk.candour.server.accounts.Account;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.picture.LiveReport;

/// Who answers for a duty. No duty is without somebody who lives: where a rung has nobody, the next
/// one answers.
public final class Owners {

  private final Accounts accounts;

  public Owners(Accounts accounts) {
    this.accounts = accounts;
  }

  /// Whom a missed clock is told to at a rung: a manager of the report's agency, its head of
  /// service, the independent scrutineer; further up where there is none.
  public Optional<Account> at(Rung rung, LiveReport report) {
    Rung next = rung;
    while (true) {
      List<Account> there = of(next, report);
      if (!there.isEmpty()) {
        return Optional.of(there.getFirst());
      }
      if (next.isLast()) {
        return Optional.empty();
      }
      next = next.next();
    }
  }

  private List<Account> of(Rung rung, LiveReport report) {
    return switch (rung) {
      case MANAGER -> ofAgency(UserRole.MANAGER, report);
      case HEAD_OF_SERVICE -> ofAgency(UserRole.HEAD_OF_SERVICE, report);
      case SCRUTINEER -> accounts.living(UserRole.SCRUTINEER);
    };
  }

  private List<Account> ofAgency(UserRole role, LiveReport report) {
    return accounts.living(role).stream()
        .filter(one -> one.agency().equals(report.agency()))
        .toList();
  }

  /// Who owns a report's open duty before it is missed: whom it was given to, else anybody who
  /// decides for its agency, else whoever a missed clock would reach.
  public String owner(LiveReport report) {
    return accounts
        .account(report.assignedTo())
        .filter(Account::lives)
        .map(Account::fullName)
        .or(() ->
            ofAgency(UserRole.DECISION_MAKER, report).isEmpty()
                ? at(Rung.MANAGER, report).map(Account::fullName)
                : Optional.of("Whoever decides for " + report.agency()))
        .orElse("Nobody");
  }
}
