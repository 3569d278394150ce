package dev.parley.agent.inference;

import dev.parley.agent.model.remote.RetryAfter;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.PermanentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks providers, and reads what they answer, up to a size. Follows no one anywhere: requests carry keys. Thread-safe. */
@Component
class ProviderHttp implements AutoCloseable {
    static final String TOO_LARGE = "output_too_large";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int AROUND_THE_OUTPUT = 1 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int largest;

    ProviderHttp(InferenceSettings settings) {
        this.largest = Math.toIntExact(settings.maxOutput().toBytes()) + AROUND_THE_OUTPUT;
    }

    ProviderAnswer get(String url, Map<String, String> headers, Duration patience)
            throws IOException, InterruptedException {
        return send(request(url, headers, patience).GET());
    }

    /** @param body none: an empty one */
    ProviderAnswer post(String url, Map<String, String> headers, @Nullable JsonNode body, Duration patience)
            throws IOException, InterruptedException {
        var request = request(url, headers, patience);
        return send(
                body == null
                        ? request.POST(BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(WireJson.write(body))));
    }

    private static HttpRequest.Builder request(String url, Map<String, String> headers, Duration patience) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(patience).header("Accept", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private ProviderAnswer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new PermanentFailure(TOO_LARGE, "The provider's answer is too large.");
            }
            return new ProviderAnswer(
                    response.statusCode(),
                    json(bytes),
                    RetryAfter.of(response.headers()),
                    response.headers().firstValue("Location").orElse(null));
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return WireJson.mapper().readTree(body);
        } catch (JacksonException aText) {
            return JsonNodeFactory.instance.stringNode(new String(body, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
