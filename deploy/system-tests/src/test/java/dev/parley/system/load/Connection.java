package dev.parley.system.load;

import dev.parley.system.visitor.SseEvent;
import dev.parley.system.visitor.SseParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One request for a stream and what came of it. */
final class Connection {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration HEADERS_WITHIN = Duration.ofSeconds(40);

    /** A comment comes every 10 s: who hears nothing for so long is not connected any more. */
    private static final int SILENCE_S = 45;

    private static final ScheduledExecutorService LISTENING = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("silence").factory());

    private Connection() {}

    /** How a request ended. */
    sealed interface End {
        /** Was answered with a stream, which was closed or broke off. */
        record Stream() implements End {}

        /** Was answered with something else. */
        record Refused(int status, String body, int retryAfterSeconds) implements End {}

        /** Was not answered. */
        record Unanswered(String why) implements End {}
    }

    static End post(String door, String session, Asked asked, Consumer<SseEvent> events) {
        return run(
                request(door, "/api/chat", session)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", asked.key())
                        .POST(BodyPublishers.ofString(asked.json())),
                events);
    }

    static End follow(String door, String session, String turn, String lastId, Consumer<SseEvent> events) {
        HttpRequest.Builder request =
                request(door, "/api/chat/turns/" + turn + "/stream", session).GET();
        return run(lastId.isEmpty() ? request : request.header("Last-Event-ID", lastId), events);
    }

    private static HttpRequest.Builder request(String door, String path, String session) {
        return HttpRequest.newBuilder(URI.create(door + path))
                .timeout(HEADERS_WITHIN)
                .header("Accept", "text/event-stream")
                .header("X-Session-Id", session);
    }

    private static End run(HttpRequest.Builder request, Consumer<SseEvent> events) {
        HttpResponse<InputStream> response;
        try {
            response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            return new End.Unanswered(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new End.Unanswered(e.toString());
        }
        if (response.statusCode() != 200) {
            return refused(response);
        }
        read(response.body(), events);
        return new End.Stream();
    }

    /** However it ends: a reader cannot tell a stream that was closed from one that broke off. */
    private static void read(InputStream body, Consumer<SseEvent> events) {
        SseParser parser = new SseParser();
        Silence silence = new Silence(body);
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                silence.broken();
                parser.line(line).ifPresent(events);
            }
        } catch (IOException brokeOff) {
            return;
        } finally {
            silence.over();
        }
    }

    private static End refused(HttpResponse<InputStream> response) {
        int wait = response.headers()
                .firstValue("Retry-After")
                .map(Integer::parseInt)
                .orElse(1);
        try (InputStream body = response.body()) {
            return new End.Refused(
                    response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8), wait);
        } catch (IOException e) {
            return new End.Unanswered(e.toString());
        }
    }

    /** Closes a connection over which nothing comes any more. */
    private static final class Silence {
        private final ScheduledFuture<?> check;
        private volatile long heardNanos = System.nanoTime();

        Silence(InputStream body) {
            check = LISTENING.scheduleWithFixedDelay(() -> closeIfSilent(body), 5, 5, TimeUnit.SECONDS);
        }

        void broken() {
            heardNanos = System.nanoTime();
        }

        void over() {
            check.cancel(false);
        }

        private void closeIfSilent(InputStream body) {
            if (System.nanoTime() - heardNanos > TimeUnit.SECONDS.toNanos(SILENCE_S)) {
                try {
                    body.close();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }
}
