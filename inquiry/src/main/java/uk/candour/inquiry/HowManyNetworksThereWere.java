package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.linkage.Linking;

/// `networks.count`: how many groups of at least two suspects and two children entries name
/// together, by the method of [Networks].
final class HowManyNetworksThereWere implements Question {

  @Override
  public Finding answer(Casebook casebook) {
    List<Network> networks = casebook.networks(Linking.CENTRAL);
    var evidence = new Evidence();
    List<Breakdown> breakdown = new ArrayList<>();
    long suspects = 0;
    long children = 0;
    for (Network network : networks) {
      suspects += network.suspects().size();
      children += network.children().size();
      breakdown.add(row(casebook, network));
      new RowsOfNetwork(casebook, network)
          .named(network.entries(), entry -> true)
          .forEach((row, names) ->
              evidence.add(row, Evidence.NOBODY, "network " + network.number(), names));
    }
    return new Finding(
        "networks.count",
        "How many networks do the joined records show?",
        answer(networks.size(), suspects, children),
        (double) networks.size(),
        "networks",
        casebook.overLinkings(view -> casebook.networks(view.persons().linking()).size()),
        "Two suspects, or a suspect and a child, are tied where one entry that speaks of exploitation"
            + " names both; everybody whom ties connect is a group, and a group of at least two"
            + " suspects and two children is a network. Meetings and briefings tie nobody, nor does a"
            + " shared phone, vehicle or place.",
        null,
        List.of("People named in one entry about exploitation had to do with one another."),
        List.of(
            "A network is a group that entries name together. It says nothing of what any one of its"
                + " people did."),
        breakdown,
        evidence);
  }

  private static String answer(int networks, long suspects, long children) {
    return switch (networks) {
      case 0 ->
          "The joined records show no group of two or more suspects and two or more children.";
      case 1 ->
          "The joined records show 1 network, of %d suspects and %d children."
              .formatted(suspects, children);
      default ->
          "The joined records show %d networks, together of %d suspects and %d children."
              .formatted(networks, suspects, children);
    };
  }

  private static Breakdown row(Casebook casebook, Network network) {
    var areas =
        String.join(
            "; ",
            network.areas().stream().map(code -> Areas.name(casebook.entries(), code)).toList());
    return new Breakdown(
        "network",
        Integer.toString(network.number()),
        null,
        (long) network.suspects().size() + network.children().size(),
        null,
        List.of(
            new Detail("suspects", (long) network.suspects().size()),
            new Detail("children", (long) network.children().size()),
            new Detail("areas", areas),
            new Detail("first-seen", day(network.firstSeen())),
            new Detail("last-seen", day(network.lastSeen()))));
  }

  static @Nullable String day(@Nullable Integer day) {
    return day == null ? null : Days.text(day);
  }
}
