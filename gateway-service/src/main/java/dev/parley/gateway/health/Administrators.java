package dev.parley.gateway.health;

import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.AccessTokens;
import dev.parley.platform.security.BearerToken;
import dev.parley.platform.security.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Who may see more of what is open to everybody. */
@Component
final class Administrators {
    private final AccessTokens tokens;

    Administrators(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** Whether an administrator sent the request; who has no good token is nobody. */
    Mono<Boolean> sent(ServerRequest request) {
        String authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !BearerToken.isIn(authorization)) {
            return Mono.just(false);
        }
        // The keys may have to be fetched.
        return Mono.fromCallable(() -> tokens.verify(BearerToken.in(authorization)))
                .subscribeOn(Schedulers.boundedElastic())
                .map(token -> token.roles().contains(Role.ADMIN))
                .onErrorReturn(ProblemException.class, false);
    }
}
