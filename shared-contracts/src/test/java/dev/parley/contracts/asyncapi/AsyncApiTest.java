package dev.parley.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.topic.Topic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {

    private final JsonNode document = AsyncApi.tree();

    @Test
    void every_topic_is_a_channel_with_its_partitions_and_retention() {
        JsonNode kafka = document.at("/channels/chat.turn-outcomes/bindings/kafka");

        assertThat(document.get("channels").propertyNames())
                .containsExactlyElementsOf(
                        Stream.of(Topic.values()).map(Topic::topicName).toList());
        assertThat(kafka.get("partitions").asInt()).isEqualTo(Topic.TURN_OUTCOMES.partitions());
        assertThat(kafka.at("/topicConfiguration/retention.ms").asLong()).isEqualTo(30L * 24 * 60 * 60 * 1000);
        assertThat(document.at("/channels/agent.catalog/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asString())
                .isEqualTo("compact");
    }

    @Test
    void every_writer_sends_and_every_reader_receives() {
        assertThat(document.get("operations").propertyNames())
                .contains(
                        "chat-service.send.chat.turn-requests",
                        "conversation-service.receive.chat.turn-requests",
                        "data-teams.receive.conversation.events");
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references =
                document.findValues("$ref").stream().map(JsonNode::asString).toList();

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}
