package dev.parley.bench.knowledge;

import dev.parley.bench.process.Meter;
import dev.parley.bench.stream.Quantiles;
import dev.parley.bench.stream.Shape;
import dev.parley.bench.stream.StreamLoad;
import dev.parley.bench.stream.Target;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Takes documents in while answers stream, and then searches many more.
 *
 * @param database of the agent, for JDBC
 * @param window how long the streams are measured, each time
 */
public record KnowledgeLoad(Clock clock, URI gateway, String database, Shape shape, Duration window) {
    private static final int STREAMS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DOCUMENTS = 10;
    private static final int PARAGRAPHS = 100;
    private static final int COPIES = 49;
    private static final int SEARCHES_BEFORE = 20;
    private static final int SEARCHES = 300;

    /**
     * What was measured.
     *
     * @param alone the streams before
     * @param meanwhile the streams while documents are taken in
     * @param ingested chunks, in this time
     * @param searched chunks there were for the searches
     */
    public record Measured(
            StreamLoad.Measured alone,
            StreamLoad.Measured meanwhile,
            int ingested,
            Duration time,
            int searched,
            Quantiles searches) {}

    private record Ingested(int chunks, Duration time) {}

    public Measured run(Target target, Meter meter) throws InterruptedException {
        try (Person person = Person.registered(gateway);
                var beside = Executors.newSingleThreadExecutor()) {
            Shelf shelf = new Shelf(person);
            StreamLoad streams = new StreamLoad(clock, shape, window, PATIENCE);
            StreamLoad.Measured alone = streams.run(STREAMS, target, meter);
            Future<Ingested> ingestion = beside.submit(() -> bring(shelf));
            StreamLoad.Measured meanwhile = streams.run(STREAMS, target, meter);
            Ingested ingested = ingestion.get();
            shelf.copy(COPIES, database);
            return new Measured(
                    alone,
                    meanwhile,
                    ingested.chunks(),
                    ingested.time(),
                    ingested.chunks() * (COPIES + 1),
                    search(person));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The documents were not taken in", e);
        }
    }

    /** When the streams are there. */
    private Ingested bring(Shelf shelf) throws InterruptedException {
        Thread.sleep(shape.period());
        long start = System.nanoTime();
        int chunks = shelf.bring(DOCUMENTS, PARAGRAPHS);
        return new Ingested(chunks, Duration.ofNanos(System.nanoTime() - start));
    }

    /** One after the other: the first ones read what is there into memory. */
    private static Quantiles search(Person person) throws InterruptedException {
        Prose prose = new Prose(DOCUMENTS);
        for (int i = 0; i < SEARCHES_BEFORE; i++) {
            search(person, prose);
        }
        Histogram times = Quantiles.histogram();
        for (int i = 0; i < SEARCHES; i++) {
            long start = System.nanoTime();
            search(person, prose);
            Quantiles.add(times, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        }
        return Quantiles.of(times);
    }

    private static void search(Person person, Prose prose) throws InterruptedException {
        if (person.post("/api/v1/knowledge/search", Map.of("query", prose.question()))
                .path("items")
                .isEmpty()) {
            throw new IllegalStateException("Nothing is found");
        }
    }
}
