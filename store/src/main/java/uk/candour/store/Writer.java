package uk.candour.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import uk.candour.store.Act.FromFile;

/// Commits acts: one thread takes all that wait, up to some hundreds, and commits them in one
/// transaction, each act with its pending log entry. So the rate is that of the disk's flushes
/// times the acts that share one, and nobody holds a lock while he waits.
final class Writer implements AutoCloseable {

  private static final int WAITING = 20_000;
  private static final int MOST_AT_ONCE = 512;
  private static final long MILLIS_BETWEEN_TRIES = 100;

  private static final String TAKEN_BEFORE =
      """
      select once.key, once.body, act.id, act.reference, act.received_at
      from once
      join act on act.id = once.act
      where once.key = any (?)
      """;

  private static final String ACTS =
      """
      insert into act (id, reference, source, file, file_row, received_at, entry, commitments, rest, people, narrative, reporter)
      select *
      from unnest(?::uuid[], ?::text[], ?::int[], ?::int[], ?::int[], ?::timestamptz[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
      """;

  private static final String KEYS =
      "insert into act_key (act, wrapped) select * from unnest(?::uuid[], ?::bytea[])";

  private static final String PROTECTED =
      "insert into characteristics (act, sealed) select * from unnest(?::uuid[], ?::bytea[])";

  private static final String ONCE =
      "insert into once (key, body, act) select * from unnest(?::text[], ?::text[], ?::uuid[])";

  private static final String PENDING =
      """
      insert into pending (act, number)
      select id, number
      from act
      where id = any (?)
      order by number
      """;

  private static final String COMMITTED = "select id from act where id = any (?)";

  private final Connections connections;
  private final Contents contents;
  private final Clock clock;
  private final Waiting waiting;
  private final Runnable committed;
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile boolean closed;

  /// An act in the queue.
  private record Item(
      UUID id, Act act, Instant receivedAt, Contents.Sealed sealed, Writing writing) {}

  /// An act that an earlier one with the same key turned out to be.
  private record Before(String body, UUID id, String reference, Instant receivedAt) {}

  /// @param committed is run after each commit
  Writer(
      Connections connections,
      Contents contents,
      Clock clock,
      Waiting waiting,
      Runnable committed) {
    this.connections = connections;
    this.contents = contents;
    this.clock = clock;
    this.waiting = waiting;
    this.committed = committed;
    this.thread = Thread.ofPlatform().name("writer").daemon().unstarted(this::run);
    thread.start();
  }

