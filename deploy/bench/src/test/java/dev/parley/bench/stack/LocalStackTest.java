package dev.parley.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
    @TempDir
    private Path root = Path.of("");

    private final List<String> told = new ArrayList<>();
    private LocalStack stack = new LocalStack(root, root, URI.create("http://127.0.0.1:1"), told::add);

    @BeforeEach
    void commands() throws IOException {
        stack = new LocalStack(root, Path.of("/data"), URI.create("http://127.0.0.1:9900/v1"), told::add);
        command("up", "echo up \"$@\"; echo $OPENAI_BASE_URL");
        command("down", "echo down \"$@\" >> down.log");
        long self = ProcessHandle.current().pid();
        command("status", """
                cat <<'E'
                {"gateway_url": "http://127.0.0.1:8000", "kafka": {"pid": %d}, "postgres": {"pid": %d, "url": "postgresql://me:word@127.0.0.1:5432/all"},
                 "services": [{"name": "gateway-service", "pid": %d}, {"name": "chat-service", "pid": %d}]}
                E
                """.formatted(self, self, self, self));
    }

    @Test
    void it_starts_fresh_on_free_ports_with_the_simulator_for_its_provider() throws IOException, InterruptedException {
        stack.upFresh();

        assertThat(told)
                .containsExactly(
                        "up --data /data --detach --port 0 --kafka-port 0 --postgres-port 0 --fresh",
                        "http://127.0.0.1:9900/v1");
        assertThat(Files.readString(local().resolve("down.log"))).isEqualTo("down --data /data\n");
    }

    @Test
    void it_starts_again_on_what_is_there() throws InterruptedException {
        assertThat(stack.upAgain()).isPositive();

        assertThat(told.getFirst()).doesNotContain("--fresh");
    }

    @Test
    void its_processes_have_names() throws InterruptedException {
        stack.upAgain();

        assertThat(stack.database("one")).isEqualTo("jdbc:postgresql://127.0.0.1:5432/one?user=me&password=word");
        assertThat(stack.gateway()).isEqualTo(URI.create("http://127.0.0.1:8000"));
        assertThat(stack.processes().keySet())
                .containsExactly("gateway-service", "chat-service", "kafka", "postgres", "launcher");
    }

    @Test
    void a_command_that_fails_says_why() throws IOException {
        command("up", "echo the port is taken; exit 1");

        assertThatThrownBy(() -> stack.upAgain())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the port is taken");
    }

    @Test
    void the_simulator_is_a_process_of_its_own() throws InterruptedException {
        try (SimulatorProcess simulator = SimulatorProcess.start()) {
            assertThat(simulator.process().pid())
                    .isNotEqualTo(ProcessHandle.current().pid());
            assertThat(simulator.awaitQuiet(Duration.ofSeconds(10))).isTrue();
        }
    }

    private void command(String name, String script) throws IOException {
        Files.createDirectories(local());
        Path file = local().resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Path local() {
        return root.resolve("deploy").resolve("local");
    }
}
