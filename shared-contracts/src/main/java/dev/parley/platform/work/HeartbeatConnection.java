package dev.parley.platform.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection outside of the pool, for one thread, that also hears of news. Its commits do not wait for the disk. */
final class HeartbeatConnection implements AutoCloseable {

    /** The channel on which workers are told that something they run was cancelled. */
    static final String NEWS = "parley_work";

    private final SingleConnectionDataSource connection;
    private final PGConnection listening;
    private final Workers workers;

    HeartbeatConnection(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("listen " + NEWS);
        }
        this.listening = opened.unwrap(PGConnection.class);
        this.connection = new SingleConnectionDataSource(opened, true);
        this.workers = new Workers(JdbcClient.create(connection));
    }

    Workers workers() {
        return workers;
    }

    /** Waits for news, or for so long. @throws SQLException when none can come any more */
    void awaitNews(Duration longest) throws SQLException {
        var _ = listening.getNotifications(Math.toIntExact(longest.toMillis()));
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
