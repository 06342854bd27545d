package uk.candour.synth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reports that other agencies made to social care, and what social care decided on them: kept
/// until its own file of such decisions is written.
final class Contacts {

  /// @param filed the day under which the decision is filed, which may bear no date itself
  record Contact(Source from, String reference, int filed, Fact fact, Deciding.Decision decision) {}

  private final List<Contact> decided = new ArrayList<>();

  /// A report to social care arrives: a decision follows, or none.
  void receive(Source from, String reference, Fact fact, Deciding.Hearing hearing, Chance chance) {
    Deciding.@Nullable Decision decision = Deciding.on(fact, hearing, chance);
    if (decision == null) {
      return;
    }
    int filed = decision.made() == Days.NONE ? fact.known() + 10 : decision.made();
    add(from, reference, filed, fact, decision);
    int again = filed + chance.between(20, 90);
    if (decision.made() >= fact.known() && chance.yes(.06) && again < Story.AS_AT) {
      boolean nothing = decision.outcome() == Outcome.NO_FURTHER_ACTION;
      add(
          from,
          reference,
          again,
          fact,
          new Deciding.Decision(
              again,
              nothing ? Outcome.ASSESSMENT : Outcome.NO_FURTHER_ACTION,
              "Team Manager",
              0,
              null));
    }
  }

  private void add(
      Source from, String reference, int filed, Fact fact, Deciding.Decision decision) {
    fact.decided(Agency.decided(decision));
    fact.reclassified |= Agency.reclassifies(fact, decision.category());
    decided.add(new Contact(from, reference, filed, fact, decision));
  }

  /// The decisions in the order in which they were filed.
  List<Contact> decided() {
    decided.sort(
        Comparator.comparingInt(Contact::filed)
            .thenComparing(Contact::from)
            .thenComparing(Contact::reference));
    return decided;
  }
}
