package dev.parley.chat.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.turn.WithOneReplica;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.UserErased;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.Decision;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCall;
import dev.parley.contracts.turn.ToolCallStatus;
import dev.parley.contracts.turn.ToolProgress;
import dev.parley.contracts.turn.ToolResult;
import dev.parley.contracts.turn.Usage;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.token.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Asked as the AI SDK's transport asks. */
class UiChatTest extends WithOneReplica {
    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    private final EventProducer producer;
    private final JdbcClient jdbc;
    private final String address;
    private final String session = UUID.randomUUID().toString();
    private final String chat = UUID.randomUUID().toString();

    UiChatTest(@Autowired EventProducer producer, @Autowired TestDatabase database, @LocalServerPort int port) {
        super(producer, port);
        this.jdbc = JdbcClient.create(database.dataSource());
        this.producer = producer;
        this.address = "http://127.0.0.1:" + port + "/api/chat/ui";
    }

    @Test
    void an_answer_streams_in_the_parts_of_a_message() {
        String question = question();
        var asked = ask(question);
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Hel", "lo");

        HttpResponse<String> answer = join(asked);

        assertThat(answer.headers().firstValue("x-vercel-ai-ui-message-stream")).contains("v1");
        assertThat(answer.body()).endsWith("data: [DONE]\n\n").doesNotContain("\r", "event:");
        assertThat(types(answer))
                .containsExactly(
                        "start",
                        "start-step",
                        "text-start",
                        "text-delta",
                        "text-delta",
                        "text-end",
                        "finish-step",
                        "finish");
        JsonNode start = parts(answer).getFirst();
        assertThat(start.get("messageId").asString()).isEqualTo(turn.messageId().toString());
        assertThat(start.at("/messageMetadata/conversation_id").asString())
                .isEqualTo(turn.conversationId().toString());
        assertThat(parts(answer).getLast().get("finishReason").asString()).isEqualTo("stop");
    }

    @Test
    void a_chat_is_one_conversation_of_its_owner() {
        RequestTurn first = answered(chat, session);
        RequestTurn second = answered(chat, session);
        RequestTurn ofSomebodyElse = answered(chat, UUID.randomUUID().toString());
        RequestTurn elsewhere = answered(UUID.randomUUID().toString(), session);

        assertThat(second.conversationId()).isEqualTo(first.conversationId());
        assertThat(ofSomebodyElse.conversationId()).isNotEqualTo(first.conversationId());
        assertThat(elsewhere.conversationId()).isNotEqualTo(first.conversationId());
    }

    @Test
    void a_chat_whose_conversation_is_deleted_begins_another() {
        RequestTurn first = answered(chat, session);
        producer.sendAndAwait(Outgoing.of(
                Topic.CONVERSATION_EVENTS,
                first.conversationId().toString(),
                UUID.randomUUID(),
                new ConversationDeleted(first.conversationId(), first.owner(), null, 5, Instant.EPOCH)));
        await().until(() -> visitor.get("/api/chat/turns/" + first.turnId(), "X-Session-Id", session)
                        .statusCode()
                == 404);

        assertThat(answered(chat, session).conversationId()).isNotEqualTo(first.conversationId());
    }

    @Test
    void the_names_of_chats_go_with_their_owner() {
        UUID person = UUID.randomUUID();
        String question = question();
        var asked = http.sendAsync(
                asking(chat, question)
                        .header("Authorization", "Bearer " + TestTokens.of(person))
                        .build(),
                BodyHandlers.ofString());
        agent.answer(agent.awaitTurn(question), 1, "Yes");
        assertThat(join(asked).statusCode()).isEqualTo(200);
        assertThat(chatsOf(person)).isEqualTo(1);

        producer.sendAndAwait(Outgoing.of(
                Topic.IDENTITY_EVENTS,
                person.toString(),
                UUID.randomUUID(),
                new UserErased(new UserId(person), Instant.EPOCH)));

        await().atMost(Duration.ofSeconds(20)).until(() -> chatsOf(person) == 0);
        var refused = http.sendAsync(
                asking(chat, question)
                        .header("Authorization", "Bearer " + TestTokens.of(person))
                        .build(),
                BodyHandlers.ofString());
        assertThat(join(refused).statusCode()).isEqualTo(401);
        assertThat(chatsOf(person)).isZero();
    }

