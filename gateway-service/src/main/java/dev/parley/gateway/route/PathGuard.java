package dev.parley.gateway.route;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.gateway.FilterOrder;
import dev.parley.platform.problem.ProblemException;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses paths that a service could read as another path than the one the gateway has chosen the route by. */
@Component
@Order(FilterOrder.PATHS)
final class PathGuard implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean crooked = exchange.getRequest().getPath().elements().stream().anyMatch(PathGuard::isCrooked);
        return crooked
                ? Mono.error(new ProblemException(
                        ProblemCode.MALFORMED_REQUEST, "The path has a segment that no path here can have."))
                : chain.filter(exchange);
    }

    private static boolean isCrooked(PathContainer.Element element) {
        if (!(element instanceof PathSegment segment)) {
            return false;
        }
        String decoded = segment.valueToMatch();
        return decoded.equals(".") || decoded.equals("..") || decoded.chars().anyMatch(PathGuard::isCrooked);
    }

    private static boolean isCrooked(int character) {
        return character == '/' || character == '\\' || character < ' ' || character == 0x7f;
    }
}
