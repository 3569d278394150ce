package dev.parley.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.parley.gateway.backing.RunningGateway;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

class ManyStreamsTest extends RunningGateway {

    private static final int STREAMS = 600;

    @Test
    void many_open_streams_leave_room_for_a_plain_read() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        CHAT.on("/test/live/many", (request, response) -> {
            open.incrementAndGet();
            request.withConnection(connection -> connection.onDispose(open::decrementAndGet));
            return response.sse()
                    .sendString(Flux.just("data: begun\n\n")
                            .concatWith(Flux.interval(Duration.ofSeconds(1)).map(_ -> ": keep-alive\n\n")));
        });
        HttpClient streams = HttpClient.create(ConnectionProvider.newConnection());
        Disposable.Composite all = Disposables.composite();

        for (int i = 0; i < STREAMS; i++) {
            all.add(streams.get()
                    .uri(url("/test/live/many"))
                    .responseContent()
                    .asString()
                    .filter(text -> text.contains("begun"))
                    .onErrorResume(_ -> Mono.empty())
                    .subscribe(_ -> begun.incrementAndGet()));
        }

        await().atMost(Duration.ofSeconds(60)).untilAtomic(begun, is(STREAMS));
        assertThat(open).hasValue(STREAMS);
        assertThat(client.get("/test/plain").statusCode()).isEqualTo(200);
        all.dispose();
        await().atMost(Duration.ofSeconds(20)).untilAtomic(open, is(0));
    }
}
