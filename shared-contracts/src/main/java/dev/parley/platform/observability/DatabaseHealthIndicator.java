package dev.parley.platform.observability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the database answers: asked for half a second at most, over a connection of its own, for a pool that is used up
 * says nothing about the database and makes one wait for long.
 */
final class DatabaseHealthIndicator extends OccasionalHealth implements AutoCloseable {
    /** Opens a connection, or fails, in a few seconds. */
    interface Connections {
        Connection open() throws SQLException;
    }

    private static final Logger log = LoggerFactory.getLogger(DatabaseHealthIndicator.class);
    private static final int BOUND_MS = 500;

    private final Connections connections;
    private CompletableFuture<String> look = CompletableFuture.completedFuture("");
    private volatile @Nullable Connection connection;

    DatabaseHealthIndicator(Connections connections, LongSupplier nanoClock) {
        super("The database did not answer", nanoClock);
        this.connections = connections;
    }

    @Override
    Health ask() {
        // A look that hangs ends by the connection's own timeouts; no second one hangs beside it.
        if (look.isDone()) {
            look = begin();
        }
        try {
            return Health.up()
                    .withDetail("database", look.get(BOUND_MS, TimeUnit.MILLISECONDS))
                    .build();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        } catch (TimeoutException e) {
            return down("no answer within " + BOUND_MS + " ms");
        } catch (ExecutionException e) {
            log.debug("The database's health", e);
            return down("it cannot be used");
        }
    }

    private static Health down(String why) {
        return Health.down().withDetail("error", why).build();
    }

    private CompletableFuture<String> begin() {
        var result = new CompletableFuture<String>();
        Thread.ofVirtual().name("database-health").start(() -> {
            try {
                result.complete(look());
            } catch (SQLException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private String look() throws SQLException {
        Connection known = connection;
        if (known != null && known.isValid(1)) {
            return known.getMetaData().getDatabaseProductName();
        }
        close();
        Connection fresh = connections.open();
        connection = fresh;
        return fresh.getMetaData().getDatabaseProductName();
    }

    @Override
    public void close() {
        Connection known = connection;
        connection = null;
        if (known != null) {
            try {
                known.close();
            } catch (SQLException e) {
                log.debug("A broken connection cannot be closed", e);
            }
        }
    }
}
