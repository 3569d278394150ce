package dev.parley.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of another issuer. Only a few wait for it at once: one that does not answer must not hold up the threads that
 * verify everybody else's tokens. Thread-safe.
 */
final class ForeignKeys implements JWKSource<SecurityContext> {
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final int READ_TIMEOUT_MS = 3_000;
    private static final int MAX_BYTES = 256 * 1024;
    private static final Duration FRESH = Duration.ofMinutes(4);
    private static final int WAITING = 4;
    private static final long PATIENCE_MS = 100;

    private final Semaphore room = new Semaphore(WAITING);
    private final LastKeys last;
    private final FetchedKeys keys;

    ForeignKeys(ForeignIssuer issuer) {
        this.last = new LastKeys(source(issuer));
        this.keys = new FetchedKeys(last, Duration.ofMillis(READ_TIMEOUT_MS));
    }

    /** @throws KeySourceException when the issuer could not say which keys there are, or others wait for that already */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        List<JWK> fresh = last.select(selector, FRESH);
        if (!fresh.isEmpty()) {
            return fresh;
        }
        if (!enter()) {
            return remembered(selector);
        }
        try {
            return keys.get(selector, context);
        } finally {
            room.release();
        }
    }

    /** Who cannot ask, because others wait already, still knows what was said last. */
    private List<JWK> remembered(JWKSelector selector) throws KeySourceException {
        List<JWK> found = last.select(selector, FetchedKeys.KEPT_IN_AN_OUTAGE);
        if (found.isEmpty()) {
            throw new KeySourceException("the issuer has not answered others yet");
        }
        return found;
    }

    private boolean enter() {
        try {
            return room.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static JWKSetSource<SecurityContext> source(ForeignIssuer issuer) {
        ResourceRetriever web = new DefaultResourceRetriever(CONNECT_TIMEOUT_MS, READ_TIMEOUT_MS, MAX_BYTES);
        URI jwks = issuer.jwks();
        return jwks == null
                ? new DiscoveredKeys(issuer.name(), web)
                : new URLBasedJWKSetSource<>(WebAddress.url(jwks.toString()), web);
    }
}
