package dev.parley.platform.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Services may be started before their database is. */
final class DatabaseWait {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWait.class);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Duration patience;

    DatabaseWait(Duration patience) {
        this.patience = patience;
    }

    /** @throws CannotGetJdbcConnectionException when it does not answer in time; a pool may add a wait of its own */
    void until(DataSource database) throws InterruptedException {
        long began = System.nanoTime();
        SQLException failure = tryOnce(database);
        if (failure != null) {
            log.info("Waits for the database: {}", failure.getMessage());
        }
        while (failure != null) {
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new CannotGetJdbcConnectionException("the database does not answer", failure);
            }
            Thread.sleep(BETWEEN);
            failure = tryOnce(database);
        }
    }

    private static @Nullable SQLException tryOnce(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1) ? null : new SQLException("connected, and got no answer");
        } catch (SQLException e) {
            return e;
        }
    }
}
