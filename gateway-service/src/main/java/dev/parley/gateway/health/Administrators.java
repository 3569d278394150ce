package dev.parley.gateway.health;

import dev.parley.gateway.limit.AddressLimit;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.AccessToken;
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
    private final AddressLimit limit;

    Administrators(AccessTokens tokens, AddressLimit limit) {
        this.tokens = tokens;
        this.limit = limit;
    }

    /**
     * Whether an administrator sent the request; who has no good token is nobody. A token that is not known yet counts for its
     * address, so that nobody has wrong ones verified without end.
     */
    Mono<Boolean> sent(ServerRequest request) {
        String authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !BearerToken.isIn(authorization)) {
            return Mono.just(false);
        }
        String token = BearerToken.in(authorization);
        return Mono.justOrEmpty(tokens.known(token))
                .switchIfEmpty(Mono.defer(() -> limit.count(request.exchange())).then(verified(token)))
                .map(known -> known.roles().contains(Role.ADMIN))
                .defaultIfEmpty(false);
    }

    /** The keys may have to be fetched. */
    private Mono<AccessToken> verified(String token) {
        return Mono.fromCallable(() -> tokens.verify(token))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(ProblemException.class, _ -> Mono.empty());
    }
}
