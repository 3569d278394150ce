package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.token.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Turns as administrators see them, from conversation-service. */
@AgentTest
class AdministeredTurnsTest {
    private static final String WORK = "/internal/v1/work";

    private final Talk talk;
    private final RestTestClient http;
    private final String admin = TestTokens.withRoles("user", "admin");

    AdministeredTurnsTest(@Autowired EventProducer producer, @LocalServerPort int port) {
        this.talk = new Talk(producer);
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    private record Answer(int status, String body) {
        JsonNode json() {
            return WireJson.mapper().readTree(body);
        }
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void a_dead_turn_is_seen_with_its_reason_and_never_with_its_words_and_told_again_when_replayed() {
        RequestTurn turn = Requests.expired(talk.conversation(), "say a secret");
        talk.send(turn);
        talk.outcomeOf(turn);

        JsonNode item = await().atMost(Duration.ofSeconds(20))
                .until(() -> find("?state=dead&limit=100", turn), found -> !found.isMissingNode());
        assertThat(item.path("service").asString()).isEqualTo("agent-service");
        assertThat(item.path("kind").asString()).isEqualTo("turn");
        assertThat(item.path("code").asString()).isEqualTo("expired");
        assertThat(item.path("finished_at").isNull()).isFalse();
        assertThat(item.toString()).doesNotContain("secret");

        String path = WORK + "/" + turn.turnId();
        assertThat(call(HttpMethod.POST, path + "/replay", admin).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> find("?state=done&limit=100", turn), found -> !found.isMissingNode());
        Answer again = call(HttpMethod.POST, path + "/replay", admin);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asString()).isEqualTo("work_not_dead");
        Answer cancelled = call(HttpMethod.POST, path + "/cancel?reason=late", admin);
        assertThat(cancelled.json().path("code").asString()).isEqualTo("work_has_ended");
    }

    @Test
    void a_turn_that_runs_can_be_cancelled() {
        RequestTurn turn = talk.ask("ponder");
        talk.awaitWords(turn);

        Answer answer = call(HttpMethod.POST, WORK + "/" + turn.turnId() + "/cancel?reason=too+dear", admin);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(talk.outcomeOf(turn).get("finish_reason").asString()).isEqualTo("cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=lost&limit=5", "?limit=0", "?limit=103", "?before=nonsense&limit=5"})
    void what_cannot_be_read_is_refused(String query) {
        assertThat(call(HttpMethod.GET, WORK + query, admin).status()).isEqualTo(422);
    }

    @Test
    void what_there_is_not_is_not_found() {
        Answer answer = call(HttpMethod.POST, WORK + "/" + UUID.randomUUID() + "/replay", admin);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("not_found");
    }

    @Test
    void it_is_for_administrators_only() {
        String query = WORK + "?limit=5";

        assertThat(call(HttpMethod.GET, query, TestTokens.withRoles("user")).status())
                .isEqualTo(403);
        assertThat(http.get().uri(query).exchange().returnResult().getStatus().value())
                .isEqualTo(401);
    }

    private JsonNode find(String query, RequestTurn turn) {
        return call(HttpMethod.GET, WORK + query, admin)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(turn.turnId().toString()))
                .findFirst()
                .orElseGet(() -> WireJson.mapper().missingNode());
    }

    private Answer call(HttpMethod method, String path, String token) {
        var result = http.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectBody(byte[].class)
                .returnResult();
        byte[] body = result.getResponseBody();
        return new Answer(result.getStatus().value(), body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }
}
