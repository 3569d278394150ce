package dev.parley.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** How the services see their databases. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DatabaseHealth(State status, @Nullable Double latencyMs, PoolUse pool) {

    /** The connections of all services' pools. */
    record PoolUse(int active, int idle, int pending, int max) {}
}
