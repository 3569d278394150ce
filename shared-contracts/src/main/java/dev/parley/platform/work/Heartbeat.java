package dev.parley.platform.work;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews this worker's lease, on a thread and a connection of its own: neither a full pool nor thousands of virtual threads
 * can make a healthy worker look dead.
 */
final class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final UUID worker;
    private final Lease lease;
    private final InFlight inFlight;
    private final HeartbeatConnections connections;
    private final WorkSettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("work-heartbeat").daemon().unstarted(this::beat);
    private @Nullable HeartbeatConnection connection;
    private boolean failing;

    Heartbeat(UUID worker, Lease lease, InFlight inFlight, HeartbeatConnections connections, WorkSettings settings) {
        this.worker = worker;
        this.lease = lease;
        this.inFlight = inFlight;
        this.connections = connections;
        this.settings = settings;
    }

    void start() {
        thread.start();
    }

    /** Returns when the worker is no longer known; call it when it holds nothing any more. */
    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(settings.fenceAfter());
    }

    private void beat() {
        try {
            do {
                renew();
            } while (!stopsBeforeTheNext());
            leave();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    /** Waits until the next beat, which news may bring forward. */
    private boolean stopsBeforeTheNext() throws InterruptedException {
        try {
            if (connection != null) {
                connection.awaitNews(settings.heartbeat());
                return stopped.getCount() == 0;
            }
        } catch (SQLException e) {
            disconnect();
            tell(e);
        }
        return stopped.await(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renew() {
        try {
            long askedAt = lease.now();
            Workers workers = workers();
            Map<UUID, String> cancelled = workers.renew(worker);
            if (!lease.holds()) {
                inFlight.keepOnly(workers.holds(worker));
            }
            lease.renewed(askedAt);
            inFlight.cancel(cancelled, settings.grace());
            failing = false;
        } catch (SQLException | RuntimeException | Error e) {
            disconnect();
            tell(e);
        }
    }

    private void tell(Throwable e) {
        if (!failing) {
            log.warn("Worker {} cannot renew its lease and goes on trying: {}", worker, Texts.cause(e));
        }
        failing = true;
    }

    private void leave() {
        try {
            workers().leave(worker);
        } catch (SQLException | RuntimeException e) {
            log.info("Worker {} leaves without a word, and will be missed: {}", worker, Texts.cause(e));
        }
    }

    private Workers workers() throws SQLException {
        if (connection == null) {
            connection = connections.open();
        }
        return connection.workers();
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
