package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublicationTest {

  @TempDir Path temp;

  @Test
  void writesEveryFileOfTheOutFolder() throws IOException {
    var input = SampleFindings.input(temp);
    Path out = temp.resolve("out/eastmoor");

    Publication.write(out, input);

    assertThat(names(out))
        .contains(
            "findings.json",
            "report.html",
            "clusters.csv",
            "problems.csv",
            "networks.graphml",
            "public/index.html",
            "public/totals.csv",
            "public/manifest.txt");
    for (var finding : input.findings()) {
      assertThat(names(out))
          .contains("evidence/" + finding.id() + ".csv", "evidence/" + finding.id() + ".html");
    }
    assertThat(out.resolveSibling(".eastmoor.unfinished")).doesNotExist();
    if (Files.getFileStore(out).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void sameInputsGiveTheSameBytesAndReplaceTheEarlierFolder() throws IOException {
    var input = SampleFindings.input(temp);
    Path out = temp.resolve("out");
    Publication.write(out, input);
    Map<String, String> first = contents(out);

    Publication.write(out, SampleFindings.input(temp));

    assertThat(contents(out)).isEqualTo(first);
    assertThat(temp.resolve(".out.earlier")).doesNotExist();
  }

  @Test
  void aFolderWithAFileOfSomebodyElseIsLeftAlone() throws IOException {
    var input = SampleFindings.input(temp);
    Path out = Files.createDirectory(temp.resolve("out"));
    Files.writeString(out.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> Publication.write(out, input))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("notes.txt")
        .hasMessageContaining("--out");

    assertThat(names(out)).containsExactly("notes.txt");
  }

  @Test
  void anotherFilesNameAmongTheEvidenceIsLeftAloneToo() throws IOException {
    var input = SampleFindings.input(temp);
    Path out = temp.resolve("out");
    Publication.write(out, input);
    Files.writeString(out.resolve("evidence/My notes.docx"), "mine");

    assertThatThrownBy(() -> Publication.write(out, input))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(out.resolve("evidence/My notes.docx")).exists();
  }

  @Test
  void nothingHalfWrittenStaysWhereTheProblemsCannotBeCopied() throws IOException {
    var input = SampleFindings.input(temp);
    Files.delete(input.problems().file());
    Path out = temp.resolve("fresh/out");

    assertThatThrownBy(() -> Publication.write(out, input)).isInstanceOf(IOException.class);

    assertThat(names(temp.resolve("fresh"))).isEmpty();
  }

  @Test
  void aClusterIsGivenForEveryMentionThatCouldBeLinked() throws IOException {
    Path out = temp.resolve("out");
    Publication.write(out, SampleFindings.input(temp));

    var lines = Files.readAllLines(out.resolve("clusters.csv"));

    assertThat(lines.getFirst()).isEqualTo("source,row,id,mention,cluster");
    assertThat(lines).contains("social-care,4,social-care/4,child,1");
    assertThat(lines).contains("social-care,4,social-care/4,suspect[2],1");
    assertThat(lines).anyMatch(line -> line.startsWith("social-care,5,-5,child,"));
    assertThat(lines).noneMatch(line -> line.startsWith("social-care,50,"));
  }

  @Test
  void evidenceIsCitedBySourceAndRow() throws IOException {
    Path out = temp.resolve("out");
    Publication.write(out, SampleFindings.input(temp));

    var lines = Files.readAllLines(out.resolve("evidence/children.never-acted.csv"));

    assertThat(lines.getFirst()).isEqualTo("source,row,note");
    assertThat(lines).hasSize(519);
    assertThat(lines.get(2))
        .isEqualTo(
            "social-care,2,\"counted as children.never-acted; <script>alert('x')</script> &"
                + " \"\"quoted\"\"; cluster 0\"");
  }

  private static List<String> names(Path folder) throws IOException {
    return contents(folder).keySet().stream().toList();
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
