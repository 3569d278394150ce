package dev.parley.gateway.observability;

import dev.parley.gateway.FilterOrder;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** One line a request, when it is over. Names the route, never the path or the query: those hold ids and secrets. */
@Component
@Order(FilterOrder.ACCESS_LOG)
final class AccessLog implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger("dev.parley.access");

    /** As nginx has it. */
    private static final int CLIENT_GONE = 499;

    private final ApplicationContext application;

    AccessLog(ApplicationContext application) {
        this.application = application;
    }

    /** The management port is another context; what it is asked every other second is not worth a line. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!application.equals(exchange.getApplicationContext())) {
            return chain.filter(exchange);
        }
        long began = System.nanoTime();
        CountedResponse response = new CountedResponse(exchange.getResponse());
        return chain.filter(exchange.mutate().response(response).build())
                .doFinally(end -> write(exchange, response, began, end));
    }

    private static void write(ServerWebExchange exchange, CountedResponse response, long began, SignalType end) {
        Correlation correlation = Correlation.of(exchange);
        String method = exchange.getRequest().getMethod().name();
        String route = route(exchange);
        int status = end == SignalType.CANCEL ? CLIENT_GONE : status(exchange, response);
        LoggingEventBuilder line = log.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began))
                .addKeyValue("bytes", response.bytes())
                .addKeyValue("request_id", correlation.requestId())
                .addKeyValue("trace_id", correlation.traceId());
        if (end == SignalType.ON_ERROR) {
            line = line.addKeyValue("broken_off", true);
        }
        line.log("{} {} {}", method, route, status);
    }

    private static String route(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (route != null) {
            return route.getId();
        }
        PathPattern own = exchange.getAttribute(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE);
        return own == null ? "none" : own.getPatternString();
    }

    /** No status was set where the default was meant, or where the connection became a WebSocket. */
    private static int status(ServerWebExchange exchange, CountedResponse response) {
        HttpStatusCode status = response.getStatusCode();
        if (status != null) {
            return status.value();
        }
        return exchange.getRequest().getHeaders().getUpgrade() == null ? 200 : 101;
    }
}
