package dev.parley.agent.job;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears from the database which jobs have changed, whichever replica has changed them: on one connection outside of the pool,
 * however many follow. What was missed while there was none, everybody looks for.
 */
@Component
class JobNews implements SmartLifecycle {
    /** As the database's function {@code tell_of_job} has it. */
    static final String CHANNEL = "parley_job";

    static final String CONNECTION = "job-news";

    private static final Logger log = LoggerFactory.getLogger(JobNews.class);
    private static final Duration PROBE = Duration.ofSeconds(10);
    private static final Duration UNTIL_THE_NEXT_TRY = Duration.ofSeconds(1);
    private static final int PATIENCE_SECONDS = 5;

    private final JdbcConnectionDetails database;
    private final JobFollowers followers;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    JobNews(JdbcConnectionDetails database, JobFollowers followers) {
        this.database = database;
        this.followers = followers;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name(CONNECTION).start(this::listen);
    }

    @Override
    public void stop() {
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void listen() {
        try {
            do {
                listenOnce();
            } while (!stopped.await(UNTIL_THE_NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenOnce() {
        try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            followers.tellAll();
            while (isRunning()) {
                hear(connection);
            }
        } catch (SQLException e) {
            if (isRunning()) {
                log.warn("Changes of jobs are not heard of, and looked for: {}", e.getMessage());
            }
        }
    }

    /** @throws SQLException also when nothing can be heard any more */
    private void hear(Connection connection) throws SQLException {
        PGNotification[] heard =
                connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(PROBE.toMillis()));
        if ((heard == null || heard.length == 0) && isRunning() && !connection.isValid(PATIENCE_SECONDS)) {
            throw new SQLException("the server does not answer");
        }
        if (heard != null) {
            for (PGNotification news : heard) {
                followers.tell(UUID.fromString(news.getParameter()));
            }
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS));
        properties.setProperty("ApplicationName", CONNECTION);
        if (database.getUsername() != null && database.getPassword() != null) {
            properties.setProperty("user", database.getUsername());
            properties.setProperty("password", database.getPassword());
        }
        return properties;
    }
}
