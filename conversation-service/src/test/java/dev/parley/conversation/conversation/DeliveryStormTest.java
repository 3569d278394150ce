package dev.parley.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import dev.parley.conversation.catchup.CatchUp;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.security.Callers;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Everything comes three times, late and in any order, and one record in twenty is poison. */
@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "CONVERSATION_STREAM_SLOT=delivery_storm_test"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class DeliveryStormTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CONVERSATIONS = 12;
    private static final int TURNS = 8;
    private static final int DELIVERIES = 3;

    private final String session = UUID.randomUUID().toString();
    private final Callers callers;
    private final CatchUp catchUp;
    private final RestTestClient http;
    private final long seed = Long.getLong("storm.seed", System.nanoTime());
    private final Random random = new Random(seed);

    DeliveryStormTest(Callers callers, CatchUp catchUp, @LocalServerPort int port) {
        this.callers = callers;
        this.catchUp = catchUp;
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("X-Session-Id", session)
                .build();
    }

    @Test
    void each_message_is_stored_once_in_gapless_sequence_and_only_poison_is_put_aside() {
        List<StormyConversation> conversations = IntStream.range(0, CONVERSATIONS)
                .mapToObj(_ -> new StormyConversation(callers.session(session).principal(), random))
                .toList();
        conversations.forEach(conversation -> IntStream.range(0, TURNS).forEach(conversation::turn));

        Set<String> poison = deliver(conversations);
        await().atMost(PATIENCE).until(catchUp::withAll);

        assertThat(conversations).as("storm.seed=%d", seed).allSatisfy(this::requireWhole);
        requireDeadLetters(poison);
    }

    /** @return where the poison lies */
    private Set<String> deliver(List<StormyConversation> conversations) {
        List<StormRecord> deliveries = new ArrayList<>();
        conversations.forEach(conversation -> {
            for (int i = 0; i < DELIVERIES; i++) {
                deliveries.addAll(conversation.records());
            }
        });
        Collections.shuffle(deliveries, random);
        Set<String> poison = new HashSet<>();
        for (StormRecord delivery : deliveries) {
            var written = delivery.write();
            if (delivery.isPoison()) {
                poison.add(written.topic() + "-" + written.partition() + "@" + written.offset());
            }
        }
        return poison;
    }

    private void requireWhole(StormyConversation conversation) {
        List<JsonNode> messages = messages(conversation);
        assertThat(messages)
                .extracting(message -> message.get("content").asString())
                .containsExactlyInAnyOrderElementsOf(conversation.texts());
        assertThat(get(conversation.path()).get("message_count").asInt()).isEqualTo(messages.size());
        int events = messages.size() + 2;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sequences(conversation))
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.rangeClosed(1, events).boxed().toList()));
    }

    /** Delivery is at least once: a letter may come again, but for nothing else. */
    private void requireDeadLetters(Set<String> poison) {
        Set<String> found = new HashSet<>();
        for (Topic topic : List.of(Topic.TURN_REQUESTS, Topic.TURN_OUTCOMES)) {
            try (TopicReader letters = TopicReader.fromBeginning(topic.deadLetterName())) {
                letters.records().stream()
                        .filter(letter -> String.valueOf(letter.key()).startsWith(StormyConversation.POISON))
                        .map(DeliveryStormTest::place)
                        .forEach(found::add);
            }
        }
        assertThat(found).as("storm.seed=%d", seed).isEqualTo(poison);
    }

    private static String place(TopicRecord letter) {
        return letter.header("dlq_topic") + "-" + letter.header("dlq_partition") + "@" + letter.header("dlq_offset");
    }

    private Collection<Long> sequences(StormyConversation conversation) {
        try (TopicReader events = TopicReader.fromBeginning(Topic.CONVERSATION_EVENTS.topicName())) {
            return events.records(conversation.key()).stream()
                    .map(event -> WireJson.mapper()
                            .readTree(event.body())
                            .get("sequence")
                            .asLong())
                    .collect(Collectors.toSet());
        }
    }

    private List<JsonNode> messages(StormyConversation conversation) {
        return get(conversation.path() + "/messages?limit=100")
                .get("items")
                .valueStream()
                .toList();
    }

    private JsonNode get(String path) {
        byte[] body = http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return WireJson.mapper().readTree(body);
    }
}
