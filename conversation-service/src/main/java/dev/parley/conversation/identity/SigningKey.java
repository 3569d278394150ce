package dev.parley.conversation.identity;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;

/**
 * A key pair that access tokens are signed with.
 *
 * @param pair with its private part
 * @param due whether it signs already, by the database's clock
 */
record SigningKey(JWK pair, String algorithm, Instant signsFrom, boolean due) {
    String id() {
        return pair.getKeyID();
    }
}
