package dev.parley.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private final RecordedProgress progress = new RecordedProgress();
    private Supervisor supervisor = supervisor(List.of(), false);

    @AfterEach
    void stopAll() {
        supervisor.stop();
    }

    @Test
    void all_are_started_and_higher_tiers_stopped_first(@TempDir Path folder) throws Exception {
        supervisor = supervisor(
                List.of(
                        FakePart.quick("database", 0, folder),
                        FakePart.quick("broker", 1, folder),
                        FakePart.quick("chat", 4, folder)),
                false);

        supervisor.start();
        assertThat(progress.ready).containsExactlyInAnyOrder("database", "broker", "chat");
        assertThat(supervisor.parts()).extracting(PartState::name).containsExactly("database", "broker", "chat");

        supervisor.stop();
        supervisor.stop();
        assertThat(Files.readAllLines(folder.resolve("stopped"))).containsExactly("chat", "broker", "database");
        assertThat(progress.died).isEmpty();
    }

    @Test
    void a_part_that_ends_while_starting_fails_the_start(@TempDir Path folder) {
        supervisor = supervisor(
                List.of(
                        FakePart.quick("broker", 1, folder),
                        FakePart.of("chat", 4, "echo no; exit 7", folder, () -> false)),
                true);

        assertThatThrownBy(supervisor::start)
                .isInstanceOfSatisfying(
                        PartFailed.class, failed -> assertThat(failed.part()).isEqualTo("chat"))
                .hasMessage("chat: ended while starting (exit code 7)");
    }

    @Test
    void a_part_that_was_ready_and_ends_before_the_others_are_fails_the_start_too(@TempDir Path folder) {
        supervisor = supervisor(
                List.of(
                        FakePart.of("broker", 1, "sleep 0.3; exit 9", folder, () -> true),
                        FakePart.of("chat", 4, "exec sleep 300", folder, () -> false)),
                false);

        assertThatThrownBy(supervisor::start).hasMessage("broker: ended (exit code 9)");
    }

    @Test
    void stopping_breaks_off_a_start_that_is_under_way(@TempDir Path folder) throws Exception {
        supervisor =
                supervisor(List.of(FakePart.of("chat", 4, "touch up; exec sleep 300", folder, () -> false)), false);
        Thread start = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(supervisor::start).isInstanceOf(PartFailed.class));
        await().until(() -> !supervisor.parts().isEmpty());
        PartState part = supervisor.parts().getFirst();

        supervisor.stop();

        assertThat(start.join(Duration.ofSeconds(10))).isTrue();
        assertThat(part.alive()).isFalse();
    }

    @Test
    void a_death_is_reported(@TempDir Path folder) throws Exception {
        supervisor = supervisor(List.of(FakePart.quick("chat", 4, folder)), false);
        supervisor.start();

        kill(supervisor);

        await().untilAsserted(() -> assertThat(progress.died).containsExactly("chat: killed: "));
    }

    @Test
    void what_dies_is_started_again_when_watched(@TempDir Path folder) throws Exception {
        supervisor = supervisor(List.of(FakePart.quick("chat", 4, folder)), true);
        supervisor.start();
        long first = supervisor.parts().getFirst().process().pid();

        kill(supervisor);

        await().until(() -> progress.ready.size() == 2);
        PartState again = supervisor.parts().getFirst();
        assertThat(again.process().pid()).isNotEqualTo(first);
        assertThat(again.alive()).isTrue();
    }

    @Test
    void a_restart_that_fails_is_tried_again(@TempDir Path folder) throws Exception {
        Path broken = folder.resolve("broken");
        supervisor = supervisor(
                List.of(FakePart.of(
                        "chat",
                        4,
                        "test -f " + broken + " && exit 5; exec sleep 300",
                        folder,
                        () -> !Files.exists(broken))),
                true);
        supervisor.start();
        Files.createFile(broken);

        kill(supervisor);
        await().until(() ->
                progress.died.stream().anyMatch(line -> line.contains("ended while starting (exit code 5)")));
        Files.delete(broken);

        await().until(() -> progress.ready.size() == 2);
    }

    private static void kill(Supervisor supervisor) {
        supervisor.parts().getFirst().process().find().orElseThrow().destroyForcibly();
    }

    private Supervisor supervisor(List<Part> parts, boolean restart) {
        return new Supervisor(
                parts,
                progress,
                new Supervisor.Settings(restart, Duration.ofMillis(50), Duration.ofSeconds(35), () -> {}, () -> {}));
    }
}
