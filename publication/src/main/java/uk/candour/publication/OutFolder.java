package uk.candour.publication;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A folder that appears whole or not at all: it is written under another name beside its place and
/// moved there when it is finished.
///
/// An earlier folder of ours is replaced. A folder is ours where it holds nothing but names that
/// Candour writes, and one that is not ours is never touched. Where the file system knows
/// permissions the folder is readable by its owner alone (mode 0700).
final class OutFolder implements AutoCloseable {

  private static final Set<String> FILES =
      Set.of(
          "findings.json",
          "report.html",
          "clusters.csv",
          "problems.csv",
          "networks.graphml",
          "evidence",
          "public");
  private static final Set<String> FOLDERS = Set.of("evidence", "public");

  private final Path out;
  private final Path unfinished;
  private boolean finished;

  private OutFolder(Path out, Path unfinished) {
    this.out = out;
    this.unfinished = unfinished;
  }

  /// Begins a folder that is to stand at `out`. Throws [FileAlreadyExistsException] where something
  /// stands there that Candour did not write.
  static OutFolder begin(Path out) throws IOException {
    Path place = out.toAbsolutePath().normalize();
    Path name = place.getFileName();
    Path parent = place.getParent();
    if (name == null || parent == null) {
      throw new FileAlreadyExistsException(
          out.toString(), null, "the root of a file system cannot be an out folder");
    }
    refuseForeign(place);
    Files.createDirectories(parent);
    Path unfinished = place.resolveSibling("." + name + ".unfinished");
    refuseForeign(unfinished);
    delete(unfinished);
    Files.createDirectory(unfinished, ownerAlone(parent));
    for (String folder : List.of("evidence", "public")) {
      Files.createDirectory(unfinished.resolve(folder), ownerAlone(parent));
    }
    return new OutFolder(place, unfinished);
  }

  /// Where to write until the folder is finished.
  Path path() {
    return unfinished;
  }

  /// Puts the folder in its place.
  void finish() throws IOException {
    Path earlier = out.resolveSibling("." + out.getFileName() + ".earlier");
    refuseForeign(earlier);
    delete(earlier);
    boolean replaces = Files.exists(out, LinkOption.NOFOLLOW_LINKS);
    if (replaces) {
      refuseForeign(out);
      Files.move(out, earlier, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(unfinished, out, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      if (replaces) {
        Files.move(earlier, out, StandardCopyOption.ATOMIC_MOVE);
      }
      throw failed;
    }
    finished = true;
    delete(earlier);
  }

  /// Removes what was written where the folder was not finished.
  @Override
  public void close() throws IOException {
    if (!finished) {
      delete(unfinished);
    }
  }

  private static FileAttribute<?>[] ownerAlone(Path parent) throws IOException {
    return Files.getFileStore(parent).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void refuseForeign(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw foreign(folder, folder);
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        if (!FILES.contains(name) || isFolder != FOLDERS.contains(name)) {
          throw foreign(folder, entry);
        }
        if (isFolder) {
          refuseForeignInside(folder, entry);
        }
      }
    }
  }

  private static void refuseForeignInside(Path folder, Path inside) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(inside)) {
      for (Path entry : entries) {
        if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
            || !String.valueOf(entry.getFileName()).matches("[a-z0-9.-]+[.](csv|html|txt)")) {
          throw foreign(folder, entry);
        }
      }
    }
  }

  private static FileAlreadyExistsException foreign(Path folder, Path entry) {
    return new FileAlreadyExistsException(
        folder.toString(),
        null,
        "it holds "
            + (entry.equals(folder) ? "a file of that name" : folder.relativize(entry))
            + ", which Candour did not write: move it away, or name another folder by --out");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failed)
              throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
