package dev.parley.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.local.process.Child;
import dev.parley.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    private static final ProcessId SELF = ProcessId.of(ProcessHandle.current());

    @Test
    void reads_what_was_written(@TempDir Path folder) {
        StateFile file = new StateFile(folder.resolve("run").resolve("state.json"));
        assertThat(file.read()).isEmpty();
        StackState state = state(
                List.of(new PartState("kafka", SELF, 1, 9092, 0), new PartState("chat-service", SELF, 4, 8010, 9010)));

        file.write(state);

        assertThat(file.read()).contains(state);
        assertThat(folder.resolve("run")).isDirectoryContaining(each -> each.endsWith("state.json"));
        assertThat(state.services()).extracting(PartState::name).containsExactly("chat-service");
        assertThat(state.kafka()).isPresent();
        assertThat(state.postgres()).isEmpty();
        file.delete();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void a_file_that_is_none_is_named(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("state.json"), "{\"launcher\": 1");

        assertThatThrownBy(() -> new StateFile(path).read()).hasMessageStartingWith(path + " is not a state file");
    }

    @Test
    void the_lock_is_for_one_and_free_again_after(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run").resolve("lock");
        try (RunLock first = RunLock.take(file).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(RunLock.take(file)).isEmpty();
        }

        try (RunLock next = RunLock.take(file).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void what_a_killed_launcher_left_is_stopped_and_others_are_spared(@TempDir Path folder) {
        Child left = FakePart.sleeper(folder);
        Child other = FakePart.sleeper(folder);
        ProcessId alive = ProcessId.of(left.process().toHandle());
        ProcessId reused = new ProcessId(other.process().pid(), SELF.startedAt().minusSeconds(3_600));

        List<String> stopped = Leftovers.stop(state(List.of(
                new PartState("kafka", alive, 1, 9092, 0), new PartState("chat-service", reused, 4, 8010, 9010))));

        assertThat(stopped).containsExactly("kafka");
        assertThat(left.process().isAlive()).isFalse();
        assertThat(other.process().isAlive()).isTrue();
        other.stop(Duration.ofSeconds(5));
    }

    private static StackState state(List<PartState> parts) {
        return new StackState(SELF, true, "http://127.0.0.1:8000", "127.0.0.1:9092", "postgresql://x", parts);
    }
}
