package dev.parley.gateway.security;

import dev.parley.gateway.FilterOrder;
import dev.parley.platform.settings.Stage;
import java.net.URI;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** In production, sends whom a trusted proxy has let in over plain HTTP to the same place over HTTPS. */
@Component
@Order(FilterOrder.HTTPS)
final class HttpsOnly implements WebFilter {
    private final boolean production;

    HttpsOnly(Environment environment) {
        this.production = Stage.of(environment) == Stage.PRODUCTION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!production || !cameOverPlainHttp(request)) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.PERMANENT_REDIRECT);
        exchange.getResponse().getHeaders().setLocation(secure(request.getURI()));
        return exchange.getResponse().setComplete();
    }

    /** Without a proxy that says so, nothing is known of what is in front; what others say was dropped by {@link ForwardedOrigin}. */
    private static boolean cameOverPlainHttp(ServerHttpRequest request) {
        return "http".equals(request.getURI().getScheme())
                && request.getHeaders().containsHeader("X-Forwarded-Proto");
    }

    private static URI secure(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create("https://" + uri.getHost() + uri.getRawPath() + query);
    }
}
