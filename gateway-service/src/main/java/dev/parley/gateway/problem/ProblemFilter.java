package dev.parley.gateway.problem;

import dev.parley.gateway.FilterOrder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers errors inside of the filters that write a request down, so that these see the answer the client gets. */
@Component
@Order(FilterOrder.PROBLEMS)
final class ProblemFilter implements WebFilter {

    private final Problems problems;

    ProblemFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorResume(thrown -> problems.handle(exchange, thrown));
    }
}
