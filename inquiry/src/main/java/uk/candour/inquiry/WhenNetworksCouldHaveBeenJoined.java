package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.estimate.KaplanMeier;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Network.Acted;
import uk.candour.inquiry.Network.Join;
import uk.candour.linkage.Linking;
import uk.candour.record.Entries;
import uk.candour.record.EntryKind;

/// `networks.knowable`: how long it took from the day on which the joined records first held a
/// network ([HeldByDay]) to the first action on any of its children or conviction of any of its
/// suspects, on or after that day; the median in months of 30.4375 days over all networks, those
/// never acted on counted as still waiting.
final class WhenNetworksCouldHaveBeenJoined implements Question {

  private static final double DAYS_A_MONTH = 30.4375;

  @Override
  public Finding answer(Casebook casebook) {
    List<Network> networks = casebook.networks(Linking.CENTRAL);
    var evidence = new Evidence();
    List<Breakdown> breakdown = new ArrayList<>();
    int dated = 0;
    int alone = 0;
    int acted = 0;
    for (Network network : networks) {
      breakdown.add(row(casebook, network));
      addEvidence(casebook, network, evidence);
      if (network.joinedOn() != null) {
        dated++;
        alone += network.heldAlone() == null ? 0 : 1;
        acted += network.actedOn() == null ? 0 : 1;
      }
    }
    Double median = median(casebook, networks);
    return new Finding(
        "networks.knowable",
        "When could the networks have been joined, and how long until somebody acted?",
        answer(dated, alone, acted, median),
        median,
        "months",
        casebook.overLinkings(view -> {
          Double months = median(casebook, casebook.networks(view.persons().linking()));
          return months == null ? Double.NaN : months;
        }),
        "Mentions, links and entries are replayed in the order of the days on which they were"
            + " recorded, until two suspects and two children of a network are connected; from then"
            + " to the first action or conviction, by the product-limit estimate (Kaplan and Meier"
            + " 1958), networks never acted on counted as still waiting at the as-at date. A month is"
            + " 30.4375 days.",
        null,
        List.of(
            "Agencies could have laid their records side by side on any day.",
            "What a record says it was entered on is the day it was entered."),
        caveats(networks.size(), dated, median),
        breakdown,
        evidence);
  }

  private static @Nullable Double median(Casebook casebook, List<Network> networks) {
    int asAt = Days.of(casebook.scope().asAt());
    var dated = networks.stream().filter(network -> network.joinedOn() != null).toList();
    double[] months = new double[dated.size()];
    boolean[] acted = new boolean[dated.size()];
    for (int i = 0; i < months.length; i++) {
      acted[i] = dated.get(i).actedOn() != null;
      months[i] = monthsWaited(dated.get(i), asAt);
    }
    return KaplanMeier.of(months, acted).median();
  }

  private static double monthsWaited(Network network, int asAt) {
    if (network.joinedOn() == null) {
      throw new IllegalArgumentException("network " + network.number() + " has no joined day");
    }
    int until = network.actedOn() == null ? asAt : network.actedOn().day();
    return (until - network.joinedOn()) / DAYS_A_MONTH;
  }

  private static String answer(int dated, int alone, int acted, @Nullable Double median) {
    if (dated == 0) {
      return "The dated records show no network that could have been joined.";
    }
    String waited =
        median == null
            ? "fewer than half of all of them were acted on by the as-at date"
            : "the median wait over all of them, those still waiting included, was %.0f months"
                .formatted(median);
    return "Of %d %s that the joined records held, no agency alone ever held %d; %d %s acted on, and %s."
        .formatted(
            dated,
            dated == 1 ? "network" : "networks",
            dated - alone,
            acted,
            acted == 1 ? "was" : "were",
            waited);
  }

  private static List<String> caveats(int networks, int dated, @Nullable Double median) {
    List<String> caveats = new ArrayList<>();
    if (networks == 0) {
      caveats.add(
          "There is no network in the records, so nothing can be said of how long it took.");
    } else if (median == null) {
      caveats.add(
          "Fewer than half of the networks were acted on by the as-at date: no median exists.");
    }
    if (dated < networks) {
      caveats.add(
          "%d of %d networks rest on undated records and are left out of the time."
              .formatted(networks - dated, networks));
    }
    caveats.add(
        "Joined means that the records together showed it. Nothing here says what anybody knew.");
    return caveats;
  }

  private static Breakdown row(Casebook casebook, Network network) {
    int asAt = Days.of(casebook.scope().asAt());
    var alone = network.heldAlone();
    var acted = network.actedOn();
    return new Breakdown(
        "network",
        Integer.toString(network.number()),
        network.joinedOn() == null ? null : monthsWaited(network, asAt),
        null,
        null,
        List.of(
            new Detail("joined-on", HowManyNetworksThereWere.day(network.joinedOn())),
            new Detail("held-alone-on", alone == null ? null : Days.text(alone.day())),
            new Detail("held-alone-by", alone == null ? null : alone.agency()),
            new Detail("acted-on", acted == null ? null : Days.text(acted.day())),
            new Detail("still-waiting", acted == null ? "yes" : "no"),
            new Detail("suspects", (long) network.suspects().size()),
            new Detail("children", (long) network.children().size())));
  }

  /// The rows by which the records held the network on the day it could be joined, what joined it,
  /// and the first action or conviction.
  private static void addEvidence(Casebook casebook, Network network, Evidence evidence) {
    Integer joinedOn = network.joinedOn();
    Join join = network.joinedBy();
    if (joinedOn == null || join == null) {
      return;
    }
    var entries = casebook.entries();
    var rows = new RowsOfNetwork(casebook, network);
    String key = "network " + network.number();
    String on = Days.text(joinedOn);
    int left = entries.people().row(join.mention());
    int right = entries.people().row(join.other());
    rows.named(
            network.entries(),
            entry ->
                Networks.canTie(casebook, entry) && HeldByDay.knownOn(entries, entry) <= joinedOn)
        .forEach((row, names) -> {
          boolean joins = !join.isOnePerson() && (row == left || row == right);
          evidence.add(
              row,
              Evidence.NOBODY,
              key,
              names + (joins ? "; joined on " + on + " by this" : "; held by " + on));
        });
    if (join.isOnePerson()) {
      String person = rows.person(casebook.central().persons().personOf(join.mention()));
      evidence.add(left, Evidence.NOBODY, key, isOne(entries, person, right, on));
      evidence.add(right, Evidence.NOBODY, key, isOne(entries, person, left, on));
    }
    var acted = network.actedOn();
    if (acted != null) {
      evidence.add(entries.row(acted.entry()), Evidence.NOBODY, key, acted(casebook, rows, acted));
    }
  }

  private static String isOne(Entries entries, String person, int otherRow, String on) {
    return "%s is also in row %d of %s; joined on %s by this"
        .formatted(person, entries.sourceRow(otherRow), entries.sourceOf(otherRow).name(), on);
  }

  private static String acted(Casebook casebook, RowsOfNetwork rows, Acted acted) {
    boolean convicted = casebook.entries().kind(acted.entry()) == EntryKind.CONVICTION_RECORDED;
    int about = convicted ? acted.entry() : casebook.reports().reportOf(acted.entry());
    return "%s on %s: %s"
        .formatted(
            convicted ? "first conviction" : "first action",
            Days.text(acted.day()),
            rows.people(List.of(about)));
  }
}
