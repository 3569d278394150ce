package dev.parley.gateway.route;

import dev.parley.gateway.RouteMetadata;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends open event streams when the gateway is told to stop, so that their clients go on at another gateway with the last id they saw. Without it
 * the shutdown would wait for every answer that is still being thought of.
 */
@Component
@Order(NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1)
final class StreamDrain implements GlobalFilter, SmartLifecycle {

    private final Duration grace;
    private final Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;

    StreamDrain(RouteSettings settings) {
        this.grace = settings.streamGrace();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return Boolean.TRUE.equals(route.getMetadata().get(RouteMetadata.STREAM))
                ? chain.filter(exchange).takeUntilOther(endOf(exchange))
                : chain.filter(exchange);
    }

    private Mono<Void> endOf(ServerWebExchange exchange) {
        return end.asMono().then(Mono.defer(() -> isEventStream(exchange) ? Mono.empty() : Mono.never()));
    }

    private static boolean isEventStream(ServerWebExchange exchange) {
        return MediaType.TEXT_EVENT_STREAM.isCompatibleWith(
                exchange.getResponse().getHeaders().getContentType());
    }

    @Override
    public void start() {
        running = true;
    }

    /** Returns at once; the server waits for what is open meanwhile. */
    @Override
    public void stop() {
        running = false;
        Mono.delay(grace).subscribe(_ -> end.tryEmitEmpty());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
