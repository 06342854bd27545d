package uk.candour.store;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.ledger.Disk;

/// Counts every call on the database's driver and on files that matters, and lets one of them fail:
/// before it is done, or after it was done and the answer was lost.
final class Faults {

  private static final Set<String> OF_CONNECTIONS = Set.of("commit", "rollback");
  private static final Set<String> OF_STATEMENTS =
      Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

  private final List<String> calls = new ArrayList<>();
  private int failing = -1;
  private boolean afterwards;
  private @Nullable String failed;

  /// Lets the nth call from now on fail, counted from 0.
  ///
  /// @param done whether it is done all the same and only its answer is lost
  synchronized void arm(int nth, boolean done) {
    calls.clear();
    failing = nth;
    afterwards = done;
    failed = null;
  }

  /// The call that failed, or null where there were too few.
  synchronized @Nullable String failed() {
    return failed;
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  private synchronized boolean fails(String call) {
    boolean fails = calls.size() == failing;
    calls.add(call);
    if (fails) {
      failed = call;
    }
    return fails;
  }

  private synchronized boolean isDoneFirst() {
    return afterwards;
  }

  // -- The driver ---------------------------------------------------------------------------------

  Connections.Opening opening(Connections.Opening real) {
    return () -> {
      if (fails("connect")) {
        throw new SQLException("connect fails", "08006");
      }
      return connection(real.open());
    };
  }

  private Connection connection(Connection real) {
    return (Connection)
        Proxy.newProxyInstance(
            Faults.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (OF_CONNECTIONS.contains(method.getName())) {
                return done(real, real, method, arguments, method.getName());
              }
              Object result = call(real, method, arguments);
              if (result instanceof Statement statement) {
                String sql =
                    arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : "";
                Class<?> type = method.getReturnType();
                return Proxy.newProxyInstance(
                    Faults.class.getClassLoader(),
                    new Class<?>[] {type},
                    (_, inner, given) -> {
                      String text =
                          given != null && given.length > 0 && given[0] instanceof String own
                              ? own
                              : sql;
                      return OF_STATEMENTS.contains(inner.getName())
                          ? done(real, statement, inner, given, text)
                          : call(statement, inner, given);
                    });
              }
              return result;
            });
  }

  private @Nullable Object done(
      Connection connection,
      Object target,
      java.lang.reflect.Method method,
      Object @Nullable [] arguments,
      String what)
      throws Throwable {
    if (!fails(what.strip().lines().findFirst().orElse(what))) {
      return call(target, method, arguments);
    }
    if (isDoneFirst()) {
      call(target, method, arguments);
    }
    // The connection is gone, as when the server was killed.
    connection.close();
    throw new SQLException("the connection is lost", "08006");
  }

  private static @Nullable Object call(
      Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  // -- Files --------------------------------------------------------------------------------------

  Disk disk() {
    return new FailingDisk();
  }

  private interface Work<T extends @Nullable Object> {
    T done() throws IOException;
  }

  private <T extends @Nullable Object> T file(String call, Work<T> work) throws IOException {
    if (!fails(call)) {
      return work.done();
    }
    if (isDoneFirst()) {
      work.done();
    }
    throw new IOException(call + " fails");
  }

  private final class FailingDisk implements Disk {

    private final Disk real = Disk.REAL;

    @Override
    public byte @Nullable [] read(Path file, int limit) throws IOException {
      return Faults.this.<byte @Nullable []>file("read", () -> real.read(file, limit));
    }

    @Override
    public boolean isThere(Path file) {
      return real.isThere(file);
    }

    @Override
    public long length(Path file) throws IOException {
      return file("length", () -> real.length(file));
    }

    @Override
    public byte[] readEnd(Path file, int limit) throws IOException {
      return file("read end", () -> real.readEnd(file, limit));
    }

    @Override
    public OpenFile create(Path file) throws IOException {
      return file("create", () -> open(real.create(file)));
    }

    @Override
    public OpenFile append(Path file) throws IOException {
      OpenFile opened = file("append", () -> real.append(file));
      return open(opened);
    }

    private OpenFile open(OpenFile file) {
      return new OpenFile() {
        @Override
        public void write(byte[] bytes) throws IOException {
          Faults.this.<@Nullable Object>file(
              "write",
              () -> {
                file.write(bytes);
                return null;
              });
        }

        @Override
        public void force() throws IOException {
          Faults.this.<@Nullable Object>file(
              "force",
              () -> {
                file.force();
                return null;
              });
        }

        @Override
        public void close() throws IOException {
          file.close();
        }
      };
    }

    @Override
    public void cut(Path file, long length) throws IOException {
      nothing("cut", () -> real.cut(file, length));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      nothing("rename", () -> real.rename(from, to));
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
      nothing("make folder", () -> real.makeFolder(folder));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
      nothing("force folder", () -> real.forceFolder(folder));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
      return file("list", () -> real.list(folder));
    }

    @Override
    public void delete(Path file) throws IOException {
      nothing("delete", () -> real.delete(file));
    }

    private void nothing(String call, NoResult work) throws IOException {
      Faults.this.<@Nullable Object>file(
          call,
          () -> {
            work.done();
            return null;
          });
    }
  }

  private interface NoResult {
    void done() throws IOException;
  }
}
