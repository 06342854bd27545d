package uk.candour.synth;

import java.util.List;
import uk.candour.synth.Source.Kind;
import uk.candour.synth.Story.Case;

/// Plans what each agency hears of: the ordinary worries about the borough's children, and of the
/// story whatever its list catches.
final class Happenings {

  /// How often an agency hears of a child in an ordinary childhood, and between which ages.
  private record Usual(Source source, double rate, int fromAge, int toAge) {}

  private static final List<Usual> USUAL =
      List.of(
          new Usual(Source.POLICE_CRIMES, 2.2, 1, 17),
          new Usual(Source.POLICE_INTELLIGENCE, .12, 10, 17),
          new Usual(Source.REFERRALS, 1.4, 0, 17),
          new Usual(Source.CLINIC, .85, 12, 17),
          new Usual(Source.SCHOOL, 2.6, 5, 16),
          new Usual(Source.YOUTH, .11, 11, 17),
          new Usual(Source.HELPLINE, .09, 5, 17));

  /// Most families need little and a few need much; the mean is 1.
  private static final double[] NEED = {.4, .7, 1, 1.6, 3};

  private static final double[] NEED_SHARES = {.3, .3, .22, .13, .05};

  private final Borough borough;

  Happenings(Borough borough) {
    this.borough = borough;
  }

  void plan() {
    for (int family = 0; family < borough.town().families(); family++) {
      ordinaryDays(family);
    }
    for (Case child : borough.story().cases()) {
      story(child);
    }
    for (Source source : Source.values()) {
      borough.plan(source).sort();
    }
  }

  private void ordinaryDays(int family) {
    Chance chance = borough.chance("ordinary", family);
    Area area = borough.town().area(family);
    Person[] people = borough.town().family(family);
    double need = NEED[chance.weighted(NEED_SHARES)];
    for (int slot = Town.FIRST_CHILD; slot < Town.FAMILY; slot++) {
      Person child = people[slot];
      switch (area) {
        case EASTMOOR -> {
          for (Usual usual : USUAL) {
            int count = chance.poisson(usual.rate() * need);
            for (int i = 0; i < count; i++) {
              add(
                  usual.source(),
                  child,
                  usual.fromAge(),
                  usual.toAge(),
                  Concern.usual(chance),
                  chance);
            }
          }
          if (chance.yes(.02)) {
            int incidents = 1 + chance.poisson(5);
            for (int i = 0; i < incidents; i++) {
              Concern concern = chance.yes(.5) ? Concern.MISSING : Concern.BEYOND_CONTROL;
              add(Source.CARE_HOMES, child, 10, 17, concern, chance);
            }
          }
        }
        case RIDLEY -> {
          int count = chance.poisson(2.2 * need);
          for (int i = 0; i < count; i++) {
            add(Source.RIDLEY_POLICE, child, 1, 17, Concern.usual(chance), chance);
          }
        }
        case THORNBY -> {
          int count = chance.poisson(1.5 * need);
          for (int i = 0; i < count; i++) {
            add(Source.THORNBY_POLICE, child, 1, 17, Concern.usual(chance), chance);
          }
          int referred = chance.between(Source.THORNBY_CENSUS.from(), Story.LAST_DAY - 20);
          if (chance.yes(.4) && child.born() < referred && child.age(referred) < 18) {
            record(Source.THORNBY_CENSUS, child.id(), referred, Concern.OTHER, chance);
          }
        }
      }
    }
  }

  /// An event on some day between two ages, if the source covers that day.
  private void add(
      Source source, Person child, int fromAge, int toAge, Concern concern, Chance chance) {
    int from = Days.addYears(child.born(), fromAge);
    int to = Days.addYears(child.born(), toAge + 1) - 1;
    record(source, child.id(), chance.between(from, to), concern, chance);
  }

  private void story(Case child) {
    Chance chance = borough.chance("heard", child.person());
    for (Kind list : child.lists()) {
      int events = 1 + chance.poisson(1.4);
      boolean heard = false;
      for (int i = 0; i < events || (!heard && i < 6); i++) {
        heard |=
            record(
                source(list, chance),
                child.person(),
                chance.between(child.from(), child.to()),
                list == Kind.POLICE && chance.yes(.06) ? Concern.TRAFFICKING : Concern.EXPLOITATION,
                chance);
      }
    }
    if (child.resident() == Area.EASTMOOR) {
      knownBefore(child, chance);
      elsewhere(child, chance);
    } else {
      int events = 1 + chance.poisson(1);
      for (int i = 0; i < events; i++) {
        record(
            Source.RIDLEY_POLICE,
            child.person(),
            chance.between(child.from(), child.to()),
            Concern.EXPLOITATION,
            chance);
      }
    }
  }

  /// A third of the children were known to social care for something else, and many go missing.
  private void knownBefore(Case child, Chance chance) {
    if (chance.yes(.1)) {
      record(
          Source.REFERRALS,
          child.person(),
          child.from() - chance.between(60, 1500),
          chance.yes(.5) ? Concern.NEGLECT : Concern.DOMESTIC_ABUSE,
          chance);
    }
    int episodes = chance.poisson(.8);
    for (int i = 0; i < episodes; i++) {
      record(
          Source.POLICE_CRIMES,
          child.person(),
          chance.between(child.from(), child.to()),
          Concern.MISSING,
          chance);
    }
  }

  /// What neighbours hear of a child whom a network takes there.
  private void elsewhere(Case child, Chance chance) {
    if (child.network() < 0) {
      return;
    }
    List<Area> areas = borough.story().networks().get(child.network()).areas();
    if (areas.contains(Area.RIDLEY) && chance.yes(.4)) {
      record(
          Source.RIDLEY_POLICE,
          child.person(),
          chance.between(child.from(), child.to()),
          Concern.EXPLOITATION,
          chance);
    }
    if (areas.contains(Area.THORNBY) && chance.yes(.4)) {
      record(
          Source.THORNBY_POLICE,
          child.person(),
          chance.between(child.from(), child.to()),
          Concern.EXPLOITATION,
          chance);
    }
    if (areas.contains(Area.THORNBY) && child.to() > Source.THORNBY_CENSUS.from()) {
      record(
          Source.THORNBY_CENSUS,
          child.person(),
          chance.between(Math.max(child.from(), Source.THORNBY_CENSUS.from()), child.to()),
          Concern.EXPLOITATION,
          chance);
    }
  }

  private static Source source(Kind list, Chance chance) {
    return switch (list) {
      case POLICE -> chance.yes(.55) ? Source.POLICE_CRIMES : Source.POLICE_INTELLIGENCE;
      case SOCIAL_CARE -> Source.REFERRALS;
      case HEALTH -> Source.CLINIC;
      case SCHOOL -> Source.SCHOOL;
      case YOUTH -> Source.YOUTH;
      case CARE_HOME -> Source.CARE_HOMES;
      case VOLUNTARY -> Source.HELPLINE;
      case COURT, PARTNERSHIP ->
          throw new IllegalArgumentException(list.word() + " is no list of its own.");
    };
  }

  /// Plans a row, and says whether there is one: none before the source began, after the period, or
  /// in the months whose records are missing.
  private boolean record(Source source, int person, int happened, Concern concern, Chance chance) {
    int lag = chance.yes(.07) ? chance.between(10, 200) : chance.weighted(.55, .25, .1, .1);
    int recorded = Math.min(happened + lag, Story.LAST_DAY);
    if (happened < source.from() || happened > Story.LAST_DAY || source.missing(recorded)) {
      return false;
    }
    borough.plan(source).add(recorded, happened, person, concern);
    return true;
  }
}
