package dev.parley.gateway.route;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.RunningGateway;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ReplicaTest extends RunningGateway {

    @Test
    void replicas_take_turns() {
        List<String> answered = IntStream.range(0, 4)
                .mapToObj(_ -> json(client.get("/api/tools")).path("service").asString())
                .toList();

        assertThat(answered).containsOnly("agent-service one", "agent-service two");
        assertThat(answered.get(0)).isNotEqualTo(answered.get(1)).isEqualTo(answered.get(2));
    }

    @Test
    void a_replica_that_refuses_is_passed_over() {
        for (int i = 0; i < 4; i++) {
            assertThat(client.get("/test/places?q=Graz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_was_never_sent_may_go_to_the_next_replica_even_if_it_is_no_read() {
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> answer = client.post("/test/places/scout", "{\"area\": \"Graz\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).path("bytes").asInt()).isEqualTo(16);
        }
    }

    @Test
    void a_service_with_no_replica_left_is_unavailable() {
        HttpResponse<String> answer = client.post("/test/gone/x", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("2");
        assertThat(json(answer).path("code").asString()).isEqualTo("dependency_unavailable");
        assertThat(answer.body()).doesNotContain("127.0.0.1").doesNotContain("Exception");
    }

    @Test
    void a_read_that_breaks_off_is_asked_of_another_replica() {
        AGENT_ONE.on("/api/tools/broken", (request, _) -> {
            FakeService.hangUp(request);
            return Mono.never();
        });

        for (int i = 0; i < 2; i++) {
            assertThat(json(client.get("/api/tools/broken")).path("service").asString())
                    .isEqualTo("agent-service two");
        }
    }

    @Test
    void what_may_have_been_done_is_not_sent_twice() {
        CHAT.on(
                "/test/broken",
                (request, _) -> request.receive().then(Mono.defer(() -> {
                    FakeService.hangUp(request);
                    return Mono.never();
                })));

        HttpResponse<String> answer = client.post("/test/broken", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(CHAT.asked())
                .filteredOn(asked -> asked.endsWith("/test/broken"))
                .hasSize(1);
    }

    @Test
    void a_service_that_takes_too_long_is_given_up() {
        CHAT.on("/test/slow", (_, _) -> Mono.never());

        HttpResponse<String> answer = client.get("/test/slow");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(json(answer).path("code").asString()).isEqualTo("gateway_timeout");
    }
}
