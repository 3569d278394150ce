package dev.parley.gateway.observability;

import dev.parley.platform.observability.RequestId;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What ties a request's log lines, its problems and the traces of the services together: the client's own ids where it sent good ones. */
public record Correlation(String requestId, String traceparent) {

    public static final String TRACEPARENT = "traceparent";

    private static final String ATTRIBUTE = Correlation.class.getName();

    /** That of the request; made at the first call. */
    public static Correlation of(ServerWebExchange exchange) {
        return (Correlation) exchange.getAttributes()
                .computeIfAbsent(ATTRIBUTE, _ -> read(exchange.getRequest().getHeaders()));
    }

    public String traceId() {
        return TraceParent.traceId(traceparent);
    }

    private static Correlation read(HttpHeaders headers) {
        return new Correlation(
                RequestId.of(headers.getFirst(RequestId.HEADER)), TraceParent.from(headers.getFirst(TRACEPARENT)));
    }
}
