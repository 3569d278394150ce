package dev.parley.agent.allowance;

import dev.parley.platform.work.RetryLater;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The limit of one provider, as this replica sees it. Of those who wait here only the first asks the database, and not before
 * there can be enough. Safe for many threads.
 */
final class TokenRate {
    private static final Logger log = LoggerFactory.getLogger(TokenRate.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String provider;
    private final int limit;
    private final TokenBuckets buckets;
    private final Semaphore first = new Semaphore(1, true);
    private boolean provided;

    TokenRate(String provider, int limit, TokenBuckets buckets) {
        this.provider = provider;
        this.limit = limit;
        this.buckets = buckets;
    }

    /**
     * Waits for so many tokens; more than there are in a minute are as many as there are.
     *
     * @throws RetryLater when there are not enough in time
     */
    TokenReservation reserve(int wanted, Duration patience) throws InterruptedException {
        int tokens = Math.min(wanted, limit);
        long until = System.nanoTime() + patience.toNanos();
        if (!first.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw unavailable(SHORTEST_PAUSE);
        }
        try {
            take(tokens, until);
        } finally {
            first.release();
        }
        return new TokenReservation(tokens, this::correct);
    }

    private void take(int tokens, long until) throws InterruptedException {
        if (!provided) {
            buckets.provide(provider, limit);
            provided = true;
        }
        while (!buckets.take(provider, limit, tokens)) {
            Duration pause = buckets.until(provider, limit, tokens);
            if (System.nanoTime() + pause.toNanos() > until) {
                throw unavailable(pause);
            }
            TimeUnit.NANOSECONDS.sleep(Math.max(pause.toNanos(), TimeUnit.MILLISECONDS.toNanos(10)));
        }
    }

    /** The bucket fills by itself: an answer does not fail for it. */
    private void correct(int more) {
        try {
            buckets.correct(provider, more);
        } catch (DataAccessException e) {
            log.atInfo().addKeyValue("provider", provider).setCause(e).log("Tokens of a provider are not given back");
        }
    }

    private RetryLater unavailable(Duration pause) {
        Duration bounded = pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
        return new RetryLater(
                "no tokens of " + provider + " in time",
                bounded.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : bounded);
    }
}
