package dev.parley.platform.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cache.
 *
 * @param name in this service; letters, digits and hyphens
 * @param version another one when answers have another shape or meaning: then those of before are not there
 * @param type what JSON can hold; its records are public
 * @param staleFor how much longer an answer is given while a new one is asked for in the background
 * @param owned whether answers are for the thread's tenant only: then they are in no process, go when their owner goes, and a
 *     thread without one tenant has none
 * @param secret whether answers are sealed wherever they are stored, and questions not to be guessed from their keys
 * @param priceUsd what it cost to get an answer
 */
public record CacheSpec<T>(
        String name,
        int version,
        JavaType type,
        Life<T> life,
        Duration staleFor,
        boolean owned,
        boolean secret,
        ToDoubleFunction<T> priceUsd) {
    public CacheSpec {
        if (!name.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("a cache cannot have the name " + name);
        }
    }

    /** Answers for everybody, that are not secret and cost nothing. */
    public static <T> CacheSpec<T> of(String name, int version, Class<T> type, Duration timeToLive) {
        return new CacheSpec<>(
                name,
                version,
                JsonMapper.shared().constructType(type),
                Life.constant(timeToLive),
                Duration.ZERO,
                false,
                false,
                _ -> 0);
    }

    public CacheSpec<T> living(Life<T> other) {
        return new CacheSpec<>(name, version, type, other, staleFor, owned, secret, priceUsd);
    }

    public CacheSpec<T> staleFor(Duration longer) {
        return new CacheSpec<>(name, version, type, life, longer, owned, secret, priceUsd);
    }

    /** Answers that say that there is nothing are good for another time. */
    public CacheSpec<T> nothingFor(Duration time, Predicate<T> isNothing) {
        Life<T> usual = life;
        return living(new Life<>() {
            @Override
            public Duration of(T answer) {
                return isNothing.test(answer) ? time : usual.of(answer);
            }

            @Override
            public Optional<T> at(T answer, Duration age) {
                return usual.at(answer, age);
            }
        });
    }

    public CacheSpec<T> forTheirOwner() {
        return new CacheSpec<>(name, version, type, life, staleFor, true, secret, priceUsd);
    }

    public CacheSpec<T> sealed() {
        return new CacheSpec<>(name, version, type, life, staleFor, owned, true, priceUsd);
    }

    public CacheSpec<T> costing(ToDoubleFunction<T> price) {
        return new CacheSpec<>(name, version, type, life, staleFor, owned, secret, price);
    }
}
