package dev.parley.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Public keys that somebody publishes, fetched when a token names one that is not known yet, and every five minutes. While
 * nobody answers there, the last ones stay good. Thread-safe.
 */
final class FetchedKeys implements JWKSource<SecurityContext> {
    private static final Duration KEPT = Duration.ofMinutes(5);
    static final Duration KEPT_IN_AN_OUTAGE = Duration.ofDays(1);

    /** Made-up key ids make nobody ask more often; a new key of ours is published for longer than this before it signs. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

    private final JWKSource<SecurityContext> published;
    private volatile boolean seen;

    /** @param patience how long one waits for somebody else's question */
    FetchedKeys(JWKSetSource<SecurityContext> source, Duration patience) {
        this.published = JWKSourceBuilder.create(source)
                .cache(KEPT.toMillis(), patience.toMillis())
                .rateLimited(BETWEEN_QUESTIONS.toMillis())
                .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                .build();
    }

    /** Empty when there is no such key, and it was asked for a moment ago. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            List<JWK> found = published.get(selector, context);
            seen = true;
            return found;
        } catch (RateLimitReachedException askedJustNow) {
            if (seen) {
                return List.of();
            }
            throw askedJustNow;
        }
    }
}
