package uk.candour.ledger;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a log's files are read: a folder, an address. What it gives is not believed.
public interface LogSource {

  /// A file's bytes by its path under the log (`checkpoint`, `tile/0/000`), or nothing where there
  /// is none.
  ///
  /// @param limit more bytes than this are an error, and are not read
  /// @throws IOException when the file is longer, or could not be read, or not in time
  byte @Nullable [] read(String path, int limit) throws IOException;

  /// The partial tiles that lie beside the place of a full one, as far as the source can list them.
  default List<Tile> partials(Tile full) throws IOException {
    return List.of();
  }

  /// How many may read at once with profit.
  default int readers() {
    return Runtime.getRuntime().availableProcessors();
  }
}
