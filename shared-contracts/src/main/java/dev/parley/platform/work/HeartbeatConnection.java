package dev.parley.platform.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection outside of the pool, for one thread. Its commits do not wait for the disk. */
final class HeartbeatConnection implements AutoCloseable {

    private final SingleConnectionDataSource connection;
    private final Workers workers;

    HeartbeatConnection(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute("set synchronous_commit = off");
        }
        this.connection = new SingleConnectionDataSource(opened, true);
        this.workers = new Workers(JdbcClient.create(connection));
    }

    Workers workers() {
        return workers;
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
