package dev.parley.agent.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parley.agent.model.ModelCall;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** One streamed HTTP call, read on a virtual thread of its own that cancelling interrupts. */
final class Connection implements HttpClient, ModelCall {
    private static final int MOST_ERROR_BYTES = 16 * 1024;

    private final java.net.http.HttpClient http;
    private volatile @Nullable Thread reader;
    private volatile boolean cancelled;
    private volatile @Nullable Throwable trouble;

    Connection(java.net.http.HttpClient http) {
        this.http = http;
    }

    /** What broke the call, as opposed to what was wrong with its content. */
    @Nullable
    Throwable trouble() {
        return trouble;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("answers are streamed");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        var watched = new StreamEvents(listener, it -> trouble = it);
        Thread thread = Thread.ofVirtual().name("openai").unstarted(() -> read(request, parser, watched));
        reader = thread;
        thread.start();
    }

    private void read(HttpRequest request, ServerSentEventParser parser, StreamEvents events) {
        try {
            HttpResponse<InputStream> response = http.send(toJdk(request), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (cancelled) {
                    return;
                }
                requireSuccess(response, body);
                events.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(body, events);
            }
            events.onClose();
        } catch (IOException | RuntimeException e) {
            events.onError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            events.onError(e);
        }
    }

    private static void requireSuccess(HttpResponse<?> response, InputStream body) throws IOException {
        if (response.statusCode() / 100 != 2) {
            String text = new String(body.readNBytes(MOST_ERROR_BYTES), UTF_8);
            throw new Refusal(response.statusCode(), text, RetryAfter.of(response.headers()));
        }
    }

    private static java.net.http.HttpRequest toJdk(HttpRequest request) {
        var jdk = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> jdk.header(name, value)));
        return jdk.build();
    }

    @Override
    public void cancel() {
        cancelled = true;
        Thread reading = reader;
        if (reading != null) {
            reading.interrupt();
        }
    }
}
