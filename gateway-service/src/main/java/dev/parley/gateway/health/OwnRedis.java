package dev.parley.gateway.health;

import dev.parley.platform.redis.RedisLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the gateway itself sees Redis. */
@Component
final class OwnRedis {

    private final Mono<Seen> seen;

    OwnRedis(ObjectProvider<RedisLink> redis) {
        RedisLink link = redis.getIfAvailable();
        this.seen = link == null
                ? Mono.just(Seen.NOT_CONFIGURED)
                : Mono.fromFuture(link::ping, true)
                        .map(took -> Seen.of(State.OK, took))
                        .onErrorReturn(Seen.DOWN);
    }

    Mono<Seen> ask() {
        return seen;
    }
}
