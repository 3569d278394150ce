package dev.parley.platform.observability;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;

/** Whether the broker answers: asked for half a second at most, over one connection. */
final class KafkaHealthIndicator extends OccasionalHealth implements AutoCloseable {
    private static final int BOUND_MS = 500;

    private final Map<String, Object> connection;
    private @Nullable Admin admin;

    KafkaHealthIndicator(Map<String, Object> connection, LongSupplier nanoClock) {
        super("The broker did not answer", nanoClock);
        this.connection = connection;
    }

    @Override
    Health ask() {
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
        undisturbed(() -> {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        });
    }
}