    @Test
    void an_attempt_that_starts_over_takes_back_what_was_shown() {
        String question = question();
        var asked = ask(question);
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 0, "Half of "));
        agent.answer(turn, 2, "All of it");

        assertThat(types(join(asked)))
                .containsExactly(
                        "start",
                        "start-step",
                        "text-start",
                        "text-delta",
                        "reset-step",
                        "text-start",
                        "text-delta",
                        "text-end",
                        "finish-step",
                        "finish");
    }

    @Test
    void what_tools_do_is_shown_and_nothing_of_it_is_for_the_page_to_run() {
        String question = question();
        var asked = ask(question);
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, new ToolCall(turn.turnId(), "c1", "find_places", Map.of("area", "Berlin"), null));
        agent.say(turn, 1, new ToolResult(turn.turnId(), "c1", "find_places", Map.of("n", 1), null, null, false, 3));
        agent.say(turn, 1, new ToolCall(turn.turnId(), "c2", "find_places", Map.of(), null));
        agent.say(
                turn, 1, new ToolResult(turn.turnId(), "c2", "find_places", null, "lookup_failed", "Gone.", false, 3));
        agent.end(turn, 1, "One.");

        List<JsonNode> parts = parts(join(asked));

        assertThat(parts.get(2).get("type").asString()).isEqualTo("tool-input-available");
        assertThat(parts.get(2).at("/input/area").asString()).isEqualTo("Berlin");
        assertThat(parts.get(2).get("providerExecuted").asBoolean()).isTrue();
        assertThat(parts.get(3).at("/output/n").asInt()).isEqualTo(1);
        assertThat(parts.get(5).get("errorText").asString()).isEqualTo("lookup_failed: Gone.");
        assertThat(parts.get(7).get("delta").asString()).isEqualTo("One.");
    }

    @Test
    void calls_within_calls_are_shown_and_how_far_they_have_come_is_not() {
        String question = question();
        var asked = ask(question);
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, new ToolCall(turn.turnId(), "c1", "hand_to_researcher", Map.of(), null));
        agent.say(turn, 1, new ToolCall(turn.turnId(), "c1:0:0", "find_places", Map.of(), null, null, "c1"));
        agent.say(
                turn,
                1,
                new ToolCall(
                        turn.turnId(),
                        "c1:0:0",
                        "find_places",
                        Map.of(),
                        ToolCallStatus.RUNNING,
                        new ToolProgress("looking", 0.5),
                        "c1"));
        agent.end(turn, 1, "One.");

        assertThat(parts(join(asked)))
                .filteredOn(part -> part.get("type").asString().equals("tool-input-available"))
                .extracting(part -> part.get("toolCallId").asString())
                .containsExactly("c1", "c1:0:0");
    }

    @Test
    void a_page_is_asked_whether_a_call_may_be_made_and_its_answer_lets_the_message_go_on() {
        String question = question();
        var asked = ask(question);
        RequestTurn turn = agent.awaitTurn(question);
        String call = turn.turnId() + ":0:0";
        agent.start(turn, 1);
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 0, "Wait."));
        agent.say(turn, 1, waiting(turn, call));
        agent.pause(turn, 1, call);

        List<JsonNode> shown = parts(join(asked));
        assertThat(shown)
                .extracting(part -> part.get("type").asString())
                .endsWith("text-end", "tool-input-available", "tool-approval-request", "finish-step", "finish");
        assertThat(shown.get(6).get("approvalId").asString()).isEqualTo(call);
        assertThat(types(join(http.sendAsync(following(session), BodyHandlers.ofString()))))
                .endsWith("tool-approval-request", "finish-step", "finish");

        var goingOn = http.sendAsync(deciding(chat, session, call, true, null), BodyHandlers.ofString());
        DecideToolCall decision =
                WireJson.read(agent.awaitDecisions(turn.turnId(), 1).getFirst().body(), DecideToolCall.class);
        assertThat(decision.decision()).isEqualTo(Decision.APPROVE);
        agent.start(turn, 2);
        agent.say(turn, 2, new Delta(turn.turnId(), turn.messageId(), 0, "Wait."));
        agent.say(turn, 2, new ToolCall(turn.turnId(), call, "book_table", Map.of(), null));
        agent.say(turn, 2, new ToolResult(turn.turnId(), call, "book_table", Map.of("n", 1), null, null, false, 3));
        agent.end(turn, 2, "Wait. Booked.");

        List<JsonNode> rest = parts(join(goingOn));
        assertThat(rest)
                .extracting(part -> part.get("type").asString())
                .startsWith("start", "reset-step")
                .containsSubsequence(
                        "reset-step",
                        "reset-step",
                        "tool-input-available",
                        "tool-approval-request",
                        "tool-approval-response",
                        "tool-output-available",
                        "finish");
        assertThat(rest.getFirst().get("messageId").asString())
                .isEqualTo(turn.messageId().toString());
        assertThat(join(http.sendAsync(deciding(chat, session, call, true, null), BodyHandlers.ofString()))
                        .body())
                .contains("Booked.");
        var opposite = join(http.sendAsync(deciding(chat, session, call, false, null), BodyHandlers.ofString()));
        assertThat(opposite.statusCode()).isEqualTo(409);
    }

    @Test
    void a_call_that_is_not_agreed_to_is_shown_as_denied() {
        String question = question();
        var asked = ask(question);
        RequestTurn turn = agent.awaitTurn(question);
        String call = turn.turnId() + ":0:0";
        agent.start(turn, 1);
        agent.say(turn, 1, waiting(turn, call));
        agent.pause(turn, 1, call);
        join(asked);

        String stranger = UUID.randomUUID().toString();
        assertThat(join(http.sendAsync(deciding(chat, stranger, call, false, null), BodyHandlers.ofString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(join(http.sendAsync(deciding(stranger, session, call, false, null), BodyHandlers.ofString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(join(http.sendAsync(deciding(chat, session, call, null, null), BodyHandlers.ofString()))
                        .statusCode())
                .isEqualTo(422);

        var goingOn = http.sendAsync(deciding(chat, session, call, false, "Not today."), BodyHandlers.ofString());
        DecideToolCall decision =
                WireJson.read(agent.awaitDecisions(turn.turnId(), 1).getFirst().body(), DecideToolCall.class);
        assertThat(decision.decision()).isEqualTo(Decision.REJECT);
        assertThat(decision.comment()).isEqualTo("Not today.");
        agent.start(turn, 2);
        agent.say(turn, 2, new ToolCall(turn.turnId(), call, "book_table", Map.of(), null));
        agent.say(turn, 2, new ToolResult(turn.turnId(), call, "book_table", null, "rejected", "Not today.", false, 0));
        agent.end(turn, 2, "Well then.");

        List<JsonNode> rest = parts(join(goingOn));
        assertThat(rest)
                .extracting(part -> part.get("type").asString())
                .containsSubsequence("tool-approval-response", "tool-output-denied", "text-delta", "finish");
    }

    @Test
    void a_question_that_is_refused_begins_no_conversation() {
        agent.offers(List.of(), List.of("offline"));
        var body = Map.of(
                "id",
                chat,
                "model",
                "gpt-17",
                "messages",
                List.of(Map.of("role", "user", "parts", List.of(Map.of("type", "text", "text", "x")))));

        await().until(() -> join(http.sendAsync(asking(body).build(), BodyHandlers.ofString()))
                        .statusCode()
                == 422);

        assertThat(jdbc.sql("select count(*) from ui_chat where chat_id = :chat")
                        .param("chat", chat)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void pages_that_ask_first_at_once_ask_in_one_conversation() {
        List<String> questions = List.of(question(), question(), question(), question());
        var asked = questions.stream().map(this::ask).toList();

        assertThat(questions.stream()
                        .map(agent::awaitTurn)
                        .map(RequestTurn::conversationId)
                        .distinct())
                .hasSize(1);

        questions.stream().map(agent::awaitTurn).forEach(turn -> agent.answer(turn, 1, "Yes"));
        assertThat(asked)
                .allSatisfy(answer -> assertThat(join(answer).statusCode()).isEqualTo(200));
    }

    @Test
    void a_model_that_took_over_is_named() {
        String question = question();
        var asked = ask(question);
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(
                turn,
                1,
                new MessageEnd(
                        turn.turnId(),
                        turn.messageId(),
                        "Hi",
                        FinishReason.STOP,
                        Usage.NONE,
                        List.of(),
                        null,
                        "openai:other"));

        assertThat(parts(join(asked)))
                .filteredOn(part -> part.get("type").asString().equals("message-metadata"))
                .singleElement()
                .satisfies(part ->
                        assertThat(part.at("/messageMetadata/model").asString()).isEqualTo("openai:other"));
    }

    @Test
    void a_page_that_closes_the_stream_comes_again_and_gets_it_from_its_start() throws IOException {
        String question = question();
        var open = http.sendAsync(asking(chat, session, question), BodyHandlers.ofInputStream());
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        try (InputStream body = join(open).body()) {
            assertThat(body.read()).isEqualTo('d');
        }
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 0, "One, "));

        var resumed = http.sendAsync(following(session), BodyHandlers.ofString());
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 1, "two"));
        agent.end(turn, 1, "One, two");

        HttpResponse<String> answer = join(resumed);
        assertThat(answer.headers().firstValue("x-vercel-ai-ui-message-stream")).contains("v1");
        assertThat(types(answer)).startsWith("start", "start-step").endsWith("finish");
        assertThat(answer.body()).contains("One, ").contains("two");
        assertThat(join(http.sendAsync(following(session), BodyHandlers.ofString()))
                        .statusCode())
                .isEqualTo(204);
        assertThat(agent.requestsWith("cancelled by the caller")).isZero();
    }

    @Test
    void nobody_follows_the_chat_of_somebody_else() {
        String question = question();
        var asked = ask(question);
        RequestTurn turn = agent.awaitTurn(question);

        assertThat(join(http.sendAsync(following(UUID.randomUUID().toString()), BodyHandlers.ofString()))
                        .statusCode())
                .isEqualTo(204);

        agent.answer(turn, 1, "Mine");
        join(asked);
    }

    @Test
    void an_answer_that_ends_otherwise_ends_in_its_own_words() {
        String failing = question();
        var failed = ask(failing);
        RequestTurn turn = agent.awaitTurn(failing);
        agent.start(turn, 1);
        agent.fail(turn, "model_unavailable");
        assertThat(parts(join(failed)).getLast().get("errorText").asString()).isEqualTo("The model is not there.");
        assertThat(join(failed).body()).endsWith("data: [DONE]\n\n");

        String stopping = question();
        var stopped = http.sendAsync(asking(question(), session, stopping), BodyHandlers.ofString());
        RequestTurn cancelled = agent.awaitTurn(stopping);
        agent.start(cancelled, 1);
        agent.say(
                cancelled,
                1,
                new MessageEnd(
                        cancelled.turnId(), cancelled.messageId(), "", FinishReason.CANCELLED, Usage.NONE, List.of()));
        assertThat(types(join(stopped))).endsWith("finish-step", "abort");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"c\"} | 422",
                "{\"id\":\"c\",\"messages\":[null]} | 422",
                "{\"messages\":[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"text\":\"x\"}]}]} | 422",
                "{\"id\":\"c\",\"messages\":[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"text\":\"x\"}]}]} | 422",
                "{\"id\":\"c\",\"messages\":[{\"role\":\"user\",\"parts\":[]}]} | 422",
                "{\"id\":\"c\",\"messages\":[{\"role\":\"user\",\"parts\":[{\"type\":\"file\",\"url\":\"data:,\"}]}]} | 400"
            })
    void what_is_no_question_is_refused(String body, int status) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("X-Session-Id", session)
                .POST(BodyPublishers.ofString(body))
                .build();

        assertThat(join(http.sendAsync(request, BodyHandlers.ofString())).statusCode())
                .isEqualTo(status);
    }

    private CompletableFuture<HttpResponse<String>> ask(String question) {
        return http.sendAsync(asking(chat, session, question), BodyHandlers.ofString());
    }

    private RequestTurn answered(String chatId, String sessionId) {
        String question = question();
        var asked = http.sendAsync(asking(chatId, sessionId, question), BodyHandlers.ofString());
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Yes");
        assertThat(join(asked).statusCode()).isEqualTo(200);
        return turn;
    }

    private long chatsOf(UUID person) {
        return jdbc.sql("select count(*) from ui_chat where owner_id = :id")
                .param("id", person.toString())
                .query(Long.class)
                .single();
    }

    private HttpRequest asking(String chatId, String sessionId, String question) {
        return asking(chatId, question).header("X-Session-Id", sessionId).build();
    }

    private HttpRequest.Builder asking(String chatId, String question) {
        var message = Map.of("id", "m", "role", "user", "parts", List.of(Map.of("type", "text", "text", question)));
        var body = Map.of("id", chatId, "messages", List.of(message), "trigger", "submit-message");
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(WireJson.mapper().writeValueAsString(body)));
    }

    private static ToolCall waiting(RequestTurn turn, String call) {
        return new ToolCall(turn.turnId(), call, "book_table", Map.of(), ToolCallStatus.WAITING_APPROVAL);
    }

    /** The message of the assistant with what the user says of a call. */
    private HttpRequest deciding(
            String chatId, String sessionId, String call, @Nullable Boolean approved, @Nullable String reason) {
        Map<String, Object> approval = new HashMap<>(Map.of("id", call));
        approval.put("approved", approved);
        approval.put("reason", reason);
        var part = Map.of("type", "dynamic-tool", "state", "approval-responded", "approval", approval);
        var message = Map.of("id", "m", "role", "assistant", "parts", List.of(Map.of("type", "step-start"), part));
        return asking(Map.of("id", chatId, "messages", List.of(message), "trigger", "submit-message"))
                .setHeader("X-Session-Id", sessionId)
                .build();
    }

    private HttpRequest.Builder asking(Map<String, ?> body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("X-Session-Id", session)
                .POST(BodyPublishers.ofString(WireJson.mapper().writeValueAsString(body)));
    }

    private HttpRequest following(String sessionId) {
        return HttpRequest.newBuilder(URI.create(address + "/" + chat + "/stream"))
                .header("X-Session-Id", sessionId)
                .build();
    }

    private static List<JsonNode> parts(HttpResponse<String> answer) {
        return answer.body()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> WireJson.mapper().readTree(line.substring(6)))
                .toList();
    }

    private static List<String> types(HttpResponse<String> answer) {
        return parts(answer).stream().map(part -> part.get("type").asString()).toList();
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
