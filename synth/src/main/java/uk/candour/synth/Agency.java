package uk.candour.synth;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.synth.Deciding.Hearing;
import uk.candour.synth.Fact.To;
import uk.candour.synth.Story.Case;
import uk.candour.synth.Story.Network;

/// What the writers of all agencies share: from a planned event to the fact that stands behind a
/// row.
abstract class Agency {

  final Borough borough;
  final Town town;
  final Story story;
  final Clerk clerk;
  final Truth truth;

  Agency(Borough borough) {
    this.borough = borough;
    this.town = borough.town();
    this.story = borough.story();
    this.clerk = borough.clerk();
    this.truth = borough.truth();
  }

  /// The report behind the event of a plan, already among the facts; its source keeps it in the row
  /// that is being filled. One in forty was written down without the day on which it happened.
  final Fact report(Source source, SourceFile file, int event, Chance chance) {
    Plan plan = borough.plan(source);
    int happened = chance.yes(.025) ? Days.NONE : plan.happened(event);
    Fact fact = new Fact(source, file.row(), happened, plan.recorded(event), plan.concern(event));
    fact.report = true;
    fact.children = Fact.and(fact.children, plan.person(event));
    if (source.kind() == Source.Kind.SOCIAL_CARE) {
      fact.to = To.SOCIAL_CARE;
    } else if (source.kind() == Source.Kind.POLICE) {
      fact.to = To.ANOTHER;
    }
    truth.fact(fact);
    return fact;
  }

  /// Up to so many of those who exploit the child of a fact; none where it is about something else.
  final List<Integer> suspectsOf(Fact fact, int most, Chance chance) {
    Case child = story.caseOf(fact.children[0]);
    if (!fact.concern.exploits() || child == null || child.suspects().isEmpty()) {
      return List.of();
    }
    List<Integer> tied = child.suspects();
    int first = chance.below(tied.size());
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < Math.min(tied.size(), most); i++) {
      some.add(tied.get((first + i) % tied.size()));
    }
    return some;
  }

  /// The network of the child of a fact, if the fact is about exploitation by one.
  final int networkOf(Fact fact) {
    Case child = story.caseOf(fact.children[0]);
    return child == null || !fact.concern.exploits() ? -1 : child.network();
  }

  /// A place where a network meets children: mostly the first of its two, now and then its
  /// neighbour's.
  final int venueOf(int network, Chance chance) {
    return switch (chance.weighted(.55, .32, .13)) {
      case 0 -> network * 2;
      case 1 -> network * 2 + 1;
      default -> (network + 1) % story.networks().size() * 2;
    };
  }

  /// Where a place is: the second place of a network that goes to a neighbour is over there.
  final Area areaOf(int venue) {
    return venue % 2 == 0 ? Area.EASTMOOR : story.networks().get(venue / 2).areas().getLast();
  }

  static String date(int day, DateTimeFormatter dates) {
    return day == Days.NONE ? "" : Days.date(day).format(dates);
  }

  /// Whom a decision was about, in the terms that [Expected] counts.
  static Fact.Decided decided(Deciding.Decision decision) {
    return new Fact.Decided(
        decision.made(), decision.outcome(), decision.severity(), decision.category());
  }

  /// How the child of a report is listened to, which depends on the day and not on the report.
  final Hearing hearing(Fact fact) {
    Case child = story.caseOf(fact.children[0]);
    if (child == null) {
      return Hearing.USUAL;
    }
    if (child.network() >= 0) {
      Network network = story.networks().get(child.network());
      if (network.ignored() && fact.known() >= network.from()) {
        return Hearing.IGNORED;
      }
    }
    return fact.known() < child.from() ? Hearing.USUAL : Hearing.DOUBTED;
  }

  /// Whether a category says something else of an exploitation report.
  static boolean reclassifies(Fact fact, @Nullable Concern category) {
    return fact.concern.exploits() && category != null && !category.exploits();
  }

  /// How worried the reporter was: 1 to 4.
  static int severity(Fact fact, Chance chance) {
    return fact.concern.exploits()
        ? 1 + chance.weighted(.05, .25, .45, .25)
        : 1 + chance.weighted(.3, .4, .22, .08);
  }

  static String sex(Person person, Chance chance) {
    return chance.yes(.04) ? "" : person.female() ? "F" : "M";
  }

  /// Marks what a note says of a child, if it says so.
  final String note(SourceFile file, Source source, Fact fact, double blaming, Chance chance) {
    if (fact.concern.exploits() && chance.yes(blaming)) {
      truth.failure("record.language", source, file.row(), "a phrase that blames a child");
      truth.blamed();
      return Notes.blaming(story.person(fact.children[0]).female(), chance);
    }
    return Notes.bland(chance);
  }
}
