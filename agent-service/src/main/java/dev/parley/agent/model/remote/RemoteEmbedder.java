package dev.parley.agent.model.remote;

import dev.parley.agent.embedding.Embedded;
import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.EmbeddingFailure;
import dev.parley.agent.model.ModelFailure;
import dev.parley.platform.messaging.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One model of a server, asked at {@code /embeddings}. */
final class RemoteEmbedder implements Embedder {
    /** A few times what 100 texts take in the largest vectors there are. */
    private static final long MOST_BYTES = 64 * 1024 * 1024;

    /** Whatever language it is in, no more tokens than the models take. */
    private static final int LONGEST = 8_000;

    private static final Duration FOR_ONE = Duration.ofSeconds(5);
    private static final Duration FOR_MANY = Duration.ofSeconds(60);

    private final String name;
    private final String model;
    private final Endpoint endpoint;
    private final HttpClient http;

    RemoteEmbedder(String name, String model, Endpoint endpoint, HttpClient http) {
        this.name = name;
        this.model = model;
        this.endpoint = endpoint;
        this.http = http;
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public float[] embed(String text) {
        return embed(List.of(text), FOR_ONE).vectors().getFirst();
    }

    @Override
    public Embedded embedAll(List<String> texts) {
        return embed(texts, FOR_MANY);
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    private Embedded embed(List<String> texts, Duration patience) {
        try {
            return EmbeddingsAnswer.read(post(texts, patience), texts.size()).orElseThrow(() -> garbled(null));
        } catch (HttpTimeoutException e) {
            throw new EmbeddingFailure("The embeddings' provider has not answered in time.", true, null, e);
        } catch (JacksonException e) {
            throw garbled(e);
        } catch (IOException e) {
            throw failure(Failures.of(e, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingFailure("Nobody waits for the embeddings any more.", true, null, e);
        }
    }

    private static EmbeddingFailure garbled(@Nullable Throwable cause) {
        return new EmbeddingFailure("What the embeddings' provider has sent cannot be read.", true, null, cause);
    }

    private static EmbeddingFailure failure(ModelFailure failure) {
        return new EmbeddingFailure(failure.detail(), failure.retryable(), failure.retryAfter(), failure.cause());
    }

    private byte[] post(List<String> texts, Duration patience) throws IOException, InterruptedException {
        var asked = new EmbeddingsRequest(
                model, texts.stream().map(RemoteEmbedder::cut).toList(), "float");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address()))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(WireJson.write(asked)));
        if (!endpoint.apiKey().isBlank()) {
            request.header("Authorization", "Bearer " + endpoint.apiKey());
        }
        endpoint.headers().forEach(request::setHeader);
        HttpResponse<byte[]> response =
                http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        if (response.statusCode() != 200) {
            String said = new String(response.body(), StandardCharsets.UTF_8);
            throw new Refusal(response.statusCode(), said, RetryAfter.of(response.headers()));
        }
        return response.body();
    }

    private String address() {
        return endpoint.baseUrl().replaceFirst("/+$", "") + "/embeddings";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
