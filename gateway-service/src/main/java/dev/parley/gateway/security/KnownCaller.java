package dev.parley.gateway.security;

import dev.parley.platform.security.AccessToken;
import dev.parley.platform.security.AccessTokens;
import dev.parley.platform.security.BearerToken;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Recognises whose token was verified a moment ago, before anything is counted. Refuses nobody. */
@Component
@Order(KnownCaller.ORDER)
public final class KnownCaller implements GlobalFilter {
    /** Before all that depends on who calls. */
    public static final int ORDER = Ordered.HIGHEST_PRECEDENCE;

    private final AccessTokens tokens;

    KnownCaller(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null && BearerToken.isIn(authorization)) {
            Optional<AccessToken> known = tokens.known(BearerToken.in(authorization));
            known.ifPresent(token -> GatewayCaller.user(token.user().toString()).keepIn(exchange));
        }
        return chain.filter(exchange);
    }
}
