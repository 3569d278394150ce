package dev.parley.system.load;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Many visitors who ask and read at the same time, until they are stopped. Thread-safe. */
public final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<PersistentVisitor> visitors;
    private final List<Thread> threads;
    private final Findings findings = new Findings();

    private Load(List<String> doors, String model, Shape shape) {
        Script script = new Script(shape);
        visitors = IntStream.range(0, shape.visitors())
                .mapToObj(number -> new PersistentVisitor(number, new Doors(doors, number), model, script, findings))
                .toList();
        threads = visitors.stream()
                .map(visitor -> Thread.ofVirtual().name("visitor").start(visitor))
                .toList();
    }

    /**
     * Lets them begin.
     *
     * @param doors the addresses at which they may enter; each begins at another one
     */
    public static Load start(List<String> doors, String model, Shape shape) {
        return new Load(doors, model, shape);
    }

    /** Returns when every visitor reads an answer that is under way. */
    public Load underWay() {
        await("all visitors read").atMost(PATIENCE).until(() -> {
            long now = System.nanoTime();
            return turns().stream().filter(turn -> turn.wasStreamingAt(now)).count() >= visitors.size() * 9L / 10;
        });
        return this;
    }

    /** All turns so far. */
    public List<TurnLog> turns() {
        return visitors.stream().flatMap(visitor -> visitor.turns().stream()).toList();
    }

    /** How many have ended. */
    public long ended() {
        return turns().stream().filter(TurnLog::hasEnded).count();
    }

    /** Those under way at this moment of {@link System#nanoTime()}. */
    public List<TurnLog> streamingAt(long nanos) {
        return turns().stream().filter(turn -> turn.wasStreamingAt(nanos)).toList();
    }

    /** Every visitor ends the turn that is under way, and asks no more. */
    public Load stop() {
        visitors.forEach(PersistentVisitor::stop);
        await("all turns end").atMost(PATIENCE).until(() -> threads.stream().noneMatch(Thread::isAlive));
        return this;
    }

    List<PersistentVisitor> visitors() {
        return visitors;
    }

    /** What was not as it has to be. */
    public Findings findings() {
        return findings;
    }

    /** Leaves no visitor behind when a test has failed. */
    @Override
    public void close() {
        visitors.forEach(PersistentVisitor::stop);
        threads.forEach(Thread::interrupt);
    }
}
