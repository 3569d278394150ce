package dev.parley.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of one cache. A question is in its key as a digest: of a secret cache by a key that only the service has, since short
 * questions could be guessed from their digests.
 */
final class CacheKeys {
    private static final String MAC = "HmacSHA256";
    /** Digests of questions that everybody may know need no secret. */
    private static final byte[] OPEN = "parley.cache".getBytes(UTF_8);

    private final CacheSpec<?> spec;
    private final SecretKeySpec key;

    /** @param secret for caches that are secret; else empty */
    CacheKeys(CacheSpec<?> spec, byte[] secret) {
        this.spec = spec;
        this.key = new SecretKeySpec(secret.length == 0 ? OPEN : secret, MAC);
    }

    EntryKey of(String tenant, String question) {
        String version = spec.name() + ":v" + spec.version() + ":";
        return new EntryKey(tenant, version + digest(version + spec.type().toCanonical(), tenant, question));
    }

    /** No tenant and no type has a zero in its name, so that none runs into the next part. */
    private String digest(String cache, String tenant, String question) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update((cache + '\0' + tenant + '\0' + question).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
