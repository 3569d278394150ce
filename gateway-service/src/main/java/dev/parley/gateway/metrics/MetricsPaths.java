package dev.parley.gateway.metrics;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.gateway.OwnEndpoint;
import dev.parley.platform.problem.ProblemException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves the merged metrics. */
@Configuration(proxyBeanMethods = false)
class MetricsPaths {

    private static final MediaType TEXT_FORMAT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    @Bean
    RouterFunction<ServerResponse> metricsRoutes(Scrapes scrapes, MetricsSettings settings) {
        return OwnEndpoint.reads(
                _ -> settings.enabled() ? answer(scrapes) : Mono.error(off()), "/metrics", "/api/monitoring/metrics");
    }

    private static Mono<ServerResponse> answer(Scrapes scrapes) {
        return scrapes.text()
                .flatMap(text -> ServerResponse.ok().contentType(TEXT_FORMAT).bodyValue(text));
    }

    private static ProblemException off() {
        return new ProblemException(ProblemCode.NOT_FOUND, "Metrics are switched off here.");
    }
}
