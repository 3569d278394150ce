package dev.parley.chat.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.parley.chat.turn.WithOneReplica;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.RequestedCall;
import dev.parley.contracts.turn.Usage;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.token.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;

/** Somebody who is signed in asks with OpenAI's own client, which takes nothing but what its types say. */
abstract class AskedByOpenAi extends WithOneReplica {
    final UUID user = UUID.randomUUID();

    @AutoClose
    final OpenAIClient client;

    private final String base;

    AskedByOpenAi(EventProducer producer, int port) {
        super(producer, port);
        this.base = "http://127.0.0.1:" + port + "/v1";
        this.client = client(TestTokens.of(user));
    }

    final OpenAIClient client(String token) {
        return OpenAIOkHttpClient.builder()
                .apiKey(token)
                .baseUrl(base)
                .maxRetries(0)
                .responseValidation(true)
                .build();
    }

    /** The end of a turn in which the client has to call its own tool. */
    static MessageEnd calling(RequestTurn turn) {
        var call = new RequestedCall(turn.turnId() + ":0:0", "get_weather", Map.of("city", "Berlin"));
        return new MessageEnd(
                turn.turnId(),
                turn.messageId(),
                "",
                FinishReason.TOOL_CALLS,
                Usage.NONE,
                List.of(),
                List.of(call),
                "offline");
    }

    /** The end of a turn that this model has answered. */
    static MessageEnd endBy(String model, RequestTurn turn) {
        return new MessageEnd(
                turn.turnId(), turn.messageId(), "Hi", FinishReason.STOP, Usage.NONE, List.of(), null, model);
    }

    static <T> CompletableFuture<T> running(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, run -> Thread.ofVirtual().start(run));
    }

    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
