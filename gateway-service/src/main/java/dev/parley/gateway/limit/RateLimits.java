package dev.parley.gateway.limit;

import dev.parley.gateway.RouteAccess;
import dev.parley.gateway.RouteLimit;
import dev.parley.gateway.RouteMetadata;
import dev.parley.gateway.security.GatewayCaller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses what comes too often, and tells every client how it stands. Only what goes on to a service is counted: what the
 * gateway answers itself, preflights and paths that lead nowhere are not.
 */
@Component
@Order(LimitOrder.RATES)
final class RateLimits implements GlobalFilter {

    private final Quotas quotas;
    private final Drawing drawing;

    RateLimits(Quotas quotas, Drawing drawing) {
        this.quotas = quotas;
        this.drawing = drawing;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        List<Budget> wanted = quotas.of(
                GatewayCaller.of(exchange), GatewayCaller.addressOf(exchange), counts(exchange), isGuest(exchange));
        return drawing.draw(wanted, exchange.getResponse()).then(Mono.defer(() -> chain.filter(exchange)));
    }

    /** A token that is not good is refused further on, and has counted for its address. */
    private static boolean isGuest(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route.getMetadata().get(RouteMetadata.ACCESS) == RouteAccess.VISITOR
                && !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    }

    private static @Nullable RouteLimit counts(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return HttpMethod.POST.equals(exchange.getRequest().getMethod())
                        && route.getMetadata().get(RouteMetadata.LIMIT) instanceof RouteLimit limit
                ? limit
                : null;
    }
}
