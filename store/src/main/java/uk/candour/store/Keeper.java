package uk.candour.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.intake.LiveRecords.Refused;
import uk.candour.intake.Progress;
import uk.candour.intake.Reading;
import uk.candour.intake.RecordKeeper;
import uk.candour.intake.Remit;

/// The record as the command keeps it: loads, copies, brings back.
public final class Keeper implements RecordKeeper {

  /// The days of the record are those of the place whose law it works under.
  static final Clock CLOCK = Clock.system(ZoneId.of("Europe/London"));

  @Override
  public Reading<List<Line>> load(Remit remit, Place place, Progress progress)
      throws IOException, Refused {
    if (!remit.records().isEmpty()) {
      throw new Refused("a record cannot be loaded from a record; name a remit of files");
    }
    try (DataFolder data = DataFolder.open(place.folder(), place.url());
        LiveRecord record = LiveRecord.open(data, CLOCK)) {
      String by = String.valueOf(System.getProperty("user.name"));
      return Loading.load(remit, data, record, CLOCK, by, progress);
    } catch (Unavailable | RefusesToSign e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Copy backup(Place place, Path to, @Nullable Path keys) throws IOException, Refused {
    if (!Files.isDirectory(place.folder().resolve("keys"))) {
      throw new Refused(place.folder() + " holds no record");
    }
    try (DataFolder data = DataFolder.open(place.folder(), place.url())) {
      // What is committed is signed first, so that the copy holds no act that the log does not.
      LiveRecord.open(data, CLOCK).close();
      Copy copy = Backup.make(data, to);
      if (keys != null) {
        Backup.copyKeys(data.keys().folder(), keys);
      }
      return copy;
    } catch (Unavailable | RefusesToSign e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    } catch (FileAlreadyExistsException e) {
      throw new Refused(e.getMessage() + "; name a folder that is not there yet", e);
    } catch (SQLException e) {
      throw new Refused("the record cannot be copied: " + e.getMessage(), e);
    }
  }

  @Override
  public Copy restore(Path from, Place place, @Nullable Path keys) throws IOException, Refused {
    Path own = place.folder().resolve("keys");
    if (Files.exists(place.folder().resolve("log"))
        || Files.exists(place.folder().resolve("pg").resolve("data"))) {
      throw new Refused(
          place.folder() + " holds a record already; name a folder without one, or move it away");
    }
    if (!Backup.hasKeys(keys) && !Backup.hasKeys(own)) {
      throw new Refused(
          "the record's keys are neither in "
              + own
              + " nor named; without them nothing of the"
              + " copy can be read");
    }
    Backup.verify(from);
    if (keys != null && !Backup.hasKeys(own)) {
      Backup.copyKeys(keys, own);
    }
    try (DataFolder data = DataFolder.open(place.folder(), place.url())) {
      return Backup.restore(from, data);
    } catch (Unavailable e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    } catch (FileAlreadyExistsException e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    } catch (SQLException e) {
      throw new Refused("the copy cannot be brought back: " + e.getMessage(), e);
    }
  }
}
