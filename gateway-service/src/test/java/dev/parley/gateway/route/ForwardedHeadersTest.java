package dev.parley.gateway.route;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.RunningGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class ForwardedHeadersTest extends RunningGateway {

    @Test
    void a_service_sees_who_asked_and_by_which_name() {
        JsonNode headers = json(client.get("/test/x")).path("headers");

        assertThat(headers.path("x-forwarded-for").asString()).isEqualTo("127.0.0.1");
        assertThat(headers.path("x-forwarded-proto").asString()).isEqualTo("http");
        assertThat(headers.path("x-forwarded-host").asString()).isEqualTo(url("").substring("http://".length()));
    }

    @Test
    void a_client_cannot_say_what_only_the_gateway_may() {
        HttpResponse<String> answer = client.get(
                "/test/x",
                "X-Internal-User",
                "admin",
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Forwarded-Prefix",
                "/admin",
                "Forwarded",
                "for=10.0.0.1",
                "X-Real-IP",
                "10.0.0.1");

        JsonNode headers = json(answer).path("headers");
        assertThat(headers.path("x-forwarded-for").asString()).isEqualTo("127.0.0.1");
        assertThat(headers.propertyNames())
                .doesNotContain("x-internal-user", "x-forwarded-prefix", "forwarded", "x-real-ip");
    }

    @Test
    void what_concerns_one_connection_stays_on_it() {
        HttpResponse<String> answer =
                client.get("/test/x", "TE", "trailers", "Keep-Alive", "timeout=5", "Accept", "text/html");

        JsonNode headers = json(answer).path("headers");
        assertThat(headers.propertyNames()).doesNotContain("te", "keep-alive", "transfer-encoding");
        assertThat(headers.path("accept").asString()).isEqualTo("text/html");
    }

    @Test
    void what_services_say_to_the_gateway_only_stays_with_it() {
        CHAT.on(
                "/test/private",
                (_, response) -> response.header("X-Internal-Node", "a")
                        .header("X-Request-Id", "other")
                        .header("X-Public", "b")
                        .sendString(Mono.just("{}")));

        HttpResponse<String> answer = client.get("/test/private", "X-Request-Id", "mine");

        assertThat(answer.headers().firstValue("X-Internal-Node")).isEmpty();
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("mine");
        assertThat(header(answer, "X-Public")).isEqualTo("b");
    }
}
