package dev.parley.simulator;

import dev.parley.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The JDK's HTTP client, with the headers that the simulators ask for. */
public final class HttpCalls {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;

    public HttpCalls(String base) {
        this.base = base;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build(), BodyHandlers.ofString());
    }

    public JsonNode json(String path, String... headers) {
        return Json.MAPPER.readTree(get(path, headers).body());
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(posting(path, body, headers), BodyHandlers.ofString());
    }

    public HttpResponse<Stream<String>> postForLines(String path, String body, String... headers) {
        return send(posting(path, body, headers), BodyHandlers.ofLines());
    }

    public CompletableFuture<HttpResponse<String>> postLater(String path, String body, String... headers) {
        return CLIENT.sendAsync(posting(path, body, headers), BodyHandlers.ofString());
    }

    private HttpRequest posting(String path, String body, String... headers) {
        return request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(LONG_ENOUGH);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
