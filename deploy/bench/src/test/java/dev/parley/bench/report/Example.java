package dev.parley.bench.report;

import dev.parley.bench.knowledge.KnowledgeLoad;
import dev.parley.bench.process.Usage;
import dev.parley.bench.reads.ListLoad;
import dev.parley.bench.stream.Quantiles;
import dev.parley.bench.stream.Shape;
import dev.parley.bench.stream.StreamFigures;
import dev.parley.bench.stream.StreamLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures of a run that never was. */
public final class Example {
    private static final Shape SHAPE = new Shape(200, Duration.ofMillis(50), Duration.ZERO);

    private Example() {}

    public static Results results() {
        return new Results(
                subject(),
                List.of(withCeiling(20, 5), withCeiling(300, 60)),
                List.of(step(100, 20), step(300, 200), step(600, 900)),
                Optional.of(new ListLoad.Measured(2345.6, new Quantiles(70_368, 12.3, 45.6, 99), 0, usage(1000))),
                Optional.of(new KnowledgeLoad.Measured(
                        measured(50, 20),
                        measured(50, 80),
                        1000,
                        Duration.ofSeconds(45),
                        50_000,
                        new Quantiles(300, 12, 34, 56))),
                Optional.of(new Results.Start(Duration.ofSeconds(40), Duration.ofMillis(25_400), usage(10))));
    }

    public static Results.Subject subject() {
        return new Results.Subject(
                Instant.parse("2026-11-29T22:10:00Z"),
                "abc1234",
                new Machine(2, "A processor", 24, "Linux 6.1", "JDK 25"),
                SHAPE,
                "deploy/bench/run --streams 20,300");
    }

    /** Of so many streams, with this lag at p99. */
    public static Results.Step step(int streams, double lag) {
        return new Results.Step(measured(streams, lag), Optional.empty());
    }

    private static Results.Step withCeiling(int streams, double lag) {
        return new Results.Step(measured(streams, lag), Optional.of(measured(streams, 1)));
    }

    private static StreamLoad.Measured measured(int streams, double lag) {
        long tokens = streams * 600L;
        Quantiles times = new Quantiles(tokens, lag / 4, lag, 2 * lag);
        return new StreamLoad.Measured(
                new StreamFigures(
                        streams,
                        tokens,
                        streams * 20,
                        1,
                        new StreamFigures.Times(new Quantiles(streams, 8, 2 * lag, 3 * lag), times, times),
                        new StreamFigures.Faults(streams * 5, 0, 0, Map.of())),
                usage(tokens / 10));
    }

    private static Usage usage(long millis) {
        Map<String, Usage.Cost> costs = new LinkedHashMap<>();
        costs.put("chat-service", new Usage.Cost(Duration.ofMillis(millis), 300));
        costs.put("postgres", new Usage.Cost(Duration.ofMillis(millis / 2), 100));
        costs.put(Costs.SIMULATOR, new Usage.Cost(Duration.ofMillis(millis / 10), 70));
        costs.put(Costs.GENERATOR, new Usage.Cost(Duration.ofMillis(millis / 10), 60));
        return new Usage(Duration.ofSeconds(30), costs);
    }
}
