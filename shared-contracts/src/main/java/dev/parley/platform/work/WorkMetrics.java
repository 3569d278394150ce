package dev.parley.platform.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What can be seen of the work from outside. Reading a gauge never asks the database. */
final class WorkMetrics {

    private static final String CLAIMS = "parley.work.claims";
    private static final String RETRIES = "parley.work.retries";
    private static final String RECLAIMS = "parley.work.reclaims";
    private static final String FENCED = "parley.work.fenced";
    private static final String DEAD = "parley.work.dead";
    private static final String CANCELLED = "parley.work.cancelled";
    private static final List<String> COUNTERS = List.of(CLAIMS, RETRIES, RECLAIMS, FENCED, DEAD, CANCELLED);

    private final MeterRegistry registry;
    private volatile Map<String, Backlog.Waiting> backlog = Map.of();

    WorkMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(WorkKind kind, InFlight inFlight) {
        COUNTERS.forEach(name -> registry.counter(name, "kind", kind.name())); // at zero, so that a first one is seen
        Gauge.builder("parley.work.running", () -> inFlight.running(kind.name()))
                .description("Items that run in this replica")
                .tag("kind", kind.name())
                .register(registry);
        Gauge.builder("parley.work.depth", () -> waiting(kind).depth())
                .description("Items that wait in lanes of this kind, for all replicas")
                .tag("kind", kind.name())
                .register(registry);
        TimeGauge.builder("parley.work.oldest.age", () -> waiting(kind).oldest().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long the item at the head of a lane waits that waits longest")
                .tag("kind", kind.name())
                .register(registry);
    }

    void measured(Map<String, Backlog.Waiting> now) {
        backlog = now;
    }

    void claimed(String kind) {
        count(CLAIMS, kind);
    }

    void reclaimed(String kind) {
        count(RECLAIMS, kind);
    }

    void ran(String kind, Duration time) {
        registry.timer("parley.work.run", "kind", kind).record(time);
    }

    void settled(Settlement settlement, boolean accepted) {
        if (!accepted) {
            count(FENCED, settlement.kind());
            return;
        }
        switch (settlement.verdict()) {
            case Verdict.Ended(var end) when end == Verdict.End.GIVEN_UP -> count(DEAD, settlement.kind());
            case Verdict.Ended(var end) when end == Verdict.End.CANCELLED -> count(CANCELLED, settlement.kind());
            case Verdict.Postponed(var pause, var _, var _)
            when pause.isPositive() -> count(RETRIES, settlement.kind());
            default -> {
                // To be done is what is expected; runs are counted by their timer.
            }
        }
    }

    private Backlog.Waiting waiting(WorkKind kind) {
        return backlog.getOrDefault(kind.name(), Backlog.Waiting.NOTHING);
    }

    private void count(String name, String kind) {
        registry.counter(name, "kind", kind).increment();
    }
}
