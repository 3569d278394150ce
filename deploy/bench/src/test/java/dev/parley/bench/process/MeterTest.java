package dev.parley.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterTest {

    @Test
    void times_are_found_behind_whatever_a_process_calls_itself() {
        String stat = "4711 (a (strange) name) S 1 4711 4711 0 -1 4194560 1 2 3 4 150 50 7 8 20 0 12 0 99";

        assertThat(Watched.ticks(stat, List.of(11, 12))).isEqualTo(200);
        assertThat(Watched.ticks(stat, List.of(11, 12, 13, 14))).isEqualTo(215);
    }

    @Test
    void a_process_uses_time_and_memory() {
        Meter meter = new Meter(Map.of("self", Watched.alone(ProcessHandle.current())));

        Meter.Reading before = meter.read();
        work(Duration.ofMillis(60));
        Usage.Cost used = meter.read().since(before).of("self");

        assertThat(used.cpu()).isPositive();
        assertThat(used.memoryMb()).isPositive();
    }

    @Test
    void those_below_count_where_they_are_asked_for() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "sleep 60 & wait").start();
        try {
            assertThat(Watched.withChildren(shell.toHandle()).memoryMb()).isNotNegative();
            assertThat(Watched.withChildren(shell.toHandle()).cpu()).isGreaterThanOrEqualTo(Duration.ZERO);
        } finally {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();
            shell.waitFor();
        }
        assertThat(Watched.alone(shell.toHandle()).cpu()).isZero();
    }

    @Test
    void costs_add_up() {
        Usage usage = new Usage(
                Duration.ofSeconds(10),
                Map.of(
                        "chat", new Usage.Cost(Duration.ofSeconds(2), 300),
                        "agent", new Usage.Cost(Duration.ofSeconds(3), 400)));

        Usage.Cost both = usage.of(List.of("chat", "agent"));

        assertThat(both).isEqualTo(new Usage.Cost(Duration.ofSeconds(5), 700));
        assertThat(usage.percent(both.cpu())).isEqualTo(50, within(1e-9));
        assertThat(usage.of("nobody").cpu()).isZero();
    }

    private static void work(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
