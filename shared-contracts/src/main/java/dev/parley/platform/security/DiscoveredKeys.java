package dev.parley.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys at the address that an issuer's discovery document (OpenID Connect Discovery 1.0) names, asked for each time. */
final class DiscoveredKeys implements JWKSetSource<SecurityContext> {
    private static final String PATH = "/.well-known/openid-configuration";

    private final String issuer;
    private final ResourceRetriever web;

    DiscoveredKeys(String issuer, ResourceRetriever web) {
        this.issuer = issuer;
        this.web = web;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        return new URLBasedJWKSetSource<>(address(), web).getJWKSet(refresh, now, context);
    }

    private URL address() throws KeySourceException {
        try {
            URL document = WebAddress.url(issuer.replaceFirst("/+$", "") + PATH);
            Map<String, Object> said =
                    JSONObjectUtils.parse(web.retrieveResource(document).getContent());
            if (!issuer.equals(said.get("issuer"))) {
                throw new KeySourceException("what is found there speaks for another issuer");
            }
            return keys(String.valueOf(said.get("jwks_uri")));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new KeySourceException("the issuer does not say where its keys are", e);
        }
    }

    /** What was asked for over TLS does not lead to where anybody could answer. */
    private URL keys(String address) {
        if (WebAddress.isTrusted(issuer) && !WebAddress.isTrusted(address)) {
            throw new IllegalArgumentException("the keys are not protected on their way");
        }
        return WebAddress.url(address);
    }

    @Override
    public void close() {}
}
