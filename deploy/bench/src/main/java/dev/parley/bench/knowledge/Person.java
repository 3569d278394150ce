package dev.parley.bench.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account, who calls the gateway. */
final class Person implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int REFUSED = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private String token = "";
    private String id = "";

    private Person(URI gateway) {
        this.gateway = gateway;
    }

    static Person registered(URI gateway) throws InterruptedException {
        Person person = new Person(gateway);
        JsonNode account = person.post(
                "/api/v1/auth/register",
                Map.of(
                        "email",
                        UUID.randomUUID() + "@example.org",
                        "password",
                        UUID.randomUUID().toString(),
                        "display_name",
                        "Bench"));
        person.token = account.path("access_token").asString();
        person.id = account.path("user").path("id").asString();
        return person;
    }

    /** As rows name their owner. */
    String tenant() {
        return "user:" + id;
    }

    JsonNode post(String path, Map<String, ?> body) throws InterruptedException {
        return send(HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    JsonNode get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(gateway.resolve(path)));
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= REFUSED) {
                throw new IllegalStateException(answer.uri().getPath() + ": " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
