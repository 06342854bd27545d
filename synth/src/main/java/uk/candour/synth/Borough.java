package uk.candour.synth;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What every agency's writer works with: the people, the story, the events planned for each file,
/// and the truth that is kept beside them.
final class Borough {

  private final Settings settings;
  private final Path folder;
  private final Names names = new Names();
  private final Town town;
  private final Story story;
  private final Clerk clerk;
  private final Truth truth;
  private final Contacts contacts = new Contacts();
  private final Map<Source, Plan> plans = new EnumMap<>(Source.class);

  Borough(Settings settings, Path folder, Truth truth) {
    this.settings = settings;
    this.folder = folder;
    this.town = new Town(settings, names);
    this.story = new Story(settings, town);
    this.clerk = new Clerk(names);
    this.truth = truth;
    for (Source source : Source.values()) {
      plans.put(source, new Plan());
    }
  }

  Chance chance(String name, long... numbers) {
    return Chance.of(settings.seed(), name, numbers);
  }

  Settings settings() {
    return settings;
  }

  Path file(Source source) {
    return folder.resolve(source.file());
  }

  Town town() {
    return town;
  }

  Story story() {
    return story;
  }

  Clerk clerk() {
    return clerk;
  }

  Truth truth() {
    return truth;
  }

  Contacts contacts() {
    return contacts;
  }

  Plan plan(Source source) {
    return Objects.requireNonNull(plans.get(source));
  }

  /// The events planned for a source are no longer needed.
  void forget(Source source) {
    plans.remove(source);
  }
}
