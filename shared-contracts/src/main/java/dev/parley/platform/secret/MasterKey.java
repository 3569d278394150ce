package dev.parley.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * A random key that stands where a secret's bytes would, kept as a key management service has sealed it. The service is asked
 * when a replica starts, and by nothing that waits for an answer or holds a transaction.
 */
final class MasterKey {
    private static final int BYTES = 32;

    private final MasterKeys keys;
    private final String name;
    private final Aead kms;
    private final byte[] context;

    /**
     * @param name which key of the key management service it is
     * @param owner the service: what is sealed for one does not open for another
     */
    MasterKey(MasterKeys keys, String name, Aead kms, String owner) {
        this.keys = keys;
        this.name = name;
        this.kms = kms;
        this.context = ("parley.master-key.v1:" + owner).getBytes(StandardCharsets.UTF_8);
    }

    /** Made when there is none; of replicas that start together all get the one that was kept first. */
    byte[] make() throws GeneralSecurityException {
        if (keys.find(name).isEmpty()) {
            keys.add(name, kms.encrypt(Random.randBytes(BYTES), context));
        }
        return find().orElseThrow();
    }

    /** Empty when nothing was ever sealed with it. */
    Optional<byte[]> find() throws GeneralSecurityException {
        Optional<byte[]> sealed = keys.find(name);
        return sealed.isEmpty() ? sealed : Optional.of(kms.decrypt(sealed.get(), context));
    }
}
