package uk.candour.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// A process that writes acts into a data folder until it is killed, and says which were
/// acknowledged: `key reference index`, a line each.
final class Writes {

  private Writes() {}

  public static void main(String[] arguments) throws Exception {
    DataFolder data = DataFolder.open(Path.of(arguments[0]), null);
    LiveRecord record = LiveRecord.open(data, Clock.systemUTC());
    System.out.println("ready");
    int from = Integer.parseInt(arguments[1]);
    for (int thread = 0; thread < 4; thread++) {
      int start = from + thread;
      Thread.ofPlatform()
          .start(() -> {
            for (int number = start; ; number += 4) {
              try {
                Answer answer =
                    record.write(Acts.once("key " + number, number)).await(Duration.ofSeconds(20));
                if (answer instanceof Answer.Signed(Receipt receipt, _)) {
                  System.out.println(number + " " + receipt.reference() + " " + receipt.logIndex());
                }
              } catch (Conflict | Unavailable e) {
                System.err.println(number + " " + e.getMessage());
                return;
              }
            }
          });
    }
  }
}
