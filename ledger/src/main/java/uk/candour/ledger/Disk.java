package uk.candour.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every call that a log makes on files, so that a test can let each of them fail once.
///
/// Nothing is durable before it was forced: a file's bytes by [OpenFile#force], its name by
/// [#forceFolder] of the folder it is in.
public interface Disk {

  /// The disk of this machine.
  Disk REAL = new RealDisk();

  /// A file that is open for writing.
  interface OpenFile extends Closeable {

    void write(byte[] bytes) throws IOException;

    /// Returns when all that was written will be there after the power failed.
    void force() throws IOException;
  }

  /// A file's bytes, or nothing where there is none.
  ///
  /// @throws IOException when it has more bytes than the limit, too
  byte @Nullable [] read(Path file, int limit) throws IOException;

  boolean isThere(Path file);

  /// A file's length in bytes.
  long length(Path file) throws IOException;

  /// The last bytes of a file, as many as there are up to a limit.
  byte[] readEnd(Path file, int limit) throws IOException;

  /// Opens a file of no bytes; one that was there is emptied.
  OpenFile create(Path file) throws IOException;

  /// Opens a file at its end, held by this opening alone; one that is not there is made.
  OpenFile append(Path file) throws IOException;

  /// Cuts a file to a length.
  void cut(Path file, long length) throws IOException;

  void rename(Path from, Path to) throws IOException;

  void makeFolder(Path folder) throws IOException;

  void forceFolder(Path folder) throws IOException;

  List<Path> list(Path folder) throws IOException;

  void delete(Path file) throws IOException;
}

/// The real calls.
final class RealDisk implements Disk {

  private record Channel(FileChannel channel) implements OpenFile {

    @Override
    public void write(byte[] bytes) throws IOException {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }

    @Override
    public void force() throws IOException {
      channel.force(true);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  @Override
  public byte @Nullable [] read(Path file, int limit) throws IOException {
    if (!Files.isRegularFile(file)) {
      if (Files.exists(file)) {
        throw new IOException(file + " is not a file");
      }
      return null;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > limit) {
        throw new IOException(file + " has more than " + limit + " bytes");
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw new IOException(file + " became shorter while it was read");
        }
      }
      return bytes.array();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public boolean isThere(Path file) {
    return Files.exists(file);
  }

  @Override
  public long length(Path file) throws IOException {
    return Files.size(file);
  }

  @Override
  public byte[] readEnd(Path file, int limit) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(Math.max(0, channel.size() - limit));
      var end = new byte[(int) (channel.size() - channel.position())];
      ByteBuffer left = ByteBuffer.wrap(end);
      while (left.hasRemaining() && channel.read(left) >= 0) {}
      return end;
    }
  }

  @Override
  public OpenFile create(Path file) throws IOException {
    return new Channel(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  @Override
  public OpenFile append(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new Channel(channel);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException(file + " is held by another writer of this process", e);
    }
    channel.close();
    throw new IOException(file + " is held by another process");
  }

  @Override
  public void cut(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    var names = new ArrayList<Path>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(names::add);
    }
    names.sort(null);
    return names;
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
