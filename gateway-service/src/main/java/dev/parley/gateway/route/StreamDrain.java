package dev.parley.gateway.route;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.gateway.RouteMetadata;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
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

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final Duration grace;
    private final Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;
    private volatile boolean stopping;

    StreamDrain(RouteSettings settings) {
        this.grace = settings.streamGrace();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (!Boolean.TRUE.equals(route.getMetadata().get(RouteMetadata.STREAM))) {
            return chain.filter(exchange);
        }
        return stopping && HttpMethod.GET.equals(exchange.getRequest().getMethod())
                ? Mono.error(sentOn())
                : chain.filter(exchange).takeUntilOther(endOf(exchange));
    }

    /** Who goes on here, on a connection that was open, would soon have to go on elsewhere once more. */
    private static ProblemException sentOn() {
        return new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE, "This gateway stops: the stream goes on at another.")
                .retryAfter(COME_AGAIN);
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
        stopping = true;
        Mono.delay(grace).subscribe(_ -> end.tryEmitEmpty());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
