package dev.parley.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How the caches do.
 *
 * @param kind where they are: within the services, or in Redis
 * @param hitRate 0…1; absent before anything was looked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CacheHealth(
        State status,
        String kind,
        @Nullable Double latencyMs,
        @Nullable Double hitRate) {

    static CacheHealth of(@Nullable Seen redis, double hits, double gets) {
        Double hitRate = gets > 0 ? Math.round(hits / gets * 1000) / 1000.0 : null;
        return redis == null
                ? new CacheHealth(State.OK, "in_process", null, hitRate)
                : new CacheHealth(redis.status(), "redis", redis.latencyMs(), hitRate);
    }
}
