package dev.parley.gateway.security;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses other origins with a problem that says why, where the framework sends an empty 403. WebSockets too: a browser opens
 * them from any page, and asks nobody first.
 */
final class StrangerRefusal extends DefaultCorsProcessor {

    @Override
    public boolean process(@Nullable CorsConfiguration configuration, ServerWebExchange exchange) {
        if (!super.process(configuration, exchange)) {
            throw new ProblemException(
                    ProblemCode.ORIGIN_NOT_ALLOWED,
                    "Pages of this origin may not call here: it is not in CORS_ORIGINS.");
        }
        return true;
    }
}
