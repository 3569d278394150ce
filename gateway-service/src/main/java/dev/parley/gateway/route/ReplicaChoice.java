package dev.parley.gateway.route;

import dev.parley.gateway.RouteMetadata;
import dev.parley.gateway.upstream.Replica;
import dev.parley.gateway.upstream.Upstream;
import dev.parley.gateway.upstream.Upstreams;
import java.util.Iterator;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a request to the replica whose turn it is. When that one could not be reached, or a read broke off before there was an answer, one more
 * is asked; nothing that may have been carried out is ever sent twice.
 */
@Component
@Order(ReplicaChoice.ORDER)
final class ReplicaChoice implements GlobalFilter {

    /** Where the framework's own filter would turn the route's address into the request's; that one is switched off. */
    static final int ORDER = 10_000;

    private static final int MOST_ATTEMPTS = 2;

    private final Upstreams upstreams;

    ReplicaChoice(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        Upstream upstream = upstreams.named(String.valueOf(route.getMetadata().get(RouteMetadata.SERVICE)));
        Iterator<Replica> replicas =
                upstream.inTurn().stream().limit(MOST_ATTEMPTS).iterator();
        return send(exchange, chain, upstream, replicas);
    }

    private static Mono<Void> send(
            ServerWebExchange exchange, GatewayFilterChain chain, Upstream upstream, Iterator<Replica> replicas) {
        Replica replica = replicas.next();
        exchange.getAttributes()
                .put(
                        ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
                        replica.target(exchange.getRequest().getURI()));
        return chain.filter(exchange).onErrorResume(thrown -> {
            Failure failure = Failure.of(thrown).orElse(null);
            if (failure == null) {
                return Mono.error(thrown);
            }
            if (failure.stage() == Failure.Stage.CONNECTING) {
                upstream.unreachable(replica);
            }
            if (!replicas.hasNext()
                    || !failure.mayBeRepeated(exchange.getRequest().getMethod())) {
                return Mono.error(failure.problem());
            }
            ServerWebExchangeUtils.reset(exchange);
            return send(exchange, chain, upstream, replicas);
        });
    }
}
