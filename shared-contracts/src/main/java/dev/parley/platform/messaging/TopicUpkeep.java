package dev.parley.platform.messaging;

import dev.parley.contracts.topic.Topic;
import java.util.ArrayList;
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
import org.apache.kafka.common.record.TimestampType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets topics that are there already take records as large as declared, and has the broker date them. A larger limit that somebody
 * has set stays.
 */
final class TopicUpkeep {
    /** Of the machines that write, each has a clock of its own. */
    static final String DATED_BY_THE_BROKER = TimestampType.LOG_APPEND_TIME.name;

    private static final Logger log = LoggerFactory.getLogger(TopicUpkeep.class);

    private final Admin admin;

    TopicUpkeep(Admin admin) {
        this.admin = admin;
    }

    /** A broker that does not allow it goes on with what it has: what is too large is told then, one by one. */
    void bringUpToDate() {
        Map<ConfigResource, Integer> declared = declared();
        try {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            await(admin.describeConfigs(declared.keySet()).all()).forEach((topic, found) -> {
                List<AlterConfigOp> missing = missing(found, declared.getOrDefault(topic, 0));
                if (!missing.isEmpty()) {
                    changes.put(topic, missing);
                }
            });
            if (!changes.isEmpty()) {
                await(admin.incrementalAlterConfigs(changes).all());
            }
        } catch (ExecutionException e) {
            log.warn("The topics' settings cannot be looked after: {}", e.getMessage());
        }
    }

    private static List<AlterConfigOp> missing(Config found, int limit) {
        List<AlterConfigOp> missing = new ArrayList<>();
        if (Integer.parseInt(found.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value()) < limit) {
            missing.add(set(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(limit)));
        }
        if (!DATED_BY_THE_BROKER.equals(
                found.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value())) {
            missing.add(set(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, DATED_BY_THE_BROKER));
        }
        return missing;
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

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
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
