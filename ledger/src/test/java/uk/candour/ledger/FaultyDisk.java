package uk.candour.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A disk of which one call fails, once: the n-th. A write that fails has written half.
final class FaultyDisk implements Disk {

  private final int fails;
  private final AtomicInteger calls = new AtomicInteger();

  FaultyDisk(int fails) {
    this.fails = fails;
  }

  int calls() {
    return calls.get();
  }

  private boolean isTheOne() {
    return calls.incrementAndGet() == fails;
  }

  private void call(String what) throws IOException {
    if (isTheOne()) {
      throw new IOException("call " + fails + " failed on purpose: " + what);
    }
  }

  private OpenFile open(OpenFile file) {
    return new OpenFile() {
      @Override
      public void write(byte[] bytes) throws IOException {
        if (isTheOne()) {
          file.write(Arrays.copyOf(bytes, bytes.length / 2));
          throw new IOException("call " + fails + " failed on purpose: write");
        }
        file.write(bytes);
      }

      @Override
      public void force() throws IOException {
        call("force");
        file.force();
      }

      @Override
      public void close() throws IOException {
        file.close();
        call("close");
      }
    };
  }

  @Override
  public byte @Nullable [] read(Path file, int limit) throws IOException {
    call("read " + file);
    return REAL.read(file, limit);
  }

  @Override
  public boolean isThere(Path file) {
    return REAL.isThere(file);
  }

  @Override
  public long length(Path file) throws IOException {
    call("length");
    return REAL.length(file);
  }

  @Override
  public byte[] readEnd(Path file, int limit) throws IOException {
    call("readEnd");
    return REAL.readEnd(file, limit);
  }

  @Override
  public OpenFile create(Path file) throws IOException {
    call("create " + file);
    return open(REAL.create(file));
  }

  @Override
  public OpenFile append(Path file) throws IOException {
    call("append");
    return open(REAL.append(file));
  }

  @Override
  public void cut(Path file, long length) throws IOException {
    call("cut");
    REAL.cut(file, length);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    call("rename " + to);
    REAL.rename(from, to);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    call("makeFolder " + folder);
    REAL.makeFolder(folder);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    call("forceFolder " + folder);
    REAL.forceFolder(folder);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    call("list");
    return REAL.list(folder);
  }

  @Override
  public void delete(Path file) throws IOException {
    call("delete " + file);
    REAL.delete(file);
  }
}
