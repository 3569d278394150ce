package dev.parley.bench.reads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who is signed in and has so many conversations that there is something to list.
 *
 * @param token an access token, good for half an hour
 */
public record Account(URI gateway, String token) {
    static final int CONVERSATIONS = 20;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final JsonMapper JSON = new JsonMapper();

    /** Somebody new. */
    public static Account register(URI gateway) throws InterruptedException {
        String person = """
                {"email":"bench-%s@example.com","password":"%s","display_name":"Bench"}""".formatted(UUID.randomUUID(), UUID.randomUUID());
        try (HttpClient http = HttpClient.newHttpClient()) {
            String registered = post(http, gateway, "/api/v1/auth/register", person, CREATED)
                    .body();
            return new Account(
                    gateway, JSON.readTree(registered).path("access_token").asString());
        }
    }

    /** Begins the conversations, one after the other. */
    public void converse() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 1; i <= CONVERSATIONS; i++) {
                String question = """
                        {"message":"Question %d","model":"openai:sim-5x1","stream":false}""".formatted(i);
                post(http, gateway, "/api/chat", question, OK, "Authorization", authorization());
            }
        }
    }

    String authorization() {
        return "Bearer " + token;
    }

    private static HttpResponse<String> post(
            HttpClient http, URI gateway, String path, String body, int expected, String... headers)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException("POST " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
