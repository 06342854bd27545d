package uk.candour.inquiry;

import java.util.List;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Sex;

/// `children.boys`: the share of boys among seen children with sex recorded. A child's sex is the
/// value that most of the child's records give; where two are equally frequent it is not settled
/// and counts as not recorded.
final class WhatShareOfTheChildrenWereBoys implements Question {

  private static final String ID = "children.boys";
  private static final String QUESTION = "What share of the seen children were boys?";
  private static final String METHOD =
      "The most frequent sex over all records of each seen child; children without one are left"
          + " out.";

  @Override
  public Finding answer(Casebook casebook) {
    View view = casebook.central();
    var children = view.children();
    var sexes = new Tally("sex");
    children
        .all()
        .forEach(child -> sexes.add(HowManyChildrenWereSeen.sex(view, children.person(child))));
    long recorded = children.known() - sexes.of(Keys.NOT_RECORDED);
    long boys = sexes.of(Sex.MALE.word());
    if (recorded == 0) {
      String noSource = Caveats.noSource(casebook);
      return Caveats.noAnswer(
          ID,
          QUESTION,
          "share",
          METHOD,
          noSource == null ? "No seen child has a sex recorded." : noSource);
    }
    double share = (double) boys / recorded;
    return new Finding(
        ID,
        QUESTION,
        "%s of the %s seen with sex recorded %s (%s)."
            .formatted(
                boys == 0 ? "None" : Counted.number(boys),
                Counted.of(recorded, "child", "children"),
                Counted.form(boys, "was a boy", "were boys"),
                Counted.percent(share)),
        share,
        "share",
        casebook.overLinkings(WhatShareOfTheChildrenWereBoys::share),
        METHOD,
        null,
        List.of(
            Caveats.LINKS, "Boys and girls are equally likely to have their sex recorded at all."),
        Caveats.of(
            Caveats.unplaced(view),
            recorded == children.known()
                ? null
                : "Of "
                    + Counted.of(children.known() - recorded, "child", "children")
                    + " the sex is not recorded or not settled."),
        breakdown(sexes, recorded, children.known()),
        evidence(casebook, view));
  }

  /// Each sex of those recorded; those not recorded of all.
  private static List<Breakdown> breakdown(Tally sexes, long recorded, long seen) {
    return sexes.rows().stream()
        .map(row ->
            Breakdown.share(
                row.by(),
                row.key(),
                sexes.of(row.key()),
                row.key().equals(Keys.NOT_RECORDED) ? seen : recorded))
        .toList();
  }

  private static double share(View view) {
    var children = view.children();
    long boys = children.all().filter(child -> isOf(view, child, Sex.MALE)).count();
    long recorded =
        children.all().filter(child -> view.persons().sex(children.person(child)) != null).count();
    return recorded == 0 ? Double.NaN : (double) boys / recorded;
  }

  private static boolean isOf(View view, int child, Sex sex) {
    return view.persons().sex(view.children().person(child)) == sex;
  }

  private static Evidence evidence(Casebook casebook, View view) {
    var evidence = new Evidence();
    var people = casebook.entries().people();
    var children = view.children();
    children
        .all()
        .forEach(child -> {
          int person = children.person(child);
          String key = HowManyChildrenWereSeen.sex(view, person);
          for (int n = 0; n < view.persons().mentions(person); n++) {
            int mention = view.persons().mention(person, n);
            Sex given = people.sex(mention);
            if (given != null) {
              evidence.add(people.row(mention), person, key, "gives " + given.word());
            }
          }
        });
    return evidence;
  }
}
