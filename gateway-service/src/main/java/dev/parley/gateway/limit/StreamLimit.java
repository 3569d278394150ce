package dev.parley.gateway.limit;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.gateway.RouteMetadata;
import dev.parley.gateway.security.GatewayCaller;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a caller have so many answers open at once, of routes that stream; each gateway counts its own. */
@Component
@Order(LimitOrder.STREAMS)
final class StreamLimit implements GlobalFilter {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final int most;
    private final OpenPerCaller streams;
    private final Refusals refusals;

    StreamLimit(RateSettings settings, Refusals refusals) {
        this.most = settings.streamsPerCaller();
        this.streams = new OpenPerCaller(most);
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return most > 0 && isStream(exchange)
                ? Mono.using(
                        () -> open(GatewayCaller.of(exchange)), _ -> chain.filter(exchange), OpenPerCaller.Slot::close)
                : chain.filter(exchange);
    }

    private OpenPerCaller.Slot open(GatewayCaller caller) {
        return streams.open(caller.key()).orElseThrow(this::tooMany);
    }

    private ProblemException tooMany() {
        refusals.count("streams");
        return new ProblemException(
                        ProblemCode.TOO_MANY_STREAMS, "A caller may have " + most + " answers open at once.")
                .retryAfter(COME_AGAIN)
                .with("max_streams", most);
    }

    private static boolean isStream(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return Boolean.TRUE.equals(route.getMetadata().get(RouteMetadata.STREAM));
    }
}
