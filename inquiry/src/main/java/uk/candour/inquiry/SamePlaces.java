package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.candour.record.Area;
import uk.candour.record.Entries;
import uk.candour.record.ThingAttribute;
import uk.candour.record.Things;

/// Which place mentions are one place, over the spellings of its name.
///
/// Mentions with the same normal name ([PlaceName]) are one place unless their postcodes differ by
/// more than one letter or, where a postcode is missing, their districts differ; a mention without
/// either joins a place of its name only where there is one alone. Then a rarer name that one
/// typing error in a long word tells from a more frequent one joins that one, under the same
/// conditions, and nothing joins the one that joined: there are no chains. A mention without a name
/// goes by its address; one with neither names no place.
final class SamePlaces {

  /// No place.
  static final int NONE = -1;

  private final Entries entries;
  private final Map<Raw, Integer> spellings = new HashMap<>();
  private final List<Spelling> ofSpelling = new ArrayList<>();
  private final int[] spellingOf;
  private final List<Place> places;

  /// @param mentions the place mentions to join; others have no place
  SamePlaces(Entries entries, int[] mentions) {
    this.entries = entries;
    this.spellingOf = new int[entries.places().size()];
    Arrays.fill(spellingOf, NONE);
    for (int mention : mentions) {
      spellingOf[mention] = spelling(mention);
    }
    this.places = withoutTypingErrors(joinedByName());
    for (int number = 0; number < places.size(); number++) {
      for (Spelling spelling : places.get(number).spellings) {
        spelling.place = number;
      }
    }
  }

  /// The place of a mention, or [#NONE].
  int placeOf(int mention) {
    int spelling = spellingOf[mention];
    return spelling == NONE ? NONE : ofSpelling.get(spelling).place;
  }

  /// How many places there are.
  int size() {
    return places.size();
  }

  /// The spelling that most mentions of a place give.
  String name(int place) {
    return places.get(place).mostFrequentSpelling();
  }

  /// What one mention says of a place, by the codes of the record.
  private record Raw(ThingAttribute named, int name, int postcode, int area) {}

  private int spelling(int mention) {
    Things things = entries.places();
    ThingAttribute named =
        things.raw(ThingAttribute.NAME, mention) == 0
            ? ThingAttribute.ADDRESS
            : ThingAttribute.NAME;
    var raw =
        new Raw(
            named,
            things.raw(named, mention),
            things.raw(ThingAttribute.POSTCODE, mention),
            things.raw(ThingAttribute.AREA, mention));
    Integer known = spellings.get(raw);
    if (known == null) {
      Spelling spelling = spelling(things, raw);
      known = spelling == null ? NONE : ofSpelling.size();
      spellings.put(raw, known);
      if (spelling != null) {
        ofSpelling.add(spelling);
      }
    }
    if (known != NONE) {
      ofSpelling.get(known).mentions++;
    }
    return known;
  }

  private @Nullable Spelling spelling(Things things, Raw raw) {
    if (raw.name == 0) {
      return null;
    }
    String written = things.dictionary(raw.named).value(raw.name);
    PlaceName name = PlaceName.of(written);
    if (name == null) {
      return null;
    }
    String area =
        raw.area == 0
            ? null
            : Areas.code(entries, things.dictionary(ThingAttribute.AREA).value(raw.area));
    for (Area district : districts()) {
      PlaceName ending = PlaceName.of(district.name());
      PlaceName without = ending == null ? null : name.withoutEnding(ending);
      if (without != null) {
        name = without;
        area = area == null ? district.code() : area;
      }
    }
    String postcode =
        raw.postcode == 0
            ? null
            : things
                .dictionary(ThingAttribute.POSTCODE)
                .value(raw.postcode)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    return new Spelling(written, name, postcode, area);
  }

  private List<Area> districts() {
    List<Area> districts = new ArrayList<>(entries.scope().neighbours());
    districts.add(entries.scope().area());
    return districts;
  }

  /// The places by name alone, the most frequent first.
  private List<Place> joinedByName() {
    Map<String, List<Spelling>> byName = new TreeMap<>();
    for (Spelling spelling : ofSpelling) {
      byName.computeIfAbsent(spelling.name.key(), key -> new ArrayList<>()).add(spelling);
    }
    List<Place> joined = new ArrayList<>();
    for (List<Spelling> alike : byName.values()) {
      alike.sort(Spelling.BEST_DESCRIBED_FIRST);
      List<Place> ofName = new ArrayList<>();
      for (Spelling spelling : alike) {
        var alone = new Place(spelling);
        List<Place> agreeing =
            ofName.stream()
                .filter(place -> place.agreesWith(alone))
                .sorted(Comparator.comparing(place -> !place.isDescribedAs(alone)))
                .toList();
        if (agreeing.size() == 1
            || (!agreeing.isEmpty()
                && (spelling.postcode != null || agreeing.getFirst().isDescribedAs(alone)))) {
          agreeing.getFirst().add(alone);
        } else {
          ofName.add(alone);
        }
      }
      joined.addAll(ofName);
    }
    joined.sort(Place.MOST_FREQUENT_FIRST);
    return joined;
  }

