package dev.parley.platform.observability;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the broker answers: asked once a second at most, for half a second at most, over one connection. */
final class KafkaHealthIndicator extends AbstractHealthIndicator implements AutoCloseable {
    private static final int BOUND_MS = 500;
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private record Known(Health health, long at) {}

    private final Map<String, Object> connection;
    private final LongSupplier nanoClock;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Admin admin;
    private @Nullable Known known;

    KafkaHealthIndicator(Map<String, Object> connection, LongSupplier nanoClock) {
        super("The broker did not answer");
        this.connection = connection;
        this.nanoClock = nanoClock;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Health health = current();
        builder.status(health.getStatus()).withDetails(health.getDetails());
    }

    private Health current() {
        asking.lock();
        try {
            long now = nanoClock.getAsLong();
            if (known == null || now - known.at() > FRESH_NANOS) {
                known = new Known(ask(), nanoClock.getAsLong());
            }
            return known.health();
        } finally {
            asking.unlock();
        }
    }

    private Health ask() {
        try {
            int nodes = client().describeCluster()
                    .nodes()
                    .get(BOUND_MS, TimeUnit.MILLISECONDS)
                    .size();
            return Health.up().withDetail("nodes", nodes).build();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        } catch (Exception unreachable) {
            return Health.down()
                    .withDetail("error", "no answer within " + BOUND_MS + " ms")
                    .build();
        }
    }

    private Admin client() {
        if (admin == null) {
            Map<String, Object> config = new HashMap<>(connection);
            config.put(AdminClientConfig.CLIENT_ID_CONFIG, "health");
            config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, BOUND_MS);
            config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, BOUND_MS);
            config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, BOUND_MS);
            admin = Admin.create(config);
        }
        return admin;
    }

    @Override
    public void close() {
        asking.lock();
        try {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        } finally {
            asking.unlock();
        }
    }
}
