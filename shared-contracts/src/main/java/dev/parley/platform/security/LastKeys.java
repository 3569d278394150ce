package dev.parley.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers which keys were fetched last, for who must not wait for the next time. Thread-safe. */
final class LastKeys implements JWKSetSource<SecurityContext> {
    private record Fetched(JWKSet keys, long at) {}

    private final JWKSetSource<SecurityContext> source;
    private volatile @Nullable Fetched last;

    LastKeys(JWKSetSource<SecurityContext> source) {
        this.source = source;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws KeySourceException {
        JWKSet keys = source.getJWKSet(refresh, currentTime, context);
        last = new Fetched(keys, System.nanoTime());
        return keys;
    }

    /** Those that match, if they were fetched within so long. */
    List<JWK> select(JWKSelector selector, Duration age) {
        Fetched fetched = last;
        return fetched == null || System.nanoTime() - fetched.at() > age.toNanos()
                ? List.of()
                : selector.select(fetched.keys());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
