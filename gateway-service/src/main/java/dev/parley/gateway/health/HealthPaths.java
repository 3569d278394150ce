package dev.parley.gateway.health;

import dev.parley.gateway.OwnEndpoint;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves the health paths. */
@Configuration(proxyBeanMethods = false)
class HealthPaths {

    private static final Map<String, String> OK = Map.of("status", "ok");

    /** Says that the gateway answers, and asks nobody. */
    @Bean
    RouterFunction<ServerResponse> healthRoutes() {
        return OwnEndpoint.reads(_ -> answer(true, OK), "/health", "/api/health", "/api/v1/health");
    }

    @Bean
    RouterFunction<ServerResponse> detailedHealthPaths(
            Probes probes, Administrators administrators, Environment environment) {
        String version = environment.getProperty("info.version", "development");
        return OwnEndpoint.reads(
                request -> Mono.zip(probes.findings(), administrators.sent(request))
                        .flatMap(both -> {
                            DetailedHealth health =
                                    DetailedHealth.of(both.getT1(), version, uptimeSeconds(), both.getT2());
                            return answer(health.status().works(), health);
                        }),
                "/api/health/detailed");
    }

    @Bean
    RouterFunction<ServerResponse> databaseHealthPaths(Probes probes) {
        return OwnEndpoint.reads(
                _ -> probes.findings()
                        .map(Findings::database)
                        .flatMap(database -> answer(database.status().works(), database)),
                "/api/v1/health/db");
    }

    @Bean
    RouterFunction<ServerResponse> redisHealthPaths(Probes probes) {
        return OwnEndpoint.reads(_ -> probes.findings().flatMap(HealthPaths::redis), "/api/v1/health/redis");
    }

    private static Mono<ServerResponse> redis(Findings findings) {
        Seen redis = findings.redis();
        return answer(redis.status().works() || redis.status() == State.NOT_CONFIGURED, redis);
    }

    private static Mono<ServerResponse> answer(boolean works, Object body) {
        return ServerResponse.status(works ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .bodyValue(body);
    }

    private static long uptimeSeconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
    }
}
