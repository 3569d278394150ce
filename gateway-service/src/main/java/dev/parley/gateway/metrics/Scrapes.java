package dev.parley.gateway.metrics;

import dev.parley.gateway.upstream.Replica;
import dev.parley.gateway.upstream.Upstream;
import dev.parley.gateway.upstream.UpstreamClient;
import dev.parley.gateway.upstream.Upstreams;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks all services for their metrics, side by side; the answer is good for a second. */
@Component
final class Scrapes {

    private static final String OWN_NAME = "gateway-service";
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Upstreams upstreams;
    private final UpstreamClient client;
    private final ObjectProvider<PrometheusMeterRegistry> own;
    private final Mono<String> cached;

    Scrapes(Upstreams upstreams, UpstreamClient client, ObjectProvider<PrometheusMeterRegistry> own) {
        this.upstreams = upstreams;
        this.client = client;
        this.own = own;
        this.cached = Mono.defer(this::all).cache(FRESH);
    }

    Mono<String> text() {
        return cached;
    }

    private Mono<String> all() {
        return Flux.fromIterable(upstreams.all())
                .flatMapIterable(Scrapes::targets)
                .flatMapSequential(this::scrape)
                .collectList()
                .map(this::merge);
    }

    private static List<Target> targets(Upstream upstream) {
        List<Replica> replicas = upstream.replicas();
        return IntStream.range(0, replicas.size())
                .mapToObj(i -> new Target(
                        upstream.name(), replicas.size() == 1 ? "" : "replica=\"" + i + "\"", replicas.get(i)))
                .toList();
    }

    private Mono<Scraped> scrape(Target target) {
        return client.get(target.replica().managementAt("/actuator/prometheus"))
                .map(answer -> new Scraped(target, answer.ok() ? answer.text() : ""))
                .onErrorResume(_ -> Mono.just(new Scraped(target, "")));
    }

    private String merge(List<Scraped> all) {
        MergedMetrics merged = new MergedMetrics();
        own.ifAvailable(registry -> merged.add(OWN_NAME, "", Exposition.parse(registry.scrape())));
        merged.up(OWN_NAME, "", true);
        all.forEach(one -> {
            Target target = one.target();
            merged.up(target.service(), target.labels(), !one.text().isEmpty());
            merged.add(target.service(), target.labels(), Exposition.parse(one.text()));
        });
        return merged.text();
    }

    private record Target(String service, String labels, Replica replica) {}

    private record Scraped(Target target, String text) {}
}
