package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Received;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** What came in, and what became of it. Thread-safe. */
final class Traffic {
    private final Received<ChatRequestView> requests = new Received<>();
    private final Received<JsonNode> embeddings = new Received<>();
    private final AtomicInteger openStreams = new AtomicInteger();
    private final AtomicLong cancelled = new AtomicLong();

    Received<ChatRequestView> requests() {
        return requests;
    }

    Received<JsonNode> embeddings() {
        return embeddings;
    }

    int openStreams() {
        return openStreams.get();
    }

    long cancelled() {
        return cancelled.get();
    }

    void streamOpened() {
        openStreams.incrementAndGet();
    }

    void streamEnded() {
        openStreams.decrementAndGet();
    }

    void clientLeft() {
        cancelled.incrementAndGet();
    }

    void clear() {
        requests.clear();
        embeddings.clear();
        cancelled.set(0);
    }

    JsonNode asJson() {
        return Json.object()
                .put("requests", requests.count())
                .put("open_streams", openStreams.get())
                .put("cancelled_streams", cancelled.get());
    }
}
