package dev.parley.conversation.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.conversation.ConversationService;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.security.Callers;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.topic.TopicWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What was confirmed is in the first answer after it, from either of two replicas that share the partitions. */
@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "parley.conversation.stream.enabled=false",
            ReadYourWritesTest.PATIENT_READERS,
            ReadYourWritesTest.PATIENT_LOG
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadYourWritesTest {
    /** What is right is tested here, on whatever machine; what is quick, is measured. */
    static final String PATIENT_READERS = "parley.conversation.catch-up.bound=20s";

    static final String PATIENT_LOG = "parley.messaging.log-position-timeout=20s";

    private static final String LIST = "/api/chat/conversations";

    private final EventProducer producer;
    private final Callers callers;
    private final Environment environment;
    private final int port;
    private final List<RestTestClient> replicas = new ArrayList<>();
    private ConfigurableApplicationContext second;

    @SuppressWarnings("NullAway.Init") // The second replica is made before all tests
    ReadYourWritesTest(
            @Autowired EventProducer producer,
            @Autowired Callers callers,
            @Autowired Environment environment,
            @LocalServerPort int port) {
        this.producer = producer;
        this.callers = callers;
        this.environment = environment;
        this.port = port;
    }

    @BeforeAll
    void a_second_replica_takes_over_some_partitions() {
        second = new SpringApplicationBuilder(ConversationService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--parley.conversation.stream.enabled=false",
                        "--" + PATIENT_READERS,
                        "--" + PATIENT_LOG,
                        same("CONVERSATION_DATABASE_URL"),
                        same("CONVERSATION_DATABASE_MIGRATION_URL"),
                        same("KAFKA_BOOTSTRAP_SERVERS"),
                        same("DATABASE_POOL_SIZE"));
        replicas.add(client(port));
        replicas.add(client(second.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
    }

    @AfterAll
    void the_second_replica_ends() {
        second.close();
    }

    @Test
    void an_answer_that_was_told_before_the_next_question_was_asked_comes_before_it() {
        for (int round = 0; round < 30; round++) {
            Visitor visitor = new Visitor();
            RequestTurn first = visitor.turns.asks("Question");
            send(visitor, Topic.TURN_REQUESTS, first);
            send(visitor, Topic.TURN_OUTCOMES, visitor.turns.answers(first, "Answer"));
            send(visitor, Topic.TURN_REQUESTS, visitor.turns.asks("And then?"));

            assertThat(texts(visitor.get(replica(round), visitor.path() + "/messages")))
                    .containsExactly("Question", "Answer", "And then?");
        }
    }

    @Test
    void a_message_is_in_the_first_read_after_its_end_from_any_replica() {
        for (int round = 0; round < 30; round++) {
            Visitor visitor = new Visitor();
            RequestTurn asked = visitor.turns.asks("Question " + round);
            send(visitor, Topic.TURN_REQUESTS, asked);
            assertThat(texts(visitor.get(replica(round), visitor.path() + "/messages")))
                    .hasSize(1);

            send(visitor, Topic.TURN_OUTCOMES, visitor.turns.answers(asked, "Answer " + round));

            assertThat(texts(visitor.get(replica(round), visitor.path() + "/messages")))
                    .containsExactly("Question " + round, "Answer " + round);
            assertThat(visitor.get(replica(round + 1), LIST)
                            .get("items")
                            .get(0)
                            .get("message_count")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void what_was_just_begun_can_be_changed_deleted_and_asked_for() {
        for (int round = 0; round < 10; round++) {
            Visitor changing = new Visitor();
            send(changing, Topic.TURN_REQUESTS, changing.turns.asks("Change me"));
            replica(round)
                    .patch()
                    .uri(changing.path())
                    .header("X-Session-Id", changing.session)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"title\":\"Changed\"}")
                    .exchange()
                    .expectStatus()
                    .isOk();
            Visitor deleting = new Visitor();
            send(deleting, Topic.TURN_REQUESTS, deleting.turns.asks("Delete me"));
            assertThat(deleting.status(replica(round), HttpMethod.DELETE)).isEqualTo(204);
            assertThat(deleting.status(replica(round + 1), HttpMethod.GET)).isEqualTo(404);
            Visitor asking = new Visitor();
            send(asking, Topic.TURN_REQUESTS, asking.turns.asks("Who may?"));
            replica(round)
                    .get()
                    .uri("/internal/v1/conversations/" + asking.turns.conversation + "/access")
                    .exchange()
                    .expectStatus()
                    .value(status -> assertThat(status).isIn(200, 503));
        }
    }

    @Test
    void what_does_not_exist_is_not_there_without_a_wait_whatever_stands_on_the_log() {
        Visitor visitor = new Visitor();
        String key = visitor.turns.conversation.toString();
        TopicWriter.to("chat.turn-requests").write(key, "no json", Map.of("ce_type", "parley.turn.request_turn.v1"));
        TopicWriter.to("chat.turn-requests").write(key, "{}", Map.of("ce_type", "parley.turn.from_the_future.v9"));
        TopicWriter.to("chat.turn-outcomes").write(key, "{}", Map.of("ce_type", "parley.turn.from_the_future.v9"));

        for (int round = 0; round < 4; round++) {
            assertThat(visitor.status(replica(round), HttpMethod.GET)).isEqualTo(404);
            long begin = System.nanoTime();
            assertThat(visitor.status(replica(round), HttpMethod.GET)).isEqualTo(404);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void many_read_at_once_and_each_sees_its_own() {
        List<CompletableFuture<Integer>> readers = IntStream.range(0, 100)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> countAfterAsking(number),
                        task -> Thread.ofVirtual().start(task)))
                .toList();

        assertThat(readers).extracting(CompletableFuture::join).containsOnly(1);
    }

    private int countAfterAsking(int number) {
        Visitor visitor = new Visitor();
        send(visitor, Topic.TURN_REQUESTS, visitor.turns.asks("Number " + number));
        return visitor.get(replica(number), LIST).get("items").size();
    }

    private final class Visitor {
        private final String session = UUID.randomUUID().toString();
        private final Turns turns;

        Visitor() {
            Principal owner = callers.session(session).principal();
            this.turns = new Turns(owner);
        }

        String path() {
            return LIST + "/" + turns.conversation;
        }

        JsonNode get(RestTestClient replica, String path) {
            EntityExchangeResult<byte[]> answer = replica.get()
                    .uri(path)
                    .header("X-Session-Id", session)
                    .exchange()
                    .expectBody()
                    .returnResult();
            byte[] body = answer.getResponseBodyContent();
            assertThat(answer.getStatus().value()).as(new String(body, UTF_8)).isEqualTo(200);
            return WireJson.mapper().readTree(body);
        }

        int status(RestTestClient replica, HttpMethod method) {
            return replica.method(method)
                    .uri(path())
                    .header("X-Session-Id", session)
                    .exchange()
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value();
        }
    }

    private void send(Visitor visitor, Topic topic, Event event) {
        producer.sendAndAwait(Outgoing.of(topic, visitor.turns.conversation.toString(), UUID.randomUUID(), event));
    }

    private static List<String> texts(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(message -> message.get("content").asString())
                .toList();
    }

    private RestTestClient replica(int number) {
        return replicas.get(number % replicas.size());
    }

    private static RestTestClient client(int port) {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private String same(String property) {
        return "--" + property + "=" + environment.getRequiredProperty(property);
    }
}
