package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorsTest {

    @Test
    void the_model_simulator_starts_on_a_free_port() {
        Simulators.Running running = Simulators.start("llm");

        try {
            var models = new HttpCalls(running.baseUrl()).json("/models", "Authorization", "Bearer sim");

            assertThat(models.path("data").path(0).path("id").asString()).isEqualTo("sim");
        } finally {
            running.stop().run();
        }
    }

    @Test
    void the_maps_simulator_starts_on_a_free_port() {
        Simulators.Running running = Simulators.start("maps");

        try {
            var found = new HttpCalls(running.baseUrl()).json("/search?q=Berlin");

            assertThat(found.path(0).path("name").asString()).isEqualTo("Berlin");
        } finally {
            running.stop().run();
        }
    }

    @Test
    void the_simulator_of_who_runs_models_starts_on_a_free_port() {
        Simulators.Running running = Simulators.start("inference");

        try {
            var lost = new HttpCalls(running.baseUrl()).json("/runpod/v2/e/status/x", "Authorization", "Bearer sim");

            assertThat(lost.path("error").asString()).isEqualTo("job not found");
        } finally {
            running.stop().run();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "phone", "llm --port", "llm --port many"})
    void a_wrong_command_line_is_refused(String line) {
        assertThatThrownBy(() -> Simulators.start(line.isEmpty() ? new String[0] : line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("usage");
    }

    @Test
    void a_process_of_its_own_prints_its_address_and_ends_when_told() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulators.class.getName(),
                        "llm",
                        "--parent",
                        Long.toString(ProcessHandle.current().pid()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        try (BufferedReader out = process.inputReader()) {
            String baseUrl = out.readLine();
            int status = new HttpCalls(baseUrl)
                    .get("/models", "Authorization", "Bearer sim")
                    .statusCode();

            assertThat(status).isEqualTo(200);
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
