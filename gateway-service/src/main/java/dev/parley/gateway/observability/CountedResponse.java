package dev.parley.gateway.observability;

import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the bytes of an answer as they pass; keeps what is one buffer one buffer, and each flush a flush. */
final class CountedResponse extends ServerHttpResponseDecorator {

    private final AtomicLong bytes = new AtomicLong();

    CountedResponse(ServerHttpResponse delegate) {
        super(delegate);
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return super.writeWith(counted(body));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return super.writeAndFlushWith(Flux.from(body).map(this::counted));
    }

    private Publisher<? extends DataBuffer> counted(Publisher<? extends DataBuffer> body) {
        return body instanceof Mono<? extends DataBuffer> one
                ? one.doOnNext(this::count)
                : Flux.from(body).doOnNext(this::count);
    }

    private void count(DataBuffer buffer) {
        bytes.addAndGet(buffer.readableByteCount());
    }
}
