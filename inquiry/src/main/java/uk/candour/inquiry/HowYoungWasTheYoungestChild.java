package uk.candour.inquiry;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import uk.candour.inquiry.Casebook.View;
import uk.candour.record.PartialDate;

/// `children.youngest`: the fewest completed years that a seen child had when the first concern was
/// recorded, by the child's best supported full date of birth.
///
/// The best supported date is the one that most of the child's records give. A child without one,
/// whose first concern is undated, or who was born after it by the records, has no age here.
final class HowYoungWasTheYoungestChild implements Question {

  private static final String ID = "children.youngest";
  private static final String QUESTION =
      "How old was the youngest child when the first concern was recorded?";
  private static final String METHOD =
      "Completed years on the day on which each child's first exploitation concern was recorded, by"
          + " the full date of birth that most of the child's records give.";

  @Override
  public Finding answer(Casebook casebook) {
    View view = casebook.central();
    OptionalInt youngest = ages(view).min();
    if (youngest.isEmpty()) {
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
    int age = youngest.getAsInt();
    var children = view.children();
    var ages = new Tally("age");
    children
        .all()
        .forEach(child ->
            ages.add(
                HowManyChildrenWereSeen.age(
                    view, children.person(child), children.firstDay(child))));
    long unknown = ages.of(Keys.NOT_RECORDED);
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
          OptionalInt least = ages(linked).min();
          return least.isPresent() ? least.getAsInt() : Double.NaN;
        }),
        METHOD,
        null,
        List.of(Caveats.LINKS, "The date of birth that most records give is the right one."),
        Caveats.of(
            unknown == 0
                ? null
                : "Of " + Counted.of(unknown, "seen child", "seen children") + " no age is known.",
            "It rests on "
                + Counted.of(ages.of(Integer.toString(age)), "child", "children")
                + ": look at the rows under it before repeating it.",
            age < 5 ? "An age below 5 is more often a wrong date than a fact." : null),
        ages.rows(),
        evidence(casebook, view, age));
  }

  private static IntStream ages(View view) {
    var children = view.children();
    return children
        .all()
        .map(child -> view.persons().age(children.person(child), children.firstDay(child)))
        .filter(age -> age >= 0);
  }

  private static Evidence evidence(Casebook casebook, View view, int age) {
    var evidence = new Evidence();
    var people = casebook.entries().people();
    var persons = view.persons();
    var children = view.children();
    children
        .all()
        .filter(child -> persons.age(children.person(child), children.firstDay(child)) == age)
        .forEach(child -> {
          int person = children.person(child);
          String key = Integer.toString(age);
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
