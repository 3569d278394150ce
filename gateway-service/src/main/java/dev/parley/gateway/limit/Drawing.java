package dev.parley.gateway.limit;

import java.util.List;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Draws from budgets, one after the other until one has nothing left, and tells the client how it stands. */
@Component
final class Drawing {
    private final Budgets budgets;
    private final Refusals refusals;

    Drawing(Budgets budgets, Refusals refusals) {
        this.budgets = budgets;
        this.refusals = refusals;
    }

    /** Fails with the problem when one had nothing left. */
    Mono<Void> draw(List<Budget> wanted, ServerHttpResponse response) {
        if (wanted.isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromIterable(wanted)
                .concatMap(budget ->
                        Mono.fromFuture(budgets.draw(budget), true).map(draw -> new Drawn.One(budget.quota(), draw)))
                .takeUntil(one -> !one.draw().granted())
                .collectList()
                .flatMap(all -> tell(new Drawn(all), response));
    }

    private Mono<Void> tell(Drawn drawn, ServerHttpResponse response) {
        drawn.tell(response.getHeaders());
        Drawn.One refused = drawn.refused().orElse(null);
        if (refused == null) {
            return Mono.empty();
        }
        refusals.count(refused.quota().name());
        return Mono.error(Drawn.problem(refused));
    }
}