  /// Takes an act; what becomes of it the futures say.
  Writing write(Act act) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var writing = new Writing(new CompletableFuture<>(), new CompletableFuture<>());
    UUID id = newId(now.toEpochMilli());
    Contents.Sealed sealed = contents.seal(id, Parts.of(act, now.toEpochMilli()));
    if (closed || !queue.offer(new Item(id, act, now, sealed, writing))) {
      fail(writing, new Unavailable("too much is waiting to be written"));
    } else if (closed) {
      // Closed in between: whoever drains the queue last fails the rest.
      drain(new Unavailable("the record is being closed"));
    }
    return writing;
  }

  /// Random, but for the time in front, so that neighbours in time are neighbours on the disk (RFC
  /// 9562, version 7).
  private static UUID newId(long millis) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = millis << 16 | 0x7000L | random.nextInt(1 << 12);
    long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
    return new UUID(high, low);
  }

  private static void fail(Writing writing, Exception reason) {
    writing.durable().completeExceptionally(reason);
    writing.signed().completeExceptionally(reason);
  }

  private void run() {
    List<Item> batch = new ArrayList<>();
    while (true) {
      batch.clear();
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        drain(new Unavailable("the record is being closed"));
        return;
      }
      queue.drainTo(batch, MOST_AT_ONCE - 1);
      commit(batch);
    }
  }

  private void drain(Unavailable reason) {
    for (Item item = queue.poll(); item != null; item = queue.poll()) {
      fail(item.writing(), reason);
    }
  }

  private void commit(List<Item> batch) {
    var taken = new Taken();
    try {
      connections.in(connection -> put(connection, batch, taken));
    } catch (SQLException e) {
      List<UUID> there = List.of();
      if (taken.complete) {
        // Whether the commit came through only the database can say.
        try {
          there = committed(taken.ids());
        } catch (InterruptedException closing) {
          Thread.currentThread().interrupt();
          var unknown =
              new Undecided(
                  "the record was closed before it was known whether the act was taken; send it"
                      + " again with the same key",
                  e);
          batch.forEach(item -> fail(item.writing(), unknown));
          return;
        }
      }
      if (there.isEmpty()) {
        taken.fresh.forEach(item -> waiting.remove(item.id()));
        failed(batch, e);
        return;
      }
    } catch (RuntimeException e) {
      // Nothing was committed. An act that cannot be written is its sender's, not the writer's end.
      taken.fresh.forEach(item -> waiting.remove(item.id()));
      batch.forEach(
          item -> fail(item.writing(), new Unavailable("the act could not be written", e)));
      return;
    }
    taken.fresh.forEach(this::accepted);
    taken.again.forEach((item, earlier) -> {
      item.writing()
          .durable()
          .complete(new Answer.Accepted(earlier.reference(), earlier.receivedAt()));
      waiting.again(earlier.id(), new Waiting.Caller(item.writing(), true));
    });
    committed.run();
  }

  /// Nothing of the batch was written. Where the database refused a statement, one act may have
  /// spoiled it for the others, so each is tried by itself.
  private void failed(List<Item> batch, SQLException e) {
    List<Item> open = batch.stream().filter(item -> !item.writing().durable().isDone()).toList();
    if (open.size() > 1 && !isLost(e)) {
      open.forEach(item -> commit(List.of(item)));
    } else {
      open.forEach(
          item -> fail(item.writing(), new Unavailable("the database did not take it", e)));
    }
  }

  /// Whether the connection is gone, rather than a statement refused.
  private static boolean isLost(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57");
  }

  private void accepted(Item item) {
    item.writing()
        .durable()
        .complete(new Answer.Accepted(item.act().reference(), item.receivedAt()));
  }

  /// Asks until the database answers which of these acts it holds.
  private List<UUID> committed(List<UUID> ids) throws InterruptedException {
    while (true) {
      try {
        return connections.in(connection -> {
          List<UUID> there = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(COMMITTED)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                there.add(row.getObject(1, UUID.class));
              }
            }
          }
          return there;
        });
      } catch (SQLException e) {
        Thread.sleep(MILLIS_BETWEEN_TRIES);
      }
    }
  }

  /// What a transaction makes of a batch.
  private static final class Taken {

    private final List<Item> fresh = new ArrayList<>();
    private final Map<Item, Before> again = new LinkedHashMap<>();

    /// Whether every statement was done, so that only the commit was left.
    private boolean complete;

    List<UUID> ids() {
      return fresh.stream().map(Item::id).toList();
    }
  }

  /// Puts a batch into the open transaction.
  private boolean put(Connection connection, List<Item> batch, Taken taken) throws SQLException {
    Map<String, Before> before = takenBefore(connection, batch);
    for (Item item : batch) {
      Once once = item.act().once();
      Before earlier = once == null ? null : before.get(once.key());
      if (once == null) {
        taken.fresh.add(item);
      } else if (earlier == null) {
        before.put(
            once.key(),
            new Before(once.body(), item.id(), item.act().reference(), item.receivedAt()));
        taken.fresh.add(item);
      } else if (earlier.body().equals(once.body())) {
        taken.again.put(item, earlier);
      } else {
        fail(item.writing(), new Conflict());
      }
    }
    if (!taken.fresh.isEmpty()) {
      insert(connection, taken.fresh);
      for (Item item : taken.fresh) {
        waiting.add(item.id(), new Waiting.Caller(item.writing(), false));
      }
    }
    taken.complete = true;
    return true;
  }

  private static Map<String, Before> takenBefore(Connection connection, List<Item> batch)
      throws SQLException {
    Map<String, Before> before = new HashMap<>();
    Object[] keys =
        batch.stream()
            .map(item -> item.act().once())
            .filter(once -> once != null)
            .map(Once::key)
            .toArray();
    if (keys.length == 0) {
      return before;
    }
    try (PreparedStatement select = connection.prepareStatement(TAKEN_BEFORE)) {
      select.setArray(1, connection.createArrayOf("text", keys));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          before.put(
              row.getString("key"),
              new Before(
                  row.getString("body"),
                  row.getObject("id", UUID.class),
                  row.getString("reference"),
                  row.getTimestamp("received_at").toInstant()));
        }
      }
    }
    return before;
  }

  private static void insert(Connection connection, List<Item> items) throws SQLException {
    Map<String, Integer> sources = new HashMap<>();
    for (Item item : items) {
      String name = item.act().source().name();
      if (!sources.containsKey(name)) {
        sources.put(
            name, Sources.numberOf(connection, item.act().source(), item.act().from() == null));
      }
    }
    Object[] ids = items.stream().map(Item::id).toArray();
    try (PreparedStatement insert = connection.prepareStatement(ACTS)) {
      insert.setArray(1, connection.createArrayOf("uuid", ids));
      insert.setArray(2, texts(connection, items, item -> item.act().reference()));
      insert.setArray(
          3,
          connection.createArrayOf(
              "int",
              items.stream().map(item -> sources.get(item.act().source().name())).toArray()));
      insert.setArray(4, numbers(connection, items, FromFile::file));
      insert.setArray(5, numbers(connection, items, FromFile::row));
      insert.setArray(
          6,
          connection.createArrayOf(
              "timestamptz",
              items.stream().map(item -> Timestamp.from(item.receivedAt())).toArray()));
      insert.setArray(7, bytes(connection, items, item -> item.sealed().entry()));
      insert.setArray(8, bytes(connection, items, item -> item.sealed().commitments()));
      insert.setArray(9, part(connection, items, Part.REST));
      insert.setArray(10, part(connection, items, Part.PEOPLE));
      insert.setArray(11, part(connection, items, Part.NARRATIVE));
      insert.setArray(12, part(connection, items, Part.REPORTER));
      insert.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(KEYS)) {
      insert.setArray(1, connection.createArrayOf("uuid", ids));
      insert.setArray(2, bytes(connection, items, item -> item.sealed().key()));
      insert.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(PROTECTED)) {
      insert.setArray(1, connection.createArrayOf("uuid", ids));
      insert.setArray(2, part(connection, items, Part.CHARACTERISTICS));
      insert.executeUpdate();
    }
    List<Item> once = items.stream().filter(item -> item.act().once() != null).toList();
    if (!once.isEmpty()) {
      try (PreparedStatement insert = connection.prepareStatement(ONCE)) {
        insert.setArray(1, texts(connection, once, item -> keyOf(item).key()));
        insert.setArray(2, texts(connection, once, item -> keyOf(item).body()));
        insert.setArray(3, connection.createArrayOf("uuid", once.stream().map(Item::id).toArray()));
        insert.executeUpdate();
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(PENDING)) {
      insert.setArray(1, connection.createArrayOf("uuid", ids));
      insert.executeUpdate();
    }
  }

  private static Once keyOf(Item item) {
    Once once = item.act().once();
    if (once == null) {
      throw new IllegalArgumentException("the act has no key");
    }
    return once;
  }

  private static java.sql.Array numbers(
      Connection connection, List<Item> items, ToIntFunction<FromFile> of) throws SQLException {
    var numbers = new @Nullable Integer[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      FromFile from = items.get(i).act().from();
      numbers[i] = from == null ? null : of.applyAsInt(from);
    }
    return connection.createArrayOf("int", numbers);
  }

  private static java.sql.Array texts(
      Connection connection, List<Item> items, java.util.function.Function<Item, String> of)
      throws SQLException {
    return connection.createArrayOf("text", items.stream().map(of).toArray());
  }

  private static java.sql.Array bytes(
      Connection connection, List<Item> items, java.util.function.Function<Item, byte[]> of)
      throws SQLException {
    return connection.createArrayOf("bytea", items.stream().map(of).toArray(byte[][]::new));
  }

  private static java.sql.Array part(Connection connection, List<Item> items, Part part)
      throws SQLException {
    return bytes(connection, items, item -> partOf(item.sealed().parts().get(part)));
  }

  private static byte[] partOf(byte @Nullable [] part) {
    if (part == null) {
      throw new IllegalStateException("an act without one of its parts");
    }
    return part;
  }

  /// Stops taking acts; those that wait are told that nothing was accepted.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    drain(new Unavailable("the record is being closed"));
  }
}
