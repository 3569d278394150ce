package dev.parley.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.EpollProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * One connection to Redis for all. A service starts without waiting for it; what is asked while it is away fails at
 * once, and a connection that was lost is made anew within a second. Thread-safe, and never blocks.
 */
public final class RedisLink implements DisposableBean {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
    /** A server that went away without a word, as in a failover: the system itself would try for a quarter of an hour. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(5);

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(1);
    private static final Duration COMES_AGAIN = Duration.ofMillis(500);

    private final RedisURI address;
    private final ClientResources resources;
    private final RedisClient client;
    private final AtomicReference<@Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>>> connection =
            new AtomicReference<>();

    RedisLink(RedisURI address) {
        this.address = address;
        this.resources = DefaultClientResources.builder()
                .reconnectDelay(Delay.constant(COMES_AGAIN))
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(socket())
                .timeoutOptions(TimeoutOptions.enabled(address.getTimeout()))
                .build());
        var _ = connected();
    }

    /** Where only Java's own sockets are, the system's patience is what there is. */
    private static SocketOptions socket() {
        SocketOptions.Builder socket =
                SocketOptions.builder().connectTimeout(CONNECTS_WITHIN).keepAlive(true);
        if (EpollProvider.isAvailable()) {
            socket.tcpUserTimeout(TcpUserTimeoutOptions.builder()
                    .enable()
                    .tcpUserTimeout(GONE_AFTER)
                    .build());
        }
        return socket.build();
    }

    /** The commands; the same object each time. Fails while there has never been a connection. */
    public CompletableFuture<RedisAsyncCommands<String, byte[]>> commands() {
        return connected().thenApply(StatefulRedisConnection::async);
    }

    /** How long Redis took to answer; fails when it does not in time. */
    public CompletableFuture<Duration> ping() {
        long began = System.nanoTime();
        return commands()
                .thenCompose(RedisAsyncCommands::ping)
                .thenApply(_ -> Duration.ofNanos(System.nanoTime() - began))
                .orTimeout(address.getTimeout().toNanos(), TimeUnit.NANOSECONDS);
    }

    private CompletableFuture<StatefulRedisConnection<String, byte[]>> connected() {
        CompletableFuture<StatefulRedisConnection<String, byte[]>> known = connection.get();
        if (known != null && !known.isCompletedExceptionally()) {
            return known;
        }
        CompletableFuture<StatefulRedisConnection<String, byte[]>> fresh = new CompletableFuture<>();
        if (connection.compareAndSet(known, fresh)) {
            var _ = client.connectAsync(CODEC, address).whenComplete((made, failed) -> {
                if (failed == null) {
                    fresh.complete(made);
                } else {
                    fresh.completeExceptionally(failed);
                }
            });
            return fresh;
        }
        return connected();
    }

    @Override
    public void destroy() {
        client.shutdown(Duration.ZERO, STOPS_WITHIN);
        resources
                .shutdown(0, STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(STOPS_WITHIN.toMillis());
    }
}
