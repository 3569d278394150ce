package dev.parley.conversation.identity;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;

/**
 * A key that access tokens are signed with.
 *
 * @param publicKey all that others get of it
 * @param due whether it signs already, by the database's clock
 */
record SigningKey(JWK publicKey, String algorithm, Instant signsFrom, boolean due) {
    String id() {
        return publicKey.getKeyID();
    }
}
