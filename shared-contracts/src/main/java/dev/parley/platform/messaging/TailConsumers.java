package dev.parley.platform.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes consumers without a group, for readers that assign partitions to themselves and commit nothing. */
public final class TailConsumers {
    private final Map<String, Object> connection;

    TailConsumers(Map<String, Object> connection) {
        this.connection = connection;
    }

    /** A consumer for one thread; its position is its own. A partition without one fails instead of resetting. */
    public KafkaConsumer<String, byte[]> create(String clientId, int maxPollRecords) {
        return consumer(config(clientId, maxPollRecords));
    }

    /**
     * The same with another bound than 500 ms. A reader that changes its partitions, or closes, has to wait for its last
     * question, which an idle log leaves open that long; one that keeps them costs less the longer it is.
     *
     * @param longestWait how long a broker may leave a question open
     */
    public KafkaConsumer<String, byte[]> create(String clientId, int maxPollRecords, Duration longestWait) {
        Map<String, Object> config = config(clientId, maxPollRecords);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(longestWait.toMillis()));
        return consumer(config);
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> config(String clientId, int maxPollRecords) {
        Map<String, Object> config = new HashMap<>(connection);
        config.keySet().removeAll(java.util.Set.of(ConsumerConfig.GROUP_ID_CONFIG));
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        return config;
    }
}
