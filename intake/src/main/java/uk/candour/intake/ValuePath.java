package uk.candour.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The way from a row's element to a value: names, an attribute with `@`, and a place in brackets
/// where one of several is meant.
///
/// Between names stands `.` or `/`; `$`, `./` or `/` before the first say nothing. Places count
/// from 0 in JSON and from 1 in XML, as is the custom of each. `[*]` is all, which is also what no
/// brackets mean. A name of the file that holds `.` or `/` itself is taken for several steps.
///
/// @param steps none for the row's element itself
record ValuePath(List<Step> steps) {

  private static final Pattern STEP = Pattern.compile("([^\\[\\]]+)(?:\\[(\\d{1,6})\\])?");
  private static final Pattern BETWEEN = Pattern.compile("[./]");

  /// @param place the place from 0 among those of the same name, or -1 for all
  record Step(String name, int place) {}

  ValuePath {
    steps = List.copyOf(steps);
  }

  /// @param first the number of the first place
  static ValuePath of(String written, int first) {
    List<Step> steps = new ArrayList<>();
    for (String part : parts(written.replace("[*]", "").replace("[]", ""))) {
      Matcher step = STEP.matcher(part);
      if (!step.matches() || step.group(2) == null) {
        steps.add(new Step(part, -1));
      } else {
        steps.add(new Step(step.group(1), Integer.parseInt(step.group(2)) - first));
      }
    }
    return new ValuePath(steps);
  }

  /// The names in a path or in a name of the file.
  static List<String> parts(String written) {
    return BETWEEN
        .splitAsStream(written)
        .filter(part -> !part.isEmpty() && !part.equals("$"))
        .toList();
  }

  List<String> names() {
    return steps.stream().map(Step::name).toList();
  }

  /// Whether an element of the file may have to be taken for several steps.
  static boolean isSeveral(String name) {
    return name.indexOf('.') >= 0 || name.indexOf('/') >= 0;
  }
}
