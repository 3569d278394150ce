package dev.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no question is refused, with a reason that a program can read, and nothing has changed. */
@Journey
class RefusalsJourney {
    private final Visitor visitor;

    RefusalsJourney(Stack stack) {
        this.visitor = stack.visitor();
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(visitor.conversations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message    | {}",
                "message    | {\"message\":null}",
                "message    | {\"message\":\"\"}",
                "message    | {\"message\":\"  \"}",
                "message    | {\"message\":42}",
                "message    | {\"message\":[\"x\"]}",
                "message    | {\"message\":\"a\\u0000b\"}",
                "stream     | {\"message\":\"x\",\"stream\":\"yes\"}",
                "on_busy    | {\"message\":\"x\",\"on_busy\":\"never\"}",
                "session_id | {\"message\":\"x\",\"session_id\":\"\"}",
            })
    void a_field_of_the_wrong_kind_is_named(String field, String body) {
        Truths.invalid(visitor.post("/api/chat", body), field);
    }

    @Test
    void a_message_may_have_32000_characters_and_no_more() {
        Truths.invalid(visitor.post(Question.of("x".repeat(32_001))), "message");
    }

    @Test
    void a_session_id_may_have_128_characters_and_no_more() {
        Truths.invalid(visitor.nameless().post(Question.of("Hello").with("session_id", "s".repeat(129))), "session_id");
        Truths.invalid(
                visitor.nameless().get("/api/chat/conversations", "X-Session-Id", "s".repeat(129)), "session_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"message\"", "''", "not json", "{\"message\":\"x\"} {"})
    void what_is_no_json_is_malformed(String body) {
        Truths.problem(visitor.post("/api/chat", body), 400, "malformed_request");
    }

    @Test
    void only_json_is_taken() {
        Truths.problem(visitor.post("/api/chat", "Hello", "Content-Type", "text/plain"), 415, "unsupported_media_type");
    }

    @Test
    void a_body_of_more_than_a_megabyte_is_too_large() {
        String body = Json.write(Map.of("message", "x", "padding", "y".repeat(1_100_000)));

        Truths.problem(visitor.post("/api/chat", body), 413, "payload_too_large");
    }

    @Test
    void a_conversation_that_does_not_exist_is_not_found() {
        String unknown = UUID.randomUUID().toString();

        Truths.problem(visitor.post(Question.of("Hello").in(unknown)), 404, "not_found");
        Truths.problem(visitor.post(Question.of("Hello").in("no-id")), 404, "not_found");
        Truths.problem(visitor.get("/api/chat/conversations/" + unknown), 404, "not_found");
        Truths.problem(visitor.get("/api/chat/conversations/" + unknown + "/messages"), 404, "not_found");
        Truths.problem(visitor.get("/api/chat/conversations/no-id"), 404, "not_found");
        Truths.problem(visitor.get("/api/chat/turns/" + unknown), 404, "not_found");
        Truths.problem(visitor.get("/api/chat/turns/no-id/stream"), 404, "not_found");
    }

    @Test
    void somebody_elses_conversation_is_not_found() {
        Visitor owner = visitor.stranger();
        Answer answer = owner.ask("Hello!");
        String path = "/api/chat/conversations/" + answer.conversation();

        Truths.problem(visitor.post(Question.of("Let me in").in(answer.conversation())), 404, "not_found");
        Truths.problem(visitor.get(path), 404, "not_found");
        Truths.problem(visitor.get(path + "/messages"), 404, "not_found");
        Truths.problem(visitor.patch(path, "{\"title\":\"Mine\"}"), 404, "not_found");
        Truths.problem(visitor.put(path, "{\"title\":\"Mine\"}"), 404, "not_found");
        Truths.problem(visitor.delete(path), 404, "not_found");
        assertThat(owner.ask(Question.of("Hello again").in(answer.conversation()))
                        .conversation())
                .isEqualTo(answer.conversation());
    }

    @Test
    void tools_and_models_that_there_are_not_are_refused() {
        Truths.problem(visitor.post(Question.of("Hello").using("nope")), 422, "unknown_tool");
        Truths.problem(visitor.post(Question.of("Hello").toModel("nope")), 422, "unknown_model");
        Truths.problem(visitor.post(Question.of("Hello").toModel("nobody:gpt")), 422, "unknown_model");
        Truths.problem(visitor.get("/api/tools/nope"), 404, "not_found");
    }

    @Test
    void somebody_who_does_not_say_who_they_are_is_asked_to() {
        Reply reply = visitor.nameless().post(Question.of("Hello"));

        Truths.problem(reply, 401, "credentials_required");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        Truths.problem(visitor.nameless().get("/api/chat/conversations"), 401, "credentials_required");
    }

    @Test
    void a_token_that_nobody_has_issued_is_not_valid() {
        Reply reply = visitor.post(Question.of("Hello"), "Authorization", "Bearer nonsense");

        Truths.problem(reply, 401, "invalid_token");
        assertThat(reply.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        Truths.problem(
                visitor.get("/api/chat/conversations", "Authorization", "Bearer nonsense"), 401, "invalid_token");
    }

    @Test
    void a_path_or_a_method_that_there_is_not_says_so() {
        Truths.problem(visitor.get("/api/nothing/here"), 404, "not_found");
        Truths.problem(visitor.get("/api/chat/nothing"), 404, "not_found");
        Truths.problem(visitor.get("/internal/v1/conversations/" + UUID.randomUUID() + "/access"), 404, "not_found");
        Truths.problem(visitor.get("/actuator/health"), 404, "not_found");
        Truths.problem(visitor.get("/api/chat"), 405, "method_not_allowed");
        Truths.problem(visitor.delete("/api/tools"), 405, "method_not_allowed");
    }

    @ParameterizedTest
    @CsvSource({"0", "101", "-1", "ten", "1.5", "99999999999"})
    void a_page_has_one_to_a_hundred_items(String limit) {
        Truths.invalid(visitor.get("/api/chat/conversations?limit=" + limit), "limit");
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "%21%21", "AAAA"})
    void a_cursor_is_one_that_the_list_has_given(String cursor) {
        Truths.problem(visitor.get("/api/chat/conversations?cursor=" + cursor), 400, "bad_cursor");
    }
}
