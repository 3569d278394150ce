package dev.parley.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals what must not be read in a database or a backup: each text with a key of its own, which is sealed with one derived from
 * {@code SECRET_KEY}, or from the master key that the key management service has opened which that names. Asks nobody: it may be
 * called within a transaction. Thread-safe.
 */
public final class Secrets {
    private static final String MAC = "HmacSha256";
    private static final int KEY_BYTES = 32;

    private final byte[] secret;
    private final Aead aead;

    Secrets(byte[] secret, Aead aead) {
        this.secret = secret.clone();
        this.aead = aead;
    }

    /** @param context whose and what it is, such as {@code signing-key:ID}: nobody can put it in another's place */
    public byte[] seal(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be sealed", e);
        }
    }

    /** @throws SealBroken when it was sealed with a key that is not known here, or for another context */
    public byte[] open(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(context, e);
        }
    }

    /**
     * A key of 32 bytes for one purpose, the same in all replicas of a service, and another one after {@code SECRET_KEY} was
     * changed; it says nothing about the keys of other purposes.
     */
    public byte[] keyFor(String purpose) {
        return derive(secret, purpose);
    }

    static byte[] derive(byte[] secret, String purpose) {
        try {
            return Hkdf.computeHkdf(MAC, secret, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be derived", e);
        }
    }
}
