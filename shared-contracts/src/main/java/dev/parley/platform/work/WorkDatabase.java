package dev.parley.platform.work;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ways to the tables: the service's pool for the handlers' fences, and a connection that the dispatcher does not have
 * to share with thousands of handlers.
 */
final class WorkDatabase implements AutoCloseable {

    private static final String SILENCE_SECONDS = "10";

    private final JdbcClient shared;
    private final HikariDataSource own;
    private final HeartbeatConnections heartbeats;

    WorkDatabase(DataSource pool, Address address, HeartbeatConnections heartbeats, WorkSettings settings) {
        this.shared = JdbcClient.create(pool);
        this.own = dispatcherConnection(address, settings);
        this.heartbeats = heartbeats;
    }

    JdbcClient shared() {
        return shared;
    }

    JdbcClient own() {
        return JdbcClient.create(own);
    }

    TransactionOperations transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(own));
    }

    HeartbeatConnections heartbeats() {
        return heartbeats;
    }

    @Override
    public void close() {
        own.close();
    }

    /** Opened when it is first used, and again when it broke. */
    private static HikariDataSource dispatcherConnection(Address address, WorkSettings settings) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("work");
        source.setMaximumPoolSize(1);
        source.setJdbcUrl(address.jdbcUrl());
        source.setUsername(address.user());
        source.setPassword(address.password());
        source.setConnectionTimeout(settings.fenceAfter().toMillis());
        source.addDataSourceProperty("ApplicationName", "work-dispatcher");
        // While a server that went away without a word is waited for, the heartbeat may long have found its successor:
        // the
        // worker would hold its lease and do nothing.
        source.addDataSourceProperty("connectTimeout", SILENCE_SECONDS);
        source.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        // Statements take longer to plan than to run, so plans are made once and kept. One that is made while the
        // tables
        // are all but empty would read them whole when they have grown. A process that is stopped in a transaction lets
        // go of its locks.
        source.setConnectionInitSql("""
                set plan_cache_mode = force_generic_plan; set enable_seqscan = off;
                set idle_in_transaction_session_timeout = %d""".formatted(settings.fenceAfter().toMillis()));
        return source;
    }
}
