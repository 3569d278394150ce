package dev.parley.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.security.Callers;
import dev.parley.platform.web.Cursor;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import dev.parley.testing.topic.TopicWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "CONVERSATION_STREAM_SLOT=conversation_service_test"})
class ConversationServiceTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final EventProducer producer;
    private final String session = UUID.randomUUID().toString();
    private final RestTestClient http;
    private final Principal owner;
    private final Turns turns;

    ConversationServiceTest(@Autowired EventProducer producer, @Autowired Callers callers, @LocalServerPort int port) {
        this.producer = producer;
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("X-Session-Id", session)
                .build();
        this.owner = callers.session(session).principal();
        this.turns = new Turns(owner);
    }

    @BeforeEach
    void nobody_else_is_here() {
        assertThat(get("/api/chat/conversations").get("items")).isEmpty();
    }

    @Test
    void a_turn_becomes_two_messages_and_four_events_in_order() {
        RequestTurn asked = turns.asks("Where is Berlin?");
        send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
        send(Topic.TURN_OUTCOMES, UUID.randomUUID(), turns.answers(asked, "In Germany."));

        List<JsonNode> messages = awaitMessages(2);
        assertThat(messages)
                .extracting(it -> it.get("content").asString())
                .containsExactly("Where is Berlin?", "In Germany.");
        assertThat(messages).extracting(it -> it.get("role").asString()).containsExactly("user", "assistant");
        assertThat(messages.get(1).get("usage").get("output_tokens").asInt()).isEqualTo(11);
        List<TopicRecord> events = events(4);
        assertThat(events)
                .extracting(it -> it.header("ce_type"))
                .containsExactly(
                        "parley.conversation.started.v1",
                        "parley.conversation.access_changed.v1",
                        "parley.conversation.message_appended.v1",
                        "parley.conversation.message_appended.v1");
        assertThat(events).extracting(ConversationServiceTest::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void an_outcome_that_comes_before_its_request_brings_the_question_along() {
        RequestTurn asked = turns.asks("Who was first?");
        send(Topic.TURN_OUTCOMES, UUID.randomUUID(), turns.answers(asked, "The outcome."));
        awaitMessages(2);
        send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
        RequestTurn next = turns.asks("And then?");
        send(Topic.TURN_REQUESTS, next.turnId().value(), next);

        assertThat(awaitMessages(3))
                .extracting(it -> it.get("content").asString())
                .containsExactly("Who was first?", "The outcome.", "And then?");
    }

    @Test
    void what_is_delivered_three_times_is_stored_once() {
        RequestTurn asked = turns.asks("Once?");
        for (int delivery = 0; delivery < 3; delivery++) {
            send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
            send(Topic.TURN_OUTCOMES, asked.messageId().value(), turns.answers(asked, "Once."));
        }
        RequestTurn last = turns.asks("Last");
        send(Topic.TURN_REQUESTS, last.turnId().value(), last);

        assertThat(awaitMessages(3))
                .extracting(it -> it.get("content").asString())
                .containsExactlyInAnyOrder("Once?", "Once.", "Last");
        assertThat(get(path()).get("message_count").asInt()).isEqualTo(3);
    }

    @Test
    void a_broken_answer_is_kept_as_far_as_it_came() {
        RequestTurn asked = turns.asks("Will it break?");
        TurnFailed failed = turns.breaksOff(asked, "It will");
        send(Topic.TURN_OUTCOMES, UUID.randomUUID(), failed);

        JsonNode answer = awaitMessages(2).get(1);
        assertThat(answer.get("status").asString()).isEqualTo("failed");
        assertThat(answer.get("content").asString()).isEqualTo("It will");
    }

    @Test
    void what_no_column_takes_is_left_out_and_the_rest_stored() {
        RequestTurn asked = turns.asks("What is\0 this?");
        TurnCompleted done = turns.answers(asked, "No\0thing.", Map.of("a\0b", List.of("c\0d")));
        send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
        send(Topic.TURN_OUTCOMES, UUID.randomUUID(), done);

        List<JsonNode> messages = awaitMessages(2);
        assertThat(messages)
                .extracting(it -> it.get("content").asString())
                .containsExactly("What is this?", "Nothing.");
        assertThat(messages.get(1).at("/tool_calls/0/arguments/ab/0").asString())
                .isEqualTo("cd");
    }

    @Test
    void a_record_that_nobody_can_read_is_put_aside_and_the_partition_goes_on() {
        String key = turns.conversation.toString();
        TopicWriter.to("chat.turn-requests").write(key, "no json", Map.of("ce_type", "parley.turn.request_turn.v1"));
        RequestTurn asked = turns.asks("Still there?");
        send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);

        awaitMessages(1);
        try (TopicReader dead = TopicReader.fromBeginning("chat.turn-requests.dlq")) {
            TopicRecord letter = dead.await(key);
            assertThat(letter.header("dlq_reason")).isEqualTo("unreadable");
            assertThat(letter.text()).isEqualTo("no json");
        }
    }

    @Test
    void a_deleted_conversation_stays_deleted_whatever_comes_later() {
        RequestTurn asked = turns.asks("Forget me");
        send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
        awaitMessages(1);

        http.delete().uri(path()).exchange().expectStatus().isNoContent();
        send(Topic.TURN_OUTCOMES, UUID.randomUUID(), turns.answers(asked, "Too late."));

        List<TopicRecord> events = events(4);
        assertThat(events.getLast().header("ce_type")).isEqualTo("parley.conversation.deleted.v1");
        http.get().uri(path()).exchange().expectStatus().isNotFound();
        try (TopicReader audited = TopicReader.fromBeginning(Topic.AUDIT_EVENTS.topicName())) {
            assertThat(audited.await("session:" + owner.id()).text()).contains("\"conversation_deleted\"");
        }
        Turns others = new Turns(new Principal(Principal.Kind.SESSION, "other"));
        RequestTurn marker = others.asks("Marker");
        send(Topic.TURN_OUTCOMES, UUID.randomUUID(), others.answers(marker, "Marker."));
        http.get().uri(path() + "/messages").exchange().expectStatus().isNotFound();
    }

    @Test
    void title_and_tags_can_be_changed_and_are_told() {
        RequestTurn asked = turns.asks("A question that makes the title");
        send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
        awaitMessages(1);
        assertThat(get(path()).get("title").asString()).isEqualTo("A question that makes the title");

        http.patch()
                .uri(path())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"tags\":[\"a\",\"b\"]}")
                .exchange()
                .expectStatus()
                .isOk();

        JsonNode changed = get(path());
        assertThat(changed.get("tags")).extracting(JsonNode::asString).containsExactly("a", "b");
        assertThat(changed.get("title").asString()).isEqualTo("A question that makes the title");
        assertThat(events(4).getLast().header("ce_type")).isEqualTo("parley.conversation.updated.v1");
    }

    @Test
    void nobody_sees_somebody_elses_conversation() {
        RequestTurn asked = turns.asks("Mine");
        send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
        awaitMessages(1);

        http.get()
                .uri(path())
                .header("X-Session-Id", "another one")
                .exchange()
                .expectStatus()
                .isNotFound();
        http.delete()
                .uri(path())
                .headers(headers -> headers.set("X-Session-Id", "another one"))
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(get(path()).get("message_count").asInt()).isEqualTo(1);
    }

    @Test
    void what_somebody_else_says_in_a_conversation_is_left_out() {
        RequestTurn asked = turns.asks("Mine");
        send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
        awaitMessages(1);
        Turns stranger = turns.of(new Principal(Principal.Kind.SESSION, "another one"));

        RequestTurn intrusion = stranger.asks("Mine as well?");
        send(Topic.TURN_REQUESTS, intrusion.turnId().value(), intrusion);
        RequestTurn next = turns.asks("Still mine");
        send(Topic.TURN_REQUESTS, next.turnId().value(), next);

        assertThat(awaitMessages(2))
                .extracting(message -> message.get("content").asString())
                .containsExactly("Mine", "Still mine");
    }

    @Test
    void a_list_is_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            RequestTurn asked = turns.asks("Message " + i);
            send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
        }
        awaitMessages(3);

        JsonNode first = get(path() + "/messages?limit=2");
        JsonNode second = get(
                path() + "/messages?limit=2&cursor=" + first.get("next_cursor").asString());

        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next_cursor").isNull()).isTrue();
    }

    @Test
    void behind_the_last_message_there_is_nothing_which_is_not_the_same_as_no_conversation() {
        RequestTurn asked = turns.asks("The only one");
        send(Topic.TURN_REQUESTS, asked.turnId().value(), asked);
        awaitMessages(1);

        JsonNode behind = get(path() + "/messages?cursor=" + Cursor.of(1000L).encode());

        assertThat(behind.get("items")).isEmpty();
        assertThat(behind.get("next_cursor").isNull()).isTrue();
    }

    @Test
    void conversations_are_listed_newest_first_page_by_page() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Turns conversation = new Turns(owner);
            ids.addFirst(conversation.conversation.toString());
            RequestTurn asked = conversation.asksAt(Turns.NOON.plusSeconds(i), "Conversation " + i);
            producer.sendAndAwait(Outgoing.of(Topic.TURN_REQUESTS, ids.getFirst(), UUID.randomUUID(), asked));
        }
        await().atMost(SOON)
                .until(() -> get("/api/chat/conversations").get("items").size() == 3);

        JsonNode first = get("/api/chat/conversations?limit=2");
        JsonNode second = get("/api/chat/conversations?limit=2&cursor="
                + first.get("next_cursor").asString());

        assertThat(Stream.concat(
                        first.get("items").valueStream(), second.get("items").valueStream()))
                .extracting(item -> item.get("id").asString())
                .isEqualTo(ids);
        assertThat(second.get("next_cursor").isNull()).isTrue();
    }

    private void send(Topic topic, UUID id, Event event) {
        producer.sendAndAwait(Outgoing.of(topic, turns.conversation.toString(), id, event));
    }

    private List<JsonNode> awaitMessages(int count) {
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> get(path() + "/messages").get("items").size() >= count);
        return get(path() + "/messages").get("items").valueStream().toList();
    }

    private List<TopicRecord> events(int count) {
        try (TopicReader events = TopicReader.fromBeginning("conversation.events")) {
            return events.await(turns.conversation.toString(), count);
        }
    }

    private static long sequence(TopicRecord event) {
        return WireJson.mapper().readTree(event.body()).get("sequence").asLong();
    }

    private String path() {
        return "/api/chat/conversations/" + turns.conversation;
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
