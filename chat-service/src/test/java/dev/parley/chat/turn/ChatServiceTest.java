package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.turn.Visitor.Sse;
import dev.parley.contracts.conversation.AccessChanged;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.security.Callers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class ChatServiceTest extends WithOneReplica {
    private final EventProducer producer;
    private final Callers callers;
    private final int port;

    ChatServiceTest(@Autowired EventProducer producer, @Autowired Callers callers, @LocalServerPort int port) {
        super(producer, port);
        this.producer = producer;
        this.callers = callers;
        this.port = port;
    }

    @Test
    void a_question_is_answered_as_a_stream_of_events() {
        String question = question();
        CompletableFuture<List<Sse>> answer = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Hel", "lo", "!");

        List<Sse> events = Visitor.await(answer);
        assertThat(events)
                .extracting(Sse::event)
                .containsExactly("message_start", "delta", "delta", "delta", "message_end");
        assertThat(events.getLast().data().get("text").asString()).isEqualTo("Hello!");
        assertThat(events.getFirst().data().get("conversation_id").asString())
                .isEqualTo(turn.conversationId().toString());
        assertThat(turn.owner()).isEqualTo(callers.session(visitor.session).principal());
    }

    @Test
    void a_question_is_answered_whole_as_json() {
        String question = question();
        var answer = visitor.postAsync("{\"message\":\"" + question + "\",\"stream\":false}");
        agent.answer(agent.awaitTurn(question), 1, "Yes", ".");

        JsonNode json = Visitor.json(Visitor.await(answer));
        assertThat(json.get("ai_response").asString()).isEqualTo("Yes.");
        assertThat(json.get("chat_room_id")).isEqualTo(json.get("conversation_id"));
        assertThat(json.get("usage").get("output_tokens").asInt()).isEqualTo(5);
        assertThat(json.get("citations")).isEmpty();
    }

    @Test
    void the_body_decides_how_to_answer_whatever_the_client_accepts() {
        String question = question();
        var answer =
                visitor.postAsync("{\"message\":\"" + question + "\",\"stream\":true}", "Accept", "application/json");
        agent.answer(agent.awaitTurn(question), 1, "Streamed");

        HttpResponse<String> response = Visitor.await(answer);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(response.body())
                .contains("event: message_end\ndata: {")
                .endsWith("\n\n")
                .doesNotContain("\r");
    }

    @Test
    void a_turn_that_fails_is_an_error_event_and_a_problem() {
        String streamed = question();
        CompletableFuture<List<Sse>> events = visitor.ask(Map.of("message", streamed));
        agent.fail(agent.awaitTurn(streamed), "model_unavailable");
        assertThat(Visitor.await(events).getLast().event()).isEqualTo("error");

        String whole = question();
        var answer = visitor.postAsync("{\"message\":\"" + whole + "\",\"stream\":false}");
        agent.fail(agent.awaitTurn(whole), "model_unavailable");
        HttpResponse<String> problem = Visitor.await(answer);
        assertThat(problem.statusCode()).isEqualTo(502);
        assertThat(Visitor.json(problem).get("code").asString()).isEqualTo("turn_failed");
        assertThat(Visitor.json(problem).get("error_code").asString()).isEqualTo("model_unavailable");
    }

    @Test
    void a_budget_that_is_spent_is_a_problem_of_its_own() {
        String question = question();
        var answer = visitor.postAsync("{\"message\":\"" + question + "\",\"stream\":false}");
        agent.fail(agent.awaitTurn(question), "budget_exceeded");

        HttpResponse<String> problem = Visitor.await(answer);
        assertThat(problem.statusCode()).isEqualTo(402);
        assertThat(Visitor.json(problem).get("code").asString()).isEqualTo("budget_exceeded");
        assertThat(Visitor.json(problem).get("turn_id").asString()).isNotEmpty();
    }

    @Test
    void an_attempt_that_starts_over_is_shown_and_its_zombie_is_not() {
        String question = question();
        CompletableFuture<List<Sse>> answer = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.start(turn, 2);
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 0, "zombie"));
        agent.say(turn, 2, new Delta(turn.turnId(), turn.messageId(), 0, "alive"));
        agent.end(turn, 2, "alive");

        assertThat(Visitor.await(answer))
                .extracting(Sse::event)
                .containsExactly("message_start", "message_start", "delta", "message_end");
    }

    @Test
    void a_key_may_have_255_characters() {
        HttpResponse<String> refused = visitor.post("{\"message\":\"x\"}", "Idempotency-Key", "k".repeat(300));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("validation_failed");
    }

    @Test
    void a_repeated_key_joins_the_first_turn() {
        String question = question();
        String body = "{\"message\":\"" + question + "\",\"stream\":false}";
        var first = visitor.postAsync(body, "Idempotency-Key", "k1");
        agent.answer(agent.awaitTurn(question), 1, "Once");
        HttpResponse<String> answered = Visitor.await(first);

        HttpResponse<String> again = visitor.post(body, "Idempotency-Key", "k1");

        assertThat(again.body()).isEqualTo(answered.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(answered.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(agent.requestsWith(question)).isEqualTo(1);
    }

    @Test
    void many_posts_of_one_key_at_once_are_one_turn() {
        String question = question();
        String body = "{\"message\":\"" + question + "\",\"stream\":false}";
        List<CompletableFuture<HttpResponse<String>>> posts = IntStream.range(0, 30)
                .mapToObj(_ -> visitor.postAsync(body, "Idempotency-Key", "k30"))
                .toList();
        agent.answer(agent.awaitTurn(question), 1, "Once");

        assertThat(posts.stream().map(Visitor::await).map(HttpResponse::body).distinct())
                .hasSize(1);
        assertThat(posts.stream()
                        .map(Visitor::await)
                        .map(HttpResponse::statusCode)
                        .distinct())
                .containsExactly(200);
    }

    @Test
    void another_question_under_the_same_key_is_refused() {
        String question = question();
        var first = visitor.postAsync("{\"message\":\"" + question + "\",\"stream\":false}", "Idempotency-Key", "k2");
        agent.answer(agent.awaitTurn(question), 1, "Once");
        Visitor.await(first);

        HttpResponse<String> other = visitor.post("{\"message\":\"other\",\"stream\":false}", "Idempotency-Key", "k2");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Visitor.json(other).get("code").asString()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void what_has_become_of_a_turn_can_be_asked() {
        String question = question();
        CompletableFuture<List<Sse>> answer = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        String path = "/api/chat/turns/" + turn.turnId();
        assertThat(Visitor.json(visitor.get(path)).get("status").asString()).isEqualTo("queued");

        agent.answer(turn, 1, "Done");
        Visitor.await(answer);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Visitor.json(visitor.get(path)).get("status").asString().equals("completed"));
        assertThat(Visitor.json(visitor.get(path)).get("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void who_has_seen_the_end_finds_the_turn_ended_though_its_outcome_is_not_noted_yet() {
        String streamed = question();
        CompletableFuture<List<Sse>> events = visitor.ask(Map.of("message", streamed));
        RequestTurn first = agent.awaitTurn(streamed);
        agent.showEnd(first, 1, "Done");
        Visitor.await(events);
        String path = "/api/chat/turns/" + first.turnId();
        assertThat(Visitor.json(visitor.get(path)).get("status").asString()).isEqualTo("completed");
        assertThat(visitor.cancel(first.turnId()).statusCode()).isEqualTo(200);

        String whole = question();
        var answer = visitor.postAsync(
                "{\"message\":\"%s\",\"stream\":false,\"on_busy\":\"reject\",\"conversation_id\":\"%s\"}"
                        .formatted(whole, first.conversationId()));
        RequestTurn second = agent.awaitTurn(whole);
        agent.showEnd(second, 1, "Done too");
        Visitor.await(answer);
        assertThat(visitor.cancel(second.turnId()).statusCode()).isEqualTo(200);

        agent.tellEnd(first, 1, "Done");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "offline"
                        .equals(Visitor.json(visitor.get(path)).path("model").asString()));
    }

    @Test
    void a_conversation_is_its_visitors_alone_until_it_is_deleted() {
        String question = question();
        CompletableFuture<List<Sse>> answer = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Hi");
        Visitor.await(answer);
        Visitor stranger = new Visitor(port);
        String follow = "{\"message\":\"Let me in\",\"conversation_id\":\"" + turn.conversationId() + "\"}";

        assertThat(stranger.post(follow).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/chat/turns/" + turn.turnId()).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/chat/turns/" + turn.turnId() + "/stream").statusCode())
                .isEqualTo(404);

        producer.sendAndAwait(Outgoing.of(
                Topic.CONVERSATION_EVENTS,
                turn.conversationId().toString(),
                UUID.randomUUID(),
                new ConversationDeleted(turn.conversationId(), turn.owner(), null, 9, Instant.EPOCH)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor.get("/api/chat/turns/" + turn.turnId()).statusCode() == 404);
        assertThat(visitor.post(follow).statusCode()).isEqualTo(404);
    }

    @Test
    void a_conversation_that_others_began_can_be_used_once_it_is_told() {
        ConversationId conversation = new ConversationId(UUID.randomUUID());
        var owner = callers.session(visitor.session).principal();
        producer.sendAndAwait(Outgoing.of(
                Topic.CONVERSATION_EVENTS,
                conversation.toString(),
                UUID.randomUUID(),
                new AccessChanged(conversation, owner, null, 2, 1, List.of(owner), Instant.EPOCH)));
        String body = "{\"message\":\"Go on\",\"stream\":true,\"conversation_id\":\"" + conversation + "\"}";

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var posted = visitor.postAsync(body);
            agent.answer(agent.awaitTurn(conversation.toString()), 1, "Gladly");
            return Visitor.await(posted).statusCode() == 200;
        });
    }

    @Test
    void an_unknown_conversation_is_503_while_nobody_can_tell() {
        HttpResponse<String> response =
                visitor.post("{\"message\":\"hi\",\"conversation_id\":\"" + UUID.randomUUID() + "\"}");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void what_the_agent_does_not_offer_is_refused() {
        agent.offers(List.of("location_scout"), List.of("offline", "openai:*"));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        visitor.post("{\"message\":\"x\",\"tool_id\":\"nope\"}").statusCode() == 422);

        assertThat(code(visitor.post("{\"message\":\"x\",\"tool_id\":\"nope\"}")))
                .isEqualTo("unknown_tool");
        assertThat(code(visitor.post("{\"message\":\"x\",\"model\":\"nope\"}"))).isEqualTo("unknown_model");
        assertThat(code(visitor.post("{\"message\":\"x\",\"assistant\":\"nope\"}")))
                .isEqualTo("unknown_assistant");
    }

    @Test
    void an_assistant_that_there_is_may_be_asked_for() {
        agent.offers(List.of(), List.of("offline"), List.of("researcher"));
        String question = question();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor.post("{\"message\":\"x\",\"assistant\":\"nope\"}")
                        .body()
                        .contains("researcher"));

        var _ = visitor.ask(Map.of("message", question, "assistant", "researcher"));

        assertThat(agent.awaitTurn(question).assistant()).isEqualTo("researcher");
    }

    @Test
    void the_twenty_first_waiting_turn_is_refused() {
        String question = question();
        CompletableFuture<List<Sse>> first = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        String more = "{\"message\":\"more\",\"conversation_id\":\"" + turn.conversationId() + "\"}";
        for (int waiting = 0; waiting < 20; waiting++) {
            var _ = visitor.postAsync(more);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> agent.requestsWith(turn.conversationId().toString()) == 21);

        HttpResponse<String> refused = visitor.post(more);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(code(refused)).isEqualTo("too_many_waiting_turns");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> busy = visitor.post(more.replace("\"more\"", "\"more\",\"on_busy\":\"reject\""));
        assertThat(code(busy)).isEqualTo("turn_in_progress");
        agent.answer(turn, 1, "first");
        Visitor.await(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422",
                "{\"message\":\"\"} | 422",
                "{\"message\":\"  \"} | 422",
                "{\"message\":42} | 422",
                "{\"message\":\"a\\u0000b\"} | 422",
                "{\"message\":\"x\",\"on_busy\":\"never\"} | 422",
                "{\"message\":\"x\",\"stream\":\"yes\"} | 422",
                "{\"message\":\"x\",\"conversation_id\":\"not-an-id\"} | 404",
                "{\"message\":\"x\",\"conversation_id\":\"a\",\"chat_room_id\":\"b\"} | 422",
                "{\"message\" | 400",
                "[] | 422",
            })
    void what_is_no_question_is_refused(String body, int status) {
        HttpResponse<String> response = visitor.post(body);

        assertThat(response.statusCode()).as(response.body()).isIn(status, 400 + status % 100);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Visitor.json(response).get("trace_id").asString()).hasSize(32);
    }

    @Test
    void a_message_may_have_32000_characters_and_no_more() {
        assertThat(visitor.post("{\"message\":\"" + "x".repeat(32_001) + "\"}").statusCode())
                .isEqualTo(422);

        String question = question();
        var answer = visitor.postAsync(
                "{\"stream\":false,\"message\":\"" + question + "x".repeat(32_000 - question.length()) + "\"}");
        agent.answer(agent.awaitTurn(question), 1, "Long");
        assertThat(Visitor.await(answer).statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_asks_without_credentials_or_with_a_token() {
        HttpResponse<String> none = visitor.post("{\"message\":\"x\"}", "Authorization", "Bearer nonsense");
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(code(none)).isEqualTo("invalid_token");
        assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    private static String code(HttpResponse<String> response) {
        return Visitor.json(response).get("code").asString();
    }
}
