package dev.parley.gateway.security;

import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.OwnGateway;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrustedProxyTest {

    private static final String[] SAID_BY_A_PROXY = {
        "X-Forwarded-For", "1.2.3.4, 203.0.113.7",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "api.example",
        "Origin", "https://api.example",
    };

    @Test
    void a_service_learns_of_the_client_behind_a_trusted_proxy() {
        try (FakeService chat = FakeService.start("chat-service");
                OwnGateway gateway =
                        OwnGateway.start("CHAT_SERVICE_URL=" + chat.url(), "TRUSTED_PROXIES=192.0.2.1, 127.0.0.0/8")) {
            JsonNode headers = json(gateway.client().post("/api/chat", "{}", SAID_BY_A_PROXY))
                    .path("headers");

            assertThat(headers.path("x-forwarded-for").asString()).isEqualTo("203.0.113.7");
            assertThat(headers.path("x-forwarded-proto").asString()).isEqualTo("https");
            assertThat(headers.path("x-forwarded-host").asString()).isEqualTo("api.example");
        }
    }

    @Test
    void a_gateway_with_a_wrong_address_of_a_proxy_does_not_start() {
        assertThatThrownBy(() -> OwnGateway.start("TRUSTED_PROXIES=everybody"))
                .hasStackTraceContaining("TRUSTED_PROXIES=everybody is not accepted");
    }
}
