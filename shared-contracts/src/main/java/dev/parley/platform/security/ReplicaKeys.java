package dev.parley.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public keys that one replica of our own issuer publishes. Thread-safe. */
final class ReplicaKeys implements JWKSource<SecurityContext> {
    /** Where conversation-service publishes them. */
    static final String PATH = "/.well-known/jwks.json";

    private static final int CONNECT_TIMEOUT_MS = 500;
    private static final int READ_TIMEOUT_MS = 2_000;
    private static final int MAX_BYTES = 64 * 1024;

    private final FetchedKeys keys;

    ReplicaKeys(URI replica) {
        this.keys = new FetchedKeys(
                new URLBasedJWKSetSource<>(
                        url(replica), new DefaultResourceRetriever(CONNECT_TIMEOUT_MS, READ_TIMEOUT_MS, MAX_BYTES)),
                Duration.ofMillis(READ_TIMEOUT_MS));
    }

    /** Empty when it has no such key, and was asked for it a moment ago. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        return keys.get(selector, context);
    }

    private static URL url(URI replica) {
        try {
            return URI.create(replica.toString().replaceFirst("/+$", "") + PATH).toURL();
        } catch (MalformedURLException notHttp) {
            throw new IllegalArgumentException(notHttp);
        }
    }
}
