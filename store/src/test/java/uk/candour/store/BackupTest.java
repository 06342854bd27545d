package uk.candour.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.intake.LiveRecords.Refused;
import uk.candour.intake.RecordKeeper.Copy;
import uk.candour.intake.RecordKeeper.Place;

class BackupTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private static Receipt write(DataFolder data, String key, int body) throws Exception {
    try (LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
      return ((Answer.Signed) record.write(Acts.once(key, body)).await(PATIENCE)).receipt();
    }
  }

  @Test
  void aCopyBroughtBackIsTheRecordAndGoesOn() throws Exception {
    String url = Folders.freshUrl();
    var place = new Place(folder.resolve("data"), url);
    List<Receipt> receipts = new ArrayList<>();
    try (DataFolder data = DataFolder.open(place.folder(), url)) {
      for (int i = 0; i < 300; i += 100) {
        receipts.add(write(data, "key " + i, i));
      }
    }
    Path copy = folder.resolve("copy");
    Path keys = folder.resolve("keys");
    Copy made = new Keeper().backup(place, copy, keys);
    assertThat(made.logSize()).isEqualTo(3);
    try (var paths = Files.walk(copy)) {
      assertThat(paths.map(Path::getFileName).map(Path::toString))
          .isNotEmpty()
          .doesNotContain("root.key", "log.key");
    }

    var elsewhere = new Place(folder.resolve("elsewhere"), Folders.freshUrl());
    new Keeper().restore(copy, elsewhere, keys);
    try (DataFolder data = DataFolder.open(elsewhere.folder(), elsewhere.url())) {
      // Nothing was released after the copy, so the checkpoints are brought along by hand.
      Files.copy(
          place.folder().resolve("released-checkpoints"),
          elsewhere.folder().resolve("released-checkpoints"));
      try (LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
        for (Receipt receipt : receipts) {
          assertThat(record.receipt(receipt.reference()))
              .usingRecursiveComparison()
              .isEqualTo(new Answer.Signed(receipt, true));
        }
      }
      assertThat(write(data, "key 100", 100)).usingRecursiveComparison().isEqualTo(receipts.get(1));
      assertThat(write(data, "new", 7).logIndex()).isEqualTo(3);
    }
  }

  @Test
  void aRecordBehindAReleasedCheckpointRefusesToSign() throws Exception {
    String url = Folders.freshUrl();
    var place = new Place(folder.resolve("data"), url);
    Path copy = folder.resolve("copy");
    try (DataFolder data = DataFolder.open(place.folder(), url)) {
      write(data, "one", 1);
      new Keeper().backup(place, copy, folder.resolve("keys"));
      write(data, "two", 2);
    }
    var again = new Place(folder.resolve("again"), Folders.freshUrl());
    new Keeper().restore(copy, again, folder.resolve("keys"));
    try (DataFolder data = DataFolder.open(again.folder(), again.url())) {
      Files.copy(
          place.folder().resolve("released-checkpoints"),
          again.folder().resolve("released-checkpoints"));
      assertThatThrownBy(() -> LiveRecord.open(data, Clock.systemUTC()))
          .isInstanceOf(RefusesToSign.class)
          .hasMessageContaining("1 entries")
          .hasMessageContaining("over 2");
    }
  }

  @Test
  void aChangedCopyIsNotBroughtBack() throws Exception {
    String url = Folders.freshUrl();
    var place = new Place(folder.resolve("data"), url);
    Path copy = folder.resolve("copy");
    try (DataFolder data = DataFolder.open(place.folder(), url)) {
      write(data, "one", 1);
      new Keeper().backup(place, copy, folder.resolve("keys"));
    }
    Path table = copy.resolve("tables").resolve("act");
    byte[] bytes = Files.readAllBytes(table);
    bytes[bytes.length / 2] ^= 1;
    Files.write(table, bytes);
    assertThatThrownBy(() ->
            new Keeper()
                .restore(
                    copy,
                    new Place(folder.resolve("again"), Folders.freshUrl()),
                    folder.resolve("keys")))
        .hasMessageContaining("tables/act is not what was copied");
  }

  @Test
  void aRecordIsNotOverwritten() throws Exception {
    String url = Folders.freshUrl();
    var place = new Place(folder.resolve("data"), url);
    Path copy = folder.resolve("copy");
    try (DataFolder data = DataFolder.open(place.folder(), url)) {
      write(data, "one", 1);
      new Keeper().backup(place, copy, null);
    }
    assertThatThrownBy(() -> new Keeper().restore(copy, place, null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("holds a record already");
    assertThatThrownBy(() -> new Keeper().backup(place, copy, null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not empty");
  }
}
