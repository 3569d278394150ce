package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.model.Heard;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.SteadyModels;
import dev.parley.platform.settings.Stage;
import dev.parley.simulator.llm.LlmSimulator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSettingsTest {
    private static final Account NONE = new Account("", "", "");

    @Test
    void several_are_there_at_once_in_the_order_of_defaults() {
        var settings = new RemoteSettings(
                new Account("k", "", "gpt-4o-mini"),
                new Account("k", "", "claude-haiku-4-5"),
                new Account("k", "", "llama-3.3-70b-versatile"),
                new Account("", "http://127.0.0.1:11434", ""),
                new Account("k", "https://api.runpod.ai/v2/abc/openai/v1", ""),
                new Account("", "https://acme--app.modal.run/v1", ""),
                "[{\"name\": \"vllm\", \"base_url\": \"http://127.0.0.1:8000/v1\"}]");

        assertThat(settings.endpoints(Stage.DEVELOPMENT))
                .extracting(it -> it.name() + " " + it.baseUrl())
                .containsExactly(
                        "openai https://api.openai.com/v1",
                        "anthropic https://api.anthropic.com/v1",
                        "groq https://api.groq.com/openai/v1",
                        "ollama http://127.0.0.1:11434/v1",
                        "runpod https://api.runpod.ai/v2/abc/openai/v1",
                        "modal https://acme--app.modal.run/v1",
                        "vllm http://127.0.0.1:8000/v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9900/v1",
                "http://localhost:9900/v1",
                "http://llm.localhost/v1",
                "http://[::1]:9900/v1",
                "http://0.0.0.0:9900/v1"
            })
    void production_takes_no_simulators_for_providers(String address) {
        var here = new Account("k", address, "");

        assertThatThrownBy(() -> new RemoteSettings(here, NONE, NONE, NONE, NONE, NONE, "").endpoints(Stage.PRODUCTION))
                .hasMessageStartingWith("OPENAI_BASE_URL=" + address);
        assertThatThrownBy(() -> new RemoteSettings(NONE, here, NONE, NONE, NONE, NONE, "").endpoints(Stage.PRODUCTION))
                .hasMessageStartingWith("ANTHROPIC_BASE_URL=");
        assertThat(new RemoteSettings(here, here, here, here, here, here, "").endpoints(Stage.DEVELOPMENT))
                .hasSize(6);
    }

    @Test
    void production_takes_servers_of_ones_own_and_providers_elsewhere() {
        var settings = new RemoteSettings(
                new Account("k", "https://proxy.example.com/v1", ""),
                NONE,
                NONE,
                new Account("", "http://127.0.0.1:11434", ""),
                NONE,
                NONE,
                "[{\"name\": \"vllm\", \"base_url\": \"http://127.0.0.1:8000/v1\"}]");

        assertThat(settings.endpoints(Stage.PRODUCTION)).hasSize(3);
    }

    @Test
    void without_keys_and_addresses_there_is_none() {
        var settings = new RemoteSettings(NONE, NONE, NONE, NONE, new Account("for jobs", "", ""), NONE, "");

        assertThat(settings.endpoints(Stage.DEVELOPMENT)).isEmpty();
    }

    @Test
    void an_endpoint_of_ones_own_is_asked_with_its_key_and_headers() {
        try (var simulator = LlmSimulator.start();
                var remote = Remote.custom("""
                        [{"name": "vllm", "base_url": "%s", "api_key": "mine", "headers": {"X-Team": "blue"}}]""".formatted(simulator.baseUrl()))) {
            var heard = new Heard();

            SteadyModels.patient(remote.open("vllm:qwen3"))
                    .start(ModelRequest.of(List.of(new User("[[say:Hello.]]"))), heard);

            assertThat(heard.reply().text()).isEqualTo("Hello.");
            assertThat(remote.offers()).containsExactly("vllm:*");
            var request = simulator.requests().getFirst();
            assertThat(request.model()).isEqualTo("qwen3");
            assertThat(request.header("authorization")).contains("Bearer mine");
            assertThat(request.header("x-team")).contains("blue");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "{}",
                "[null]",
                "[{\"name\": \"Big\", \"base_url\": \"http://x/v1\"}]",
                "[{\"name\": \"openai\", \"base_url\": \"http://x/v1\"}]",
                "[{\"name\": \"a\", \"base_url\": \"x\"}]",
                "[{\"name\": \"a\"}]",
                "[{\"name\": \"a\", \"base_url\": \"http://x/v1\", \"colour\": \"red\"}]",
                "[{\"name\": \"a\", \"base_url\": \"http://x/v1\", \"protocol\": \"soap\"}]",
                "[{\"name\": \"a\", \"base_url\": \"http://x/v1\", \"concurrency\": 0}]",
                "[{\"name\": \"a\", \"base_url\": \"http://x\"}, {\"name\": \"a\", \"base_url\": \"http://y\"}]"
            })
    void a_wrong_list_of_endpoints_stops_the_start_and_is_not_shown(String list) {
        assertThatThrownBy(() -> Remote.custom(list.replace("\"name\"", "\"api_key\": \"secret\", \"name\"")))
                .hasMessageStartingWith("MODEL_ENDPOINTS is not accepted: give ")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void who_speaks_as_anthropic_does_wants_a_key() {
        String keyless = "[{\"name\": \"a\", \"base_url\": \"http://x/v1\", \"protocol\": \"anthropic\"}]";

        assertThatThrownBy(() -> Remote.custom(keyless)).hasMessageContaining("api_key");
    }

    @Test
    void a_server_without_keys_is_sent_none() {
        try (var simulator = LlmSimulator.start();
                var remote = Remote.custom("[{\"name\": \"a\", \"base_url\": \"" + simulator.baseUrl() + "\"}]")) {
            var heard = new Heard();

            SteadyModels.patient(remote.open("a:m")).start(ModelRequest.of(List.of(new User("Hello."))), heard);

            // It is the simulator that insists on one.
            assertThat(heard.failure().detail()).contains("refuses our key");
        }
    }

    @Test
    void keys_are_never_printed() {
        var account = new Account("secret", "https://x/v1", "m");
        var settings = new RemoteSettings(account, NONE, NONE, NONE, NONE, NONE, "");

        assertThat(Stream.of(account, settings.endpoints(Stage.DEVELOPMENT).getFirst(), settings))
                .noneMatch(it -> it.toString().contains("secret"));
    }
}
