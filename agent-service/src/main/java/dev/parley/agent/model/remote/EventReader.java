package dev.parley.agent.model.remote;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads the body of an answer as events. It asks for all that comes: who hears it does not wait. */
final class EventReader implements BodySubscriber<Void> {
    private final EventParser parser;
    private final CompletableFuture<Void> read = new CompletableFuture<>();

    EventReader(EventParser.Events events) {
        this.parser = new EventParser(events);
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
        try {
            buffers.forEach(this::parse);
        } catch (RuntimeException e) {
            read.completeExceptionally(e);
        }
    }

    private void parse(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        parser.add(bytes, 0, bytes.length);
    }

    @Override
    public void onError(Throwable failure) {
        read.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        parser.end();
        read.complete(null);
    }
}
