package dev.parley.gateway.docs;

import dev.parley.gateway.upstream.Answer;
import dev.parley.gateway.upstream.Replica;
import dev.parley.gateway.upstream.Upstream;
import dev.parley.gateway.upstream.UpstreamClient;
import dev.parley.gateway.upstream.Upstreams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks every service for its own OpenAPI document, and keeps the last one of each for the time the service does not answer. */
@Component
final class ServiceDocuments {

    private static final String PATH = "/v3/api-docs";

    /** The first time, a service builds its document from its code. */
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final Upstreams upstreams;
    private final UpstreamClient client;
    private final JsonMapper json;
    private final Map<String, JsonNode> lastKnown = new ConcurrentHashMap<>();

    ServiceDocuments(Upstreams upstreams, UpstreamClient client, JsonMapper json) {
        this.upstreams = upstreams;
        this.client = client;
        this.json = json;
    }

    /**
     * What a service says of itself.
     *
     * @param document null when it has never answered
     * @param current whether it has answered now
     */
    record ServiceDocument(String service, @Nullable JsonNode document, boolean current) {}

    Mono<List<ServiceDocument>> all() {
        return Flux.fromIterable(upstreams.all())
                .flatMapSequential(this::document)
                .collectList();
    }

    private Mono<ServiceDocument> document(Upstream upstream) {
        return Flux.fromIterable(upstream.replicas())
                .concatMap(this::fetch)
                .next()
                .doOnNext(document -> lastKnown.put(upstream.name(), document))
                .map(document -> new ServiceDocument(upstream.name(), document, true))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> new ServiceDocument(upstream.name(), lastKnown.get(upstream.name()), false)));
    }

    private Mono<JsonNode> fetch(Replica replica) {
        return client.get(replica.at(PATH), AT_MOST)
                .filter(Answer::ok)
                .map(answer -> json.readTree(answer.body()))
                .filter(JsonNode::isObject)
                .onErrorComplete();
    }
}
