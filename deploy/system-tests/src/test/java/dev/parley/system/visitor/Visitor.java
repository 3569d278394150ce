package dev.parley.system.visitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody who calls: without an account, known by a session id that goes with every request, or signed in. Thread-safe. */
public final class Visitor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String gateway;
    private final @Nullable String session;
    private final @Nullable String token;

    private Visitor(String gateway, @Nullable String session, @Nullable String token) {
        this.gateway = gateway;
        this.session = session;
        this.token = token;
    }

    public static Visitor of(String gateway) {
        return of(gateway, "system-test-" + UUID.randomUUID());
    }

    /** Somebody whose session is known. */
    public static Visitor of(String gateway, String session) {
        return new Visitor(gateway, session, null);
    }

    /** Somebody who is signed in, with this access token. */
    public Visitor signedIn(String accessToken) {
        return new Visitor(gateway, null, accessToken);
    }

    /** Somebody else at the same gateway. */
    public Visitor stranger() {
        return of(gateway);
    }

    /** The same, without saying who it is. */
    public Visitor nameless() {
        return new Visitor(gateway, null, null);
    }

    public String session() {
        if (session == null) {
            throw new IllegalStateException("Nameless");
        }
        return session;
    }

    /** Asks and reads the stream to its end. */
    public Answer ask(Question question, String... headers) {
        try (OpenStream stream = open(question, headers)) {
            return stream.toEnd();
        }
    }

    public Answer ask(String message) {
        return ask(Question.of(message));
    }

    /** Asks and leaves the reading of the stream to the caller. */
    public OpenStream open(Question question, String... headers) {
        HttpRequest.Builder request = request("/api/chat", headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question.json()));
        return stream(request);
    }

    /** Follows a turn that was asked for before. */
    public OpenStream follow(String path, String... headers) {
        return stream(request(path, headers).GET());
    }

    public Reply get(String path, String... headers) {
        return reply(request(path, headers).GET());
    }

    public Reply delete(String path) {
        return reply(request(path).DELETE());
    }

    /** Posts JSON, or what its headers say. */
    public Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Reply post(Question question, String... headers) {
        return post("/api/chat", question.json(), headers);
    }

    public Reply patch(String path, String body) {
        return send("PATCH", path, body);
    }

    public Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    public Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers).method(method, BodyPublishers.ofString(body));
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return reply(request);
    }

    public List<JsonNode> conversations() {
        return items(get("/api/chat/conversations"));
    }

    public List<JsonNode> messages(String conversation) {
        return items(get("/api/chat/conversations/" + conversation + "/messages?limit=100"));
    }

    private static List<JsonNode> items(Reply page) {
        if (page.status() != 200) {
            throw new AssertionError(page.toString());
        }
        return page.json().path("items").valueStream().toList();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).timeout(PATIENCE);
        if (session != null) {
            request.header("X-Session-Id", session);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Reply reply(HttpRequest.Builder request) {
        return new Reply(send(request, BodyHandlers.ofString()));
    }

    private static OpenStream stream(HttpRequest.Builder request) {
        HttpResponse<InputStream> response =
                send(request.header("Accept", "text/event-stream"), BodyHandlers.ofInputStream());
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            throw new AssertionError("No stream but %d %s: %s".formatted(response.statusCode(), type, text(response)));
        }
        return new OpenStream(response);
    }

    private static String text(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
