package dev.parley.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.util.concurrent.CompletableFuture;

/**
 * Budgets of this process. There are never more than some thousands, however many addresses an attacker has: those that
 * are used least are forgotten first, and a budget that was not touched for a minute is whole anyway. Thread-safe.
 */
final class OwnBudgets implements Budgets {

    /** Some 10 MB. */
    static final int MOST = 20_000;

    private final TimeMeter time;
    private final Cache<Budget, Bucket> buckets;

    OwnBudgets(TimeMeter time) {
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Quota.WINDOW)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public CompletableFuture<Draw> draw(Budget budget) {
        Bucket bucket = buckets.get(budget, this::whole);
        return CompletableFuture.completedFuture(Draw.of(bucket.tryConsumeAndReturnRemaining(1)));
    }

    long kept() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket whole(Budget budget) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        for (Bandwidth limit : budget.quota().configuration().getBandwidths()) {
            builder.addLimit(limit);
        }
        return builder.build();
    }
}
