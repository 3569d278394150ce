package dev.parley.gateway.security;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.gateway.RouteAccess;
import dev.parley.gateway.RouteMetadata;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.AccessToken;
import dev.parley.platform.security.AccessTokens;
import dev.parley.platform.security.BearerToken;
import dev.parley.platform.security.Role;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Verifies access tokens, and lets nobody take a route that is not for them. Stands behind the limits: a token that is not
 * known yet counts for its address, so that nobody has wrong ones verified without end.
 */
@Component
@Order(TokenGate.ORDER)
final class TokenGate implements GlobalFilter {
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final AccessTokens tokens;

    TokenGate(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        RouteAccess access = access(exchange);
        if (access == RouteAccess.OPEN) {
            return chain.filter(exchange);
        }
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return access == RouteAccess.VISITOR ? chain.filter(exchange) : Mono.error(unsigned());
        }
        return verified(authorization)
                .flatMap(token -> mayPass(access, token) ? chain.filter(exchange) : Mono.error(forbidden()));
    }

    /** At once where the token is known; the first time elsewhere, since the keys may have to be fetched. */
    private Mono<AccessToken> verified(String authorization) {
        String token = BearerToken.in(authorization);
        return Mono.justOrEmpty(tokens.known(token))
                .switchIfEmpty(Mono.fromCallable(() -> tokens.verify(token)).subscribeOn(Schedulers.boundedElastic()));
    }

    private static boolean mayPass(RouteAccess access, AccessToken token) {
        return access != RouteAccess.ADMIN || token.roles().contains(Role.ADMIN);
    }

    private static RouteAccess access(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route.getMetadata().get(RouteMetadata.ACCESS) instanceof RouteAccess access ? access : RouteAccess.USER;
    }

    private static ProblemException unsigned() {
        return new ProblemException(ProblemCode.CREDENTIALS_REQUIRED, "Sign in, and send an access token.");
    }

    private static ProblemException forbidden() {
        return new ProblemException(ProblemCode.FORBIDDEN, "Only administrators may do this.");
    }
}
