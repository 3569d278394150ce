package dev.parley.chat.access;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.messaging.UnreadableEvent;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks conversation-service about conversations that are not known here yet. A replica that does not answer is passed over
 * for the next one, and for a while by all questions. Thread-safe.
 */
@Component
final class ConversationDirectory {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration PATIENCE_WITH_ALL = Duration.ofMillis(400);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final DirectoryReplicas replicas;

    ConversationDirectory(AccessSettings settings) {
        this.replicas = new DirectoryReplicas(settings.conversationServiceUrl());
    }

    /** @throws ProblemException 503 when no replica of conversation-service answers: then nobody knows */
    Optional<KnownAccess> find(ConversationId conversation) {
        String path = "/internal/v1/conversations/" + conversation + "/access";
        long deadline = System.nanoTime() + PATIENCE_WITH_ALL.toNanos();
        Exception failure = null;
        for (URI replica : replicas.inOrder()) {
            if (System.nanoTime() < deadline) {
                try {
                    return ask(replica.resolve(path), deadline);
                } catch (IOException | UnreadableEvent e) {
                    replicas.rest(replica);
                    failure = e;
                }
            }
        }
        throw unavailable(failure);
    }

    private Optional<KnownAccess> ask(URI address, long deadline) throws IOException {
        HttpResponse<byte[]> response = get(address, deadline);
        return switch (response.statusCode()) {
            case 200 -> Optional.of(WireJson.read(response.body(), KnownAccess.class));
            case 404 -> Optional.empty();
            default -> throw new IOException(address + " answered " + response.statusCode());
        };
    }

    /** The request's own timeout would end with the headers; this one includes the body. */
    private HttpResponse<byte[]> get(URI address, long deadline) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        try {
            long patience = Math.min(PATIENCE.toNanos(), deadline - System.nanoTime());
            return answer.get(patience, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(address + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static ProblemException unavailable(@Nullable Throwable cause) {
        return new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE, "Conversations cannot be looked up at the moment.", cause)
                .retryAfter(RETRY);
    }
}
