package dev.parley.bench.reads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who has so many conversations that there is something to list. */
public record Visitor(URI gateway, String session) {
    static final int CONVERSATIONS = 20;
    private static final int OK = 200;

    /** Begins them, one after the other. */
    public void converse() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 1; i <= CONVERSATIONS; i++) {
                ask(http, i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(HttpClient http, int number) throws IOException, InterruptedException {
        String question = """
                {"message":"Question %d","session_id":"%s","model":"openai:sim-5x1","stream":false}""".formatted(number, session);
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/chat"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("POST /api/chat: " + answer.statusCode() + " " + answer.body());
        }
    }
}
