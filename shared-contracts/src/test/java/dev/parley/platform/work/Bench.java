package dev.parley.platform.work;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.platform.schema.PlatformTables;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the platform's tables, and workers on it, stopped when the test is over. */
final class Bench implements AutoCloseable {

    static final int POOL = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final TestDatabase database = Databases.fresh();
    final HikariDataSource pool = pool(database);
    final JdbcClient sql = JdbcClient.create(pool);
    final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Signal signal = new Signal();
    final Inbox inbox = DurableInbox.on(pool, signal);
    List<RecurringWork> recurring = List.of();
    private final List<WorkRuntime> workers = new ArrayList<>();
    private final List<WorkDatabase> databases = new ArrayList<>();

    Bench() {
        PlatformTables.migrate(pool);
    }

    /** Starts a worker that the inbox wakes. */
    WorkRuntime worker(WorkSettings settings, WorkHandler... handlers) {
        return worker(settings, signal, directly(), handlers);
    }

    /** Starts a worker in another replica, as it were: it has to look for itself. */
    WorkRuntime otherWorker(WorkSettings settings, WorkHandler... handlers) {
        return worker(settings, new Signal(), directly(), handlers);
    }

    WorkRuntime worker(WorkSettings settings, Signal waking, HeartbeatConnections heartbeats, WorkHandler... handlers) {
        WorkDatabase ways = new WorkDatabase(pool, address(), heartbeats, settings);
        databases.add(ways);
        WorkAssembly assembly =
                new WorkAssembly(ways, new Handlers(List.of(handlers), recurring), settings, waking, meters);
        WorkRuntime worker = new WorkRuntime(assembly, UUID::randomUUID);
        workers.add(worker);
        worker.start();
        return worker;
    }

    HeartbeatConnections directly() {
        return new DirectConnections(address(), Duration.ofSeconds(2));
    }

    String state(UUID id) {
        return text("state", id);
    }

    String text(String column, UUID id) {
        return sql.sql("select coalesce(cast(" + column + " as text), '') from platform.work where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    void awaitState(String state, UUID id) {
        Awaitility.await().atMost(PATIENCE).until(() -> state(id), state::equals);
    }

    void awaitNothingOpen() {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> count("from platform.work where finished_at is null"), open -> open == 0);
    }

    long count(String what) {
        return sql.sql("select count(*) " + what).query(Long.class).single();
    }

    double metric(String name) {
        return meters.find(name).counters().stream().mapToDouble(Counter::count).sum();
    }

    @Override
    public void close() {
        workers.stream().filter(WorkRuntime::isRunning).forEach(WorkRuntime::stop);
        databases.forEach(WorkDatabase::close);
        pool.close();
    }

    private Address address() {
        return new Address(database.jdbcUrl(), database.username(), database.password());
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(POOL);
        return pool;
    }
}
