package dev.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import dev.parley.testing.backing.Kafka;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.Test;

class TopicCreationTest {
    private static final ConfigResource REQUESTS =
            new ConfigResource(ConfigResource.Type.TOPIC, Topic.TURN_REQUESTS.topicName());
    private static final ConfigResource LETTERS =
            new ConfigResource(ConfigResource.Type.TOPIC, Topic.TURN_REQUESTS.deadLetterName());

    private final Admin broker = Kafka.admin();

    @Test
    void every_topic_takes_records_as_large_as_declared_also_one_that_was_there() throws Exception {
        given(REQUESTS.name(), Topic.TURN_REQUESTS.partitions(), 1_000_000);

        creation().start();

        awaitLimit(Topic.MAX_RECORD_BYTES);
        assertThat(limitOf(LETTERS)).isEqualTo(Topic.MAX_DEAD_LETTER_BYTES);
    }

    @Test
    void a_larger_limit_that_somebody_has_set_stays() throws Exception {
        int more = Topic.MAX_RECORD_BYTES * 2;
        given(REQUESTS.name(), Topic.TURN_REQUESTS.partitions(), more);

        creation().start();

        assertThat(limitOf(REQUESTS)).isEqualTo(more);
    }

    @Test
    void records_are_dated_by_the_broker_also_on_a_topic_that_was_there() throws Exception {
        given(REQUESTS.name(), Topic.TURN_REQUESTS.partitions(), Topic.MAX_RECORD_BYTES);
        set(REQUESTS, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");

        creation().start();

        await().untilAsserted(() -> assertThat(valueOf(REQUESTS, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG))
                .isEqualTo("LogAppendTime"));
    }

    @Test
    void nothing_starts_on_a_topic_with_another_number_of_partitions() throws Exception {
        creation().start();
        recreate(Topic.AGENT_CATALOG, Topic.AGENT_CATALOG.partitions() + 1);

        assertThatThrownBy(creation()::start)
                .hasStackTraceContaining("The topic agent.catalog has 2 partitions, and must have 1");

        recreate(Topic.AGENT_CATALOG, Topic.AGENT_CATALOG.partitions());
    }

    private static TopicCreation creation() {
        return new TopicCreation(Kafka::admin, Duration.ofSeconds(60));
    }

    private void given(String topic, int partitions, int limit) throws Exception {
        try {
            broker.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
        }
        set(REQUESTS, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(limit));
        awaitLimit(limit);
    }

    private void set(ConfigResource topic, String name, String value) throws Exception {
        var change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        broker.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
        await().until(() -> value.equals(valueOf(topic, name)));
    }

    private void recreate(Topic topic, int partitions) throws Exception {
        broker.deleteTopics(List.of(topic.topicName())).all().get();
        await().ignoreExceptions()
                .until(() -> broker.createTopics(List.of(new NewTopic(topic.topicName(), partitions, (short) 1)))
                                .all()
                                .get()
                        == null);
    }

    private void awaitLimit(int limit) {
        await().until(() -> limitOf(REQUESTS) == limit);
    }

    private int limitOf(ConfigResource topic) throws Exception {
        return Integer.parseInt(valueOf(topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
    }

    private String valueOf(ConfigResource topic, String name) throws Exception {
        Collection<Config> found =
                broker.describeConfigs(List.of(topic)).all().get().values();
        return found.iterator().next().get(name).value();
    }
}
