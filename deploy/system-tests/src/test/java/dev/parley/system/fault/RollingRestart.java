package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.load.Load;
import dev.parley.system.load.TurnLog;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.Signal;
import dev.parley.system.stack.StackStatus.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Restarts all services at once, of each one replica after the other, as a cluster does with a new release: the next one is told to
 * end when the one before serves again.
 */
final class RollingRestart {
    /** An agent hands back what it could not end by then. */
    private static final Duration DRAIN = Duration.ofSeconds(29);

    private final LocalStack stack;
    private final Load load;
    private final List<Restart> restarts = new CopyOnWriteArrayList<>();
    private long begunNanos;

    /** From its being told to end until it served again. */
    private record Restart(String name, long fromNanos, long toNanos) {
        boolean contains(long nanos) {
            return nanos - fromNanos >= 0 && toNanos - nanos >= 0;
        }

        boolean couldNotDrain(long nanos) {
            return name.startsWith("agent-") && contains(nanos) && nanos - fromNanos > DRAIN.toNanos();
        }
    }

    RollingRestart(LocalStack stack, Load load) {
        this.stack = stack;
        this.load = load;
    }

    void ofAll() {
        stack.awaitAllReady();
        begunNanos = System.nanoTime();
        Map<String, List<Service>> replicas = stack.status().services().stream()
                .collect(Collectors.groupingBy(service -> service.name().replaceAll("-\\d+$", "")));
        replicas.values().stream()
                .map(service -> CompletableFuture.runAsync(() -> service.forEach(this::restart), RollingRestart::run))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void restart(Service replica) {
        long from = System.nanoTime();
        Signal.TERM.to(replica.pid());
        stack.awaitRestart(replica);
        restarts.add(new Restart(replica.name(), from, System.nanoTime()));
    }

    private static void run(Runnable task) {
        Thread.ofVirtual().start(task);
    }

    /** Those that were asked while it went on. */
    List<TurnLog> turns() {
        return load.turns().stream()
                .filter(turn -> turn.wasBegunSince(begunNanos))
                .toList();
    }

    long reconnects() {
        return turns().stream().mapToLong(turn -> turn.breaks().size()).sum();
    }

    /** At most one reconnect, and no second attempt that could be drained. */
    void wasBearable(TurnLog turn) {
        assertThat(turn.breaks()).as("reconnects of " + turn).hasSizeLessThanOrEqualTo(1);
        assertThat(turn.begunAgain())
                .as("second attempts of " + turn)
                .allMatch(again -> restarts.stream().anyMatch(restart -> restart.couldNotDrain(again)));
    }
}
