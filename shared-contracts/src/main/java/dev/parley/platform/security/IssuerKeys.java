package dev.parley.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public keys of an issuer, from whichever of its replicas has the wanted one. Thread-safe. */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private final List<ReplicaKeys> replicas;

    /** @param replicas of the issuer, each with the same keys */
    IssuerKeys(List<URI> replicas) {
        this.replicas = replicas.stream().map(ReplicaKeys::new).toList();
    }

    /** @throws KeySourceException when none of them could say which keys there are */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        KeySourceException away = new KeySourceException("the issuer has no address");
        boolean answered = false;
        for (ReplicaKeys replica : replicas) {
            try {
                List<JWK> found = replica.get(selector, context);
                if (!found.isEmpty()) {
                    return found;
                }
                answered = true;
            } catch (KeySourceException unknown) {
                away = unknown;
            }
        }
        if (answered) {
            return List.of();
        }
        throw away;
    }
}
