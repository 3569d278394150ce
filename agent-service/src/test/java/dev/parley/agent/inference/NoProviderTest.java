package dev.parley.agent.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.Member;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where no provider has a key. */
@AgentTest
class NoProviderTest {
    private final Member ada;

    NoProviderTest(@LocalServerPort int port) {
        this.ada = new Member(port);
    }

    @ParameterizedTest
    @CsvSource({"replicate, ada/poet", "runpod, e1", "modal, poet"})
    void that_it_is_not_configured_is_said(String provider, String model) {
        Member.Answer answer =
                ada.post("/api/v1/inference/jobs", Map.of("provider", provider, "model", model, "input", Map.of()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("provider_not_configured");
    }

    @Test
    void what_is_wrong_is_said_first() {
        Member.Answer answer = ada.post(
                "/api/v1/inference/jobs", Map.of("provider", "runpod", "model", "no endpoint", "input", Map.of()));

        assertThat(answer.status()).isEqualTo(422);
    }
}
