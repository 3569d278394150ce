package dev.parley.gateway.route;

import dev.parley.gateway.observability.Correlation;
import dev.parley.platform.observability.RequestId;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a service is told of a request besides what the client sent: its ids and where it came from. What only the gateway may say, a client
 * cannot: such headers of its own are dropped.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class ForwardedHeaders implements HttpHeadersFilter {

    private static final Set<String> OURS_TO_SAY =
            Set.of("forwarded", "x-real-ip", "x-request-id", "traceparent", "proxy-connection");
    private static final String TRACESTATE = "tracestate";

    @Override
    public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
        Correlation correlation = Correlation.of(exchange);
        boolean continued = correlation.traceparent().equals(sent.getFirst(Correlation.TRACEPARENT));
        HttpHeaders passed = new HttpHeaders();
        sent.forEach((name, values) -> {
            if (mayPass(name.toLowerCase(Locale.ROOT), continued)) {
                passed.addAll(name, values);
            }
        });
        passed.set(RequestId.HEADER, correlation.requestId());
        passed.set(Correlation.TRACEPARENT, correlation.traceparent());
        addOrigin(passed, exchange.getRequest());
        return passed;
    }

    private static boolean mayPass(String name, boolean continued) {
        return !OURS_TO_SAY.contains(name)
                && !name.startsWith("x-internal-")
                && !name.startsWith("x-forwarded-")
                && (continued || !name.equals(TRACESTATE));
    }

    private static void addOrigin(HttpHeaders passed, ServerHttpRequest request) {
        URI uri = request.getURI();
        InetSocketAddress client = request.getRemoteAddress();
        if (client != null && client.getAddress() != null) {
            passed.set("X-Forwarded-For", client.getAddress().getHostAddress());
        }
        passed.set("X-Forwarded-Proto", uri.getScheme());
        passed.set("X-Forwarded-Host", uri.getAuthority());
    }
}
