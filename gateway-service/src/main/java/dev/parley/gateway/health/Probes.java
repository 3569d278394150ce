package dev.parley.gateway.health;

import dev.parley.gateway.upstream.Upstreams;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What all replicas said of themselves; the answers are good for a second, however many ask. */
@Component
final class Probes {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Mono<Findings> cached;

    Probes(Upstreams upstreams, ReplicaProbe probe, OwnRedis redis) {
        this.cached = Flux.fromIterable(upstreams.all())
                .flatMapSequential(upstream -> Flux.fromIterable(upstream.replicas())
                        .flatMapSequential(replica -> probe.ask(upstream.name(), replica)))
                .collectList()
                .zipWith(redis.ask(), Findings::new)
                .cache(FRESH);
    }

    Mono<Findings> findings() {
        return cached;
    }
}
