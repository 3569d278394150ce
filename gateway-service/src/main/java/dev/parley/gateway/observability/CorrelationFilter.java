package dev.parley.gateway.observability;

import dev.parley.gateway.FilterOrder;
import dev.parley.platform.observability.RequestId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Echoes the request id on every answer. */
@Component
@Order(FilterOrder.CORRELATION)
final class CorrelationFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String requestId = Correlation.of(exchange).requestId();
        exchange.getResponse().getHeaders().set(RequestId.HEADER, requestId);
        return chain.filter(exchange);
    }
}
