package uk.candour.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Connections of one role, kept for the next who asks. There are as many as were ever used at
/// once.
public final class Connections implements AutoCloseable {

  /// Opens a connection of the role.
  @FunctionalInterface
  public interface Opening {
    Connection open() throws SQLException;
  }

  /// Work on a connection.
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  private static final int SECONDS_TO_ANSWER = 5;
  private static final long NANOS_TRUSTED = 1_000_000_000L;

  private final Opening opening;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private boolean closed;

  private record Idle(Connection connection, long since) {}

  public Connections(Opening opening) {
    this.opening = opening;
  }

  /// Does the work in one transaction, which is rolled back when the work fails.
  public <T extends @Nullable Object> T in(Work<T> work) throws SQLException {
    Connection connection = take();
    boolean sound = false;
    try {
      connection.setAutoCommit(false);
      T result = work.on(connection);
      connection.commit();
      sound = true;
      return result;
    } finally {
      giveBack(connection, sound);
    }
  }

  private Connection take() throws SQLException {
    while (true) {
      Idle next;
      synchronized (idle) {
        next = idle.pollFirst();
      }
      if (next == null) {
        return opening.open();
      }
      if (System.nanoTime() - next.since < NANOS_TRUSTED
          || next.connection.isValid(SECONDS_TO_ANSWER)) {
        return next.connection;
      }
      close(next.connection);
    }
  }

  private void giveBack(Connection connection, boolean sound) {
    if (sound) {
      synchronized (idle) {
        if (!closed) {
          idle.addFirst(new Idle(connection, System.nanoTime()));
          return;
        }
      }
    }
    close(connection);
  }

  /// A connection that is given up is closed as well as it lets itself be.
  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is of no more use, and nothing depends on it.
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(one -> close(one.connection));
      idle.clear();
    }
  }
}
