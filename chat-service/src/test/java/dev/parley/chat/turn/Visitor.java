package dev.parley.chat.turn;

import dev.parley.contracts.id.TurnId;
import dev.parley.platform.messaging.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A client over real HTTP, with a session of its own. */
public final class Visitor {
    /** One server-sent event as it came; without an id it has an empty one. */
    record Sse(String id, String event, JsonNode data) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    final String session;

    Visitor(int port) {
        this(port, UUID.randomUUID().toString());
    }

    private Visitor(int port, String session) {
        this.base = "http://127.0.0.1:" + port;
        this.session = session;
    }

    /** The same visitor at another replica. */
    Visitor at(int otherPort) {
        return new Visitor(otherPort, session);
    }

    HttpResponse<String> post(String body, String... headers) {
        return await(postAsync(body, headers));
    }

    CompletableFuture<HttpResponse<String>> postAsync(String body, String... headers) {
        return http.sendAsync(asking(body, headers, ""), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks and follows the stream to its end. */
    CompletableFuture<List<Sse>> ask(Map<String, ?> question, String... headers) {
        String body = WireJson.mapper().writeValueAsString(question);
        return http.sendAsync(asking(body, headers, "text/event-stream"), HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(Visitor::events);
    }

    HttpResponse<String> decide(TurnId turn, String toolCallId, String body) {
        HttpRequest request = request("/api/chat/turns/" + turn + "/approvals/" + toolCallId, new String[0])
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return await(http.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }

    HttpResponse<String> cancel(TurnId turn) {
        HttpRequest request = request("/api/chat/turns/" + turn + "/cancel", new String[0])
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return await(http.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return await(http.sendAsync(reading(path, headers), HttpResponse.BodyHandlers.ofString()));
    }

    CompletableFuture<List<Sse>> follow(String path, String... headers) {
        return http.sendAsync(reading(path, headers), HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(Visitor::events);
    }

    /** The same for a stream that has something to show; returns when it shows it. */
    CompletableFuture<List<Sse>> followFromNow(String path) {
        HttpResponse<java.io.InputStream> open =
                await(http.sendAsync(reading(path, new String[0]), HttpResponse.BodyHandlers.ofInputStream()));
        return CompletableFuture.supplyAsync(
                () -> events(open), task -> Thread.ofVirtual().start(task));
    }

    static JsonNode json(HttpResponse<String> response) {
        return WireJson.mapper().readTree(response.body());
    }

    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    private HttpRequest asking(String body, String[] headers, String accept) {
        HttpRequest.Builder request = request("/api/chat", headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return (accept.isEmpty() ? request : request.header("Accept", accept)).build();
    }

    private HttpRequest reading(String path, String[] headers) {
        return request(path, headers).GET().build();
    }

    private HttpRequest.Builder request(String path, String[] headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        boolean ownSession =
                List.of(headers).contains("X-Session-Id") || List.of(headers).contains("Authorization");
        return ownSession ? request : request.header("X-Session-Id", session);
    }

    private static List<Sse> events(HttpResponse<java.io.InputStream> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError("Status " + response.statusCode());
        }
        List<Sse> events = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String[] fields = {"", ""};
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id: ")) {
                    fields[0] = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    fields[1] = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Sse(fields[0], fields[1], WireJson.mapper().readTree(line.substring(6))));
                    fields[0] = "";
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }
}
