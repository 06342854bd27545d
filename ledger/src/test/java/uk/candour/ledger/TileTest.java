package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the files of a log lie.
class TileTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0, 0, 256, tile/0/000
          0, 1234067, 256, tile/0/x001/x234/067
          1, 1234, 7, tile/1/x001/234.p/7
          -1, 999, 255, tile/entries/999.p/255
          -1, 1000, 256, tile/entries/x001/000
          """)
  void aTileHasOnePath(int level, long index, int width, String path) {
    var tile = new Tile(level, index, width);
    assertThat(tile.path()).isEqualTo(path);
    assertThat(Tile.parse(path)).hasValue(tile);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tile/0/x000/001           | the first group is nothing
          tile/0/001.p/256          | a full tile has no width
          tile/0/001.p/0            | an empty one is not served
          tile/00/001               | a leading zero
          tile/0/1                  | two digits short
          tile/data/000             | the layout of others
          tile/0/../0/000           | a way out of the folder
          tile/9/000                | no such level
          tile/0/001.p/07           | a leading zero
          """)
  void anotherSpellingNamesNothing(String path, String reason) {
    assertThat(Tile.parse(path)).as(reason).isEmpty();
  }

  @Test
  void widthsAreThoseOfTheSpecification() {
    assertThat(Tile.width(0, 273, 70_000)).isEqualTo(112);
    assertThat(Tile.width(1, 0, 70_000)).isEqualTo(256);
    assertThat(Tile.width(1, 1, 70_000)).isEqualTo(17);
    assertThat(Tile.width(2, 0, 70_000)).isEqualTo(1);
    assertThat(Tile.width(1, 0, 256)).isEqualTo(1);
    assertThat(Tile.width(0, 1, 256)).isZero();
  }
}
