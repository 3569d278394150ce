package dev.parley.system.fault;

import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.StackStatus;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The stack's PostgreSQL as somebody sees it who operates it. */
final class Database {
    private static final String SLOT = "parley_conversation_outbox";

    private final String url;

    Database(StackStatus stack) {
        URI address = URI.create(stack.database());
        String[] login = address.getUserInfo().split(":", 2);
        this.url = "jdbc:postgresql://%s:%d/conversation?user=%s&password=%s&connectTimeout=2&socketTimeout=10"
                .formatted(address.getHost(), address.getPort(), login[0], login[1]);
    }

    /** Waits until it takes questions. */
    void awaitAnswers(Duration patience) {
        await("the database answers").atMost(patience).ignoreExceptions().until(() -> number("select 1") == 1);
    }

    /** The process that sends the outbox to Debezium; 0 while nobody reads the slot. */
    long walsender() throws SQLException {
        return number("select coalesce(max(active_pid), 0) from pg_replication_slots where slot_name = '" + SLOT + "'");
    }

    /** Cuts Debezium off in the middle of whatever it does. */
    void cutOff(long walsender) throws SQLException {
        number("select case when pg_terminate_backend(" + walsender + ") then 1 else 0 end");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
