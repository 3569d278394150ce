package dev.parley.agent.model.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Function;

/** Reads what a provider says to a refusal, of which the beginning is enough, and fails with it. */
final class RefusalReader implements BodySubscriber<Void> {
    private static final int MOST_BYTES = 16 * 1024;

    private final Function<String, IOException> meaning;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CompletableFuture<Void> read = new CompletableFuture<>();

    /** @param meaning of what is said */
    RefusalReader(Function<String, IOException> meaning) {
        this.meaning = meaning;
    }

    static RefusalReader of(ResponseInfo response) {
        return new RefusalReader(body -> new Refusal(response.statusCode(), body, RetryAfter.of(response.headers())));
    }

    @Override
    public CompletionStage<Void> getBody() {
        return read;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), MOST_BYTES - said.size())];
            buffer.get(bytes);
            said.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        onComplete();
    }

    @Override
    public void onComplete() {
        read.completeExceptionally(meaning.apply(said.toString(UTF_8)));
    }
}
