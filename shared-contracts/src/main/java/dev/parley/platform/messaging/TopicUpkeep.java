package dev.parley.platform.messaging;

import dev.parley.contracts.topic.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets topics that are there already take records as large as declared. A larger limit that somebody has set stays. */
final class RecordLimits {
    private static final Logger log = LoggerFactory.getLogger(RecordLimits.class);

    private final Admin admin;

    RecordLimits(Admin admin) {
        this.admin = admin;
    }

    /** A broker that does not allow it goes on with what it has: what is too large is told then, one by one. */
    void raise() {
        Map<ConfigResource, Integer> declared = declared();
        try {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            await(admin.describeConfigs(declared.keySet()).all()).forEach((topic, found) -> {
                int wanted = declared.getOrDefault(topic, 0);
                if (limitIn(found) < wanted) {
                    changes.put(topic, List.of(limit(wanted)));
                }
            });
            if (!changes.isEmpty()) {
                await(admin.incrementalAlterConfigs(changes).all());
            }
        } catch (ExecutionException e) {
            log.warn("The topics' {} cannot be looked after: {}", TopicConfig.MAX_MESSAGE_BYTES_CONFIG, e.getMessage());
        }
    }

    private static Map<ConfigResource, Integer> declared() {
        Map<ConfigResource, Integer> limits = new HashMap<>();
        for (Topic topic : Topic.values()) {
            limits.put(resource(topic.topicName()), Topic.MAX_RECORD_BYTES);
            limits.put(resource(topic.deadLetterName()), Topic.MAX_DEAD_LETTER_BYTES);
        }
        return limits;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static int limitIn(Config config) {
        return Integer.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    }

    private static AlterConfigOp limit(int bytes) {
        var entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
        return new AlterConfigOp(entry, AlterConfigOp.OpType.SET);
    }

    private static <T> T await(KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
