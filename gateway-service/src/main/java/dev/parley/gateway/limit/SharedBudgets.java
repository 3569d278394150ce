package dev.parley.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Budgets of all gateways together, in Redis: keys {@code parley:limit:…}, gone when they are whole again. What comes for
 * one budget while Redis is being asked goes along as one request with the next, so that a budget everybody draws from
 * is changed by few at once. Fails when Redis does. Thread-safe.
 */
final class SharedBudgets implements Budgets {

    private static final String PREFIX = "parley:limit:";
    private static final Duration KEPT_LONGER = Duration.ofSeconds(10);

    private final Supplier<CompletableFuture<RedisAsyncCommands<String, byte[]>>> redis;
    private final TimeMeter time;
    private final Duration patience;
    private final Cache<Budget, AsyncBucketProxy> proxies;
    private volatile @Nullable AsyncProxyManager<String> manager;

    /**
     * Keeps budgets behind a connection.
     *
     * @param redis the same commands each time
     * @param time that of all gateways
     * @param patience how long an answer may take
     */
    SharedBudgets(
            Supplier<CompletableFuture<RedisAsyncCommands<String, byte[]>>> redis, TimeMeter time, Duration patience) {
        this.redis = redis;
        this.time = time;
        this.patience = patience;
        this.proxies = Caffeine.newBuilder()
                .maximumSize(OwnBudgets.MOST)
                .expireAfterAccess(Quota.WINDOW)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public CompletableFuture<Draw> draw(Budget budget) {
        return redis.get()
                .thenCompose(commands -> proxies.get(budget, key -> proxy(manager(commands), key))
                        .tryConsumeAndReturnRemaining(1))
                .thenApply(Draw::of)
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static AsyncBucketProxy proxy(AsyncProxyManager<String> all, Budget budget) {
        return all.builder()
                .withOptimization(Optimizations.batching())
                .build(
                        PREFIX + budget.key(),
                        () -> CompletableFuture.completedFuture(budget.quota().configuration()));
    }

    private AsyncProxyManager<String> manager(RedisAsyncCommands<String, byte[]> commands) {
        AsyncProxyManager<String> known = manager;
        if (known != null) {
            return known;
        }
        AsyncProxyManager<String> made = Bucket4jLettuce.casBasedBuilder(commands)
                .clientClock(time)
                .requestTimeout(patience)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
                .build()
                .asAsync();
        manager = made;
        return made;
    }
}
