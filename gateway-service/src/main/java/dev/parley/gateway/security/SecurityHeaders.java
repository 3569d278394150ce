package dev.parley.gateway.security;

import dev.parley.gateway.FilterOrder;
import dev.parley.platform.settings.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Adds the headers that keep browsers and caches from misusing an answer. What needs others sets its own first. */
@Component
@Order(FilterOrder.SECURITY_HEADERS)
final class SecurityHeaders implements WebFilter {

    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(Environment environment) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        // Most answers are somebody's own, and who asked is told by a header that caches do not look at.
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        if (Stage.of(environment) == Stage.PRODUCTION) {
            headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            add(exchange.getResponse().getHeaders());
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void add(HttpHeaders answer) {
        headers.forEach((name, value) -> {
            if (answer.getFirst(name) == null) {
                answer.set(name, value);
            }
        });
    }
}
