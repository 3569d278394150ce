package dev.parley.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public keys that one replica of an issuer publishes, fetched when a token names one that is not known yet, and every
 * five minutes. While it is away the last ones stay good. Thread-safe.
 */
final class ReplicaKeys implements JWKSource<SecurityContext> {
    /** Where conversation-service publishes them. */
    static final String PATH = "/.well-known/jwks.json";

    private static final int CONNECT_TIMEOUT_MS = 500;
    private static final int READ_TIMEOUT_MS = 2_000;
    private static final int MAX_BYTES = 64 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofDays(1);

    /** Made-up key ids make nobody ask more often; a new key is published for longer than this before it signs. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

    private final JWKSource<SecurityContext> published;
    private volatile boolean seen;

    ReplicaKeys(URI replica) {
        this.published = JWKSourceBuilder.create(
                        url(replica), new DefaultResourceRetriever(CONNECT_TIMEOUT_MS, READ_TIMEOUT_MS, MAX_BYTES))
                .cache(KEPT.toMillis(), READ_TIMEOUT_MS)
                .rateLimited(BETWEEN_QUESTIONS.toMillis())
                .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                .build();
    }

    /** Empty when it has no such key, and was asked for it a moment ago. */
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

    private static URL url(URI replica) {
        try {
            return URI.create(replica.toString().replaceFirst("/+$", "") + PATH).toURL();
        } catch (MalformedURLException notHttp) {
            throw new IllegalArgumentException(notHttp);
        }
    }
}
