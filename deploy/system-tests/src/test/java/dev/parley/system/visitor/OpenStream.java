package dev.parley.system.visitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A stream of server-sent events that is still being read. For one thread. */
public final class OpenStream implements AutoCloseable {
    private static final int PATIENCE_S = 60;

    private final InputStream body;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final List<SseEvent> seen = new ArrayList<>();
    private boolean ended;

    private sealed interface Arrival {
        record Event(SseEvent event) implements Arrival {}

        record End(String how) implements Arrival {}
    }

    OpenStream(HttpResponse<InputStream> response) {
        this.body = response.body();
        Thread.ofVirtual().name("sse").start(this::read);
    }

    /** The next event, waiting for it. */
    public SseEvent next() {
        if (take() instanceof Arrival.Event(SseEvent event)) {
            return event;
        }
        throw new AssertionError("The stream has ended after " + names(seen));
    }

    /** Reads on until this event has come. */
    public SseEvent until(String name) {
        return until(event -> event.is(name));
    }

    public SseEvent until(Predicate<SseEvent> wanted) {
        SseEvent event = next();
        while (!wanted.test(event)) {
            event = next();
        }
        return event;
    }

    /** All events from the first on, when the stream has ended. */
    public Answer toEnd() {
        while (!ended) {
            var _ = take();
        }
        return new Answer(List.copyOf(seen));
    }

    /** What has come so far. */
    public List<SseEvent> seen() {
        return List.copyOf(seen);
    }

    /** Goes away in the middle, as a closed tab does. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            ended = true;
        }
    }

    private Arrival take() {
        Arrival arrival = poll();
        switch (arrival) {
            case Arrival.Event(SseEvent event) -> seen.add(event);
            case Arrival.End _ -> ended = true;
        }
        return arrival;
    }

    private Arrival poll() {
        try {
            Arrival arrival = arrivals.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (arrival == null) {
                throw new AssertionError("Nothing came for " + PATIENCE_S + " s after " + names(seen));
            }
            return arrival;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        SseParser parser = new SseParser();
        String end = "closed";
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                parser.line(line).map(Arrival.Event::new).ifPresent(arrivals::add);
            }
        } catch (IOException | RuntimeException e) {
            end = e.toString();
        }
        arrivals.add(new Arrival.End(end));
    }

    private static List<String> names(List<SseEvent> events) {
        return events.stream().map(SseEvent::name).toList();
    }
}
