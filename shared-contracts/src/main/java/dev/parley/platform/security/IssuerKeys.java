package dev.parley.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;

/**
 * The public keys of an issuer, fetched when a token names one that is not known yet, and every five minutes. While the issuer
 * is away the last ones stay good.
 */
final class IssuerKeys {
    /** Where conversation-service publishes them. */
    static final String PATH = "/.well-known/jwks.json";

    private static final int CONNECT_TIMEOUT_MS = 500;
    private static final int READ_TIMEOUT_MS = 2_000;
    private static final int MAX_BYTES = 64 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofDays(1);

    /** Made-up key ids make nobody ask more often; a new key is published for longer than this before it signs. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

    private IssuerKeys() {}

    /** @param replicas of the issuer, each with the same keys */
    static JWKSource<SecurityContext> of(List<URI> replicas) {
        return replicas.stream()
                .map(replica -> URI.create(replica.toString().replaceFirst("/+$", "") + PATH))
                .map(IssuerKeys::from)
                .reduce(IssuerKeys::orElse)
                .orElseThrow(() -> new IllegalArgumentException("an issuer has an address"));
    }

    private static JWKSource<SecurityContext> from(URI address) {
        return JWKSourceBuilder.create(url(address), retriever())
                .cache(KEPT.toMillis(), READ_TIMEOUT_MS)
                .rateLimited(BETWEEN_QUESTIONS.toMillis())
                .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                .build();
    }

    private static JWKSource<SecurityContext> orElse(
            JWKSource<SecurityContext> first, JWKSource<SecurityContext> second) {
        return (selector, context) -> {
            try {
                return first.get(selector, context);
            } catch (KeySourceException away) {
                return second.get(selector, context);
            }
        };
    }

    private static ResourceRetriever retriever() {
        return new DefaultResourceRetriever(CONNECT_TIMEOUT_MS, READ_TIMEOUT_MS, MAX_BYTES);
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException notHttp) {
            throw new IllegalArgumentException(notHttp);
        }
    }
}
