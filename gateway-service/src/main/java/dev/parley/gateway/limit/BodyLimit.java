package dev.parley.gateway.limit;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.gateway.RouteMetadata;
import dev.parley.platform.problem.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that is too large: at once when its length is announced, else as soon as it has passed the limit. */
@Component
@Order(LimitOrder.BODIES)
final class BodyLimit implements GlobalFilter {

    private final long limit;

    BodyLimit(LimitSettings settings) {
        this.limit = settings.maxRequestBytes().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        long allowed = allowed(exchange);
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > allowed) {
            return Mono.error(tooLarge(allowed));
        }
        return headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)
                ? chain.filter(exchange.mutate()
                        .request(counted(exchange.getRequest(), allowed))
                        .build())
                : chain.filter(exchange);
    }

    private long allowed(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route.getMetadata().get(RouteMetadata.MAX_BODY_BYTES) instanceof Long own ? own : limit;
    }

    private static ServerHttpRequest counted(ServerHttpRequest request, long allowed) {
        AtomicLong passed = new AtomicLong();
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody().doOnNext(buffer -> count(buffer, passed, allowed));
            }
        };
    }

    private static void count(DataBuffer buffer, AtomicLong passed, long allowed) {
        if (passed.addAndGet(buffer.readableByteCount()) > allowed) {
            DataBufferUtils.release(buffer);
            throw tooLarge(allowed);
        }
    }

    private static ProblemException tooLarge(long allowed) {
        return new ProblemException(
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        "A request here may have a body of " + allowed + " bytes at most.")
                .with("max_bytes", allowed);
    }
}
