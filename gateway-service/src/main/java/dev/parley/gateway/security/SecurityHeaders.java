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

/** Adds the headers that keep a browser from misusing an answer. A page that needs more sets its own policy first. */
@Component
@Order(FilterOrder.SECURITY_HEADERS)
final class SecurityHeaders implements WebFilter {

    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(Environment environment) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
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
