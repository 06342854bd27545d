package uk.candour.cli;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import uk.candour.cli.Candour.WrongUse;
import uk.candour.intake.RecordKeeper;

/// What the commands on the live record share: where it is, and who keeps it.
final class Records {

  private Records() {}

  /// The data folder unless another is named.
  static final String USUAL_FOLDER = "data";

  static RecordKeeper keeper() throws WrongUse {
    return ServiceLoader.load(RecordKeeper.class)
        .findFirst()
        .orElseThrow(
            () -> new WrongUse("This build holds no live record; run the command by ./candour."));
  }

  static RecordKeeper.Place place(Path folder, @Nullable String url) {
    return new RecordKeeper.Place(folder, url);
  }
}
