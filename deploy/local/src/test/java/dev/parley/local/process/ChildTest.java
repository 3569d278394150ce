package dev.parley.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    @Test
    void writes_its_output_to_the_log_and_gets_only_the_given_environment(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("logs").resolve("child.log");

        Child child =
                Child.start(shell("echo \"$GREETING $HOME\"; echo trouble >&2", log, Map.of("GREETING", "hello")));
        child.process().waitFor();

        assertThat(Files.readString(log)).isEqualTo("hello \ntrouble\n");
    }

    @Test
    void is_asked_to_end_before_it_is_killed(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("child.log");
        Child child = Child.start(
                shell("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done", log, Map.of()));
        await().until(() -> Files.readString(log).contains("up"));

        child.stop(Duration.ofSeconds(10));

        assertThat(Files.readString(log)).contains("bye");
        assertThat(child.process().isAlive()).isFalse();
    }

    @Test
    void is_killed_when_it_does_not_listen(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("child.log");
        Child child = Child.start(shell("trap '' TERM; echo up; while :; do sleep 0.05; done", log, Map.of()));
        await().until(() -> Files.readString(log).contains("up"));

        child.stop(Duration.ofMillis(200));

        assertThat(child.process().isAlive()).isFalse();
    }

    @Test
    void memory_of_a_process_is_known() {
        assertThat(Memory.residentMb(ProcessHandle.current().pid())).isBetween(20L, 4_000L);
        assertThat(Memory.treeMb(ProcessHandle.current())).isBetween(20L, 4_000L);
        assertThat(Memory.residentMb(999_999_999)).isZero();
    }

    private static Launch shell(String script, Path log, Map<String, String> environment) {
        return new Launch("child", List.of("/bin/sh", "-c", script), environment, log);
    }
}
