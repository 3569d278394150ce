package dev.parley.chat.access;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks conversation-service about conversations that are not known here yet. Thread-safe. */
@Component
final class ConversationDirectory {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final List<URI> replicas;

    ConversationDirectory(AccessSettings settings) {
        this.replicas = settings.conversationServiceUrl();
    }

    /** @throws ProblemException 503 when conversation-service does not answer: then nobody knows */
    Optional<KnownAccess> find(ConversationId conversation) {
        HttpResponse<byte[]> response = get("/internal/v1/conversations/" + conversation + "/access");
        return switch (response.statusCode()) {
            case 200 -> Optional.of(WireJson.read(response.body(), KnownAccess.class));
            case 404 -> Optional.empty();
            default -> throw unavailable(null);
        };
    }

    private HttpResponse<byte[]> get(String path) {
        URI replica = replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()));
        try {
            return http.send(
                    HttpRequest.newBuilder(replica.resolve(path))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private static ProblemException unavailable(@Nullable Throwable cause) {
        return new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE, "Conversations cannot be looked up at the moment.", cause)
                .retryAfter(Duration.ofSeconds(2));
    }
}
