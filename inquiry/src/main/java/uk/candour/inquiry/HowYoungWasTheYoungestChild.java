package uk.candour.inquiry;

import java.util.List;
import uk.candour.inquiry.Casebook.View;
import uk.candour.record.PartialDate;

/// `children.youngest`: the fewest completed years that a seen child had when the first concern was
/// recorded, by the child's best supported full date of birth.
///
/// Which date is supported best [DatesOfBirth] says; who has no age here, [AgesAtFirstConcern]: a
/// child without a full date, whose first concern is undated, who was born after it by the records,
/// or whom a date that one agency alone gives would make younger than errors allow to believe.
final class HowYoungWasTheYoungestChild implements Question {

  private static final String ID = "children.youngest";
  private static final String QUESTION =
      "How old was the youngest child when the first concern was recorded?";
  private static final String METHOD =
      "Completed years on the day on which each child's first exploitation concern was recorded, by"
          + " the full date of birth that most agencies give of the child: dates that cannot be, and"
          + " the first of January, come last. A date that one agency alone gives makes nobody the"
          + " youngest where wrong dates make children so young more often than right ones.";

  @Override
  public Finding answer(Casebook casebook) {
    View view = casebook.central();
    var ages = casebook.ages(view);
    int age = ages.youngest();
    if (age < 0) {
      String noSource = Caveats.noSource(casebook);
      return Caveats.noAnswer(
          ID,
          QUESTION,
          "years",
          METHOD,
          noSource == null
              ? "No seen child has both a full date of birth and a dated concern after it."
              : noSource);
    }
    var byAge = new Tally("age");
    view.children().all().forEach(child -> byAge.add(ages.key(child)));
    long unknown = byAge.of(Keys.NOT_RECORDED);
    return new Finding(
        ID,
        QUESTION,
        "The youngest child was %s when the first exploitation concern was recorded."
            .formatted(
                age == 0
                    ? "less than a year old"
                    : age + Counted.form(age, " year old", " years old")),
        (double) age,
        "years",
        casebook.overLinkings(linked -> {
          int least = casebook.ages(linked).youngest();
          return least < 0 ? Double.NaN : least;
        }),
        METHOD,
        null,
        List.of(Caveats.LINKS, "The best supported date of birth is the right one."),
        Caveats.of(
            unknown == 0
                ? null
                : "Of " + Counted.of(unknown, "seen child", "seen children") + " no age is known.",
            ages.leftOut() == 0
                ? null
                : "Left out, as a date of birth that one agency alone gives would make them "
                    + ages.youngestLeftOut()
                    + " or more, younger than every child whose date agencies agree on: "
                    + Counted.of(ages.leftOut(), "child", "children")
                    + ".",
            "It rests on "
                + Counted.of(byAge.of(Integer.toString(age)), "child", "children")
                + ": look at the rows under it before repeating it.",
            age < 5 ? "An age below 5 is more often a wrong date than a fact." : null),
        byAge.rows(),
        evidence(casebook, view, ages));
  }

  private static Evidence evidence(Casebook casebook, View view, AgesAtFirstConcern ages) {
    var evidence = new Evidence();
    var people = casebook.entries().people();
    var persons = view.persons();
    var children = view.children();
    int youngest = ages.youngest();
    children
        .all()
        .filter(child -> ages.of(child) == youngest)
        .forEach(child -> {
          int person = children.person(child);
          String key = ages.key(child);
          evidence.add(
              persons.row(person, children.firstConcern(child)), person, key, "first concern");
          for (int n = 0; n < persons.mentions(person); n++) {
            int born = people.born(persons.mention(person, n));
            if (PartialDate.isFull(born)) {
              evidence.add(
                  people.row(persons.mention(person, n)),
                  person,
                  key,
                  born == persons.born(person)
                      ? "gives the date of birth"
                      : "gives another date of birth");
            }
          }
        });
    return evidence;
  }
}
