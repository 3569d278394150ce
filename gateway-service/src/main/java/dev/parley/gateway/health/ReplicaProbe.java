package dev.parley.gateway.health;

import dev.parley.gateway.metrics.Exposition;
import dev.parley.gateway.upstream.Answer;
import dev.parley.gateway.upstream.Replica;
import dev.parley.gateway.upstream.UpstreamClient;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuples;

/** Asks a replica's management port for all that the health pages tell, side by side. Each check is timed by asking for it alone. */
@Component
final class ReplicaProbe {

    private static final String HEALTH = "/actuator/health";
    private static final String FIGURES = "/actuator/prometheus?includedNames="
            + String.join(
                    ",",
                    "hikaricp_connections_active",
                    "hikaricp_connections_idle",
                    "hikaricp_connections_pending",
                    "hikaricp_connections_max",
                    "cache_gets",
                    "parley_location_cache");

    private final UpstreamClient client;

    ReplicaProbe(UpstreamClient client) {
        this.client = client;
    }

    Mono<ReplicaHealth> ask(String service, Replica replica) {
        return Mono.zip(itself(replica), parts(replica), figures(replica))
                .map(all ->
                        new ReplicaHealth(service, replica.at("").toString(), all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<Seen> itself(Replica replica) {
        return client.get(replica.managementAt(HEALTH)).map(ReplicaProbe::seen).onErrorReturn(Seen.DOWN);
    }

    private Mono<Map<Part, Seen>> parts(Replica replica) {
        return Flux.fromStream(Arrays.stream(Part.values()))
                .flatMap(part -> client.get(replica.managementAt(HEALTH + "/" + part.component()))
                        .filter(answer -> answer.status() != 404)
                        .map(answer -> Tuples.of(part, seen(answer)))
                        .onErrorComplete())
                .collectMap(part -> part.getT1(), part -> part.getT2());
    }

    private Mono<Exposition> figures(Replica replica) {
        return client.get(replica.managementAt(FIGURES))
                .filter(Answer::ok)
                .map(answer -> Exposition.parse(answer.text()))
                .onErrorComplete()
                .defaultIfEmpty(Exposition.parse(""));
    }

    private static Seen seen(Answer answer) {
        return Seen.of(answer.ok() ? State.OK : State.DOWN, answer.took());
    }
}