  private static List<Place> withoutTypingErrors(List<Place> frequentFirst) {
    Map<String, List<Place>> byPart = new HashMap<>();
    List<Place> kept = new ArrayList<>();
    for (Place place : frequentFirst) {
      Place centre = centre(byPart, place);
      if (centre == null) {
        kept.add(place);
        for (String part : parts(place.name().key())) {
          byPart.computeIfAbsent(part, key -> new ArrayList<>()).add(place);
        }
      } else {
        centre.add(place);
      }
    }
    return kept;
  }

  private static @Nullable Place centre(Map<String, List<Place>> byPart, Place place) {
    Place centre = null;
    for (String part : parts(place.name().key())) {
      for (Place other : byPart.getOrDefault(part, List.of())) {
        if (other.name().isNearly(place.name())
            && other.agreesWith(place)
            && (centre == null || Place.MOST_FREQUENT_FIRST.compare(other, centre) < 0)) {
          centre = other;
        }
      }
    }
    return centre;
  }

  /// A name and all that is left of it without one letter: names that one typing error tells apart
  /// have one of these in common.
  private static List<String> parts(String key) {
    List<String> parts = new ArrayList<>();
    parts.add(key);
    for (int i = 0; i < key.length(); i++) {
      parts.add(key.substring(0, i) + key.substring(i + 1));
    }
    return parts;
  }

  /// A name with the postcode and district it is written with.
  private static final class Spelling {

    static final Comparator<Spelling> BEST_DESCRIBED_FIRST =
        Comparator.comparingInt(
                (Spelling one) -> one.postcode != null ? 0 : one.area != null ? 1 : 2)
            .thenComparingInt(one -> -one.mentions)
            .thenComparing(one -> Keys.orNotRecorded(one.postcode))
            .thenComparing(one -> Keys.orNotRecorded(one.area))
            .thenComparing(one -> one.written);

    final String written;
    final PlaceName name;
    final @Nullable String postcode;
    final @Nullable String area;
    int mentions;
    int place = NONE;

    Spelling(String written, PlaceName name, @Nullable String postcode, @Nullable String area) {
      this.written = written;
      this.name = name;
      this.postcode = postcode;
      this.area = area;
    }
  }

  /// Spellings of one place; the first gives its normal name, and its postcode and district unless
  /// it has none.
  private static final class Place {

    static final Comparator<Place> MOST_FREQUENT_FIRST =
        Comparator.comparingInt((Place one) -> -one.mentions())
            .thenComparing(one -> one.name().key())
            .thenComparing(one -> Keys.orNotRecorded(one.postcode))
            .thenComparing(one -> Keys.orNotRecorded(one.area));

    final List<Spelling> spellings = new ArrayList<>();
    @Nullable String postcode;
    @Nullable String area;

    Place(Spelling first) {
      spellings.add(first);
      postcode = first.postcode;
      area = first.area;
    }

    PlaceName name() {
      return spellings.getFirst().name;
    }

    int mentions() {
      return spellings.stream().mapToInt(spelling -> spelling.mentions).sum();
    }

    boolean isDescribedAs(Place other) {
      return Objects.equals(postcode, other.postcode) && Objects.equals(area, other.area);
    }

    boolean agreesWith(Place other) {
      if (postcode != null && other.postcode != null) {
        return postcode.equals(other.postcode) || PlaceName.isOneEdit(postcode, other.postcode);
      }
      return area == null || other.area == null || area.equals(other.area);
    }

    void add(Place other) {
      spellings.addAll(other.spellings);
      postcode = postcode == null ? other.postcode : postcode;
      area = area == null ? other.area : area;
    }

    String mostFrequentSpelling() {
      Map<String, Integer> counts = new TreeMap<>();
      spellings.forEach(
          spelling -> counts.merge(spelling.written, spelling.mentions, Integer::sum));
      return counts.entrySet().stream()
          .max(
              Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue())
                  .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
          .orElseThrow()
          .getKey();
    }
  }
}
