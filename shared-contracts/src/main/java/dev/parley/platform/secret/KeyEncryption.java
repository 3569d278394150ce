package dev.parley.platform.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;

/** Envelopes whose outer key comes from a secret of the operator's; those of before still open. */
final class KeyEncryption {
    private static final String PURPOSE = "parley.key-encryption.v1";
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private KeyEncryption() {}

    /** @param previous secrets with which nothing is sealed any more */
    static Aead envelope(byte[] secret, List<byte[]> previous) {
        try {
            AeadConfig.register();
            KeysetHandle.Builder keys = KeysetHandle.newBuilder();
            keys.addEntry(entry(secret).makePrimary());
            for (byte[] before : previous) {
                keys.addEntry(entry(before));
            }
            Aead outer = keys.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
            return KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, outer);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key encryption key cannot be made", e);
        }
    }

    @AccessesPartialKey
    private static KeysetHandle.Builder.Entry entry(byte[] secret) throws GeneralSecurityException {
        byte[] derived = Secrets.derive(secret, PURPOSE);
        // Which key sealed a text stands before it: the id follows from the key, so that all replicas agree on it.
        int id = ByteBuffer.wrap(Secrets.derive(derived, "id")).getInt() | 1;
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(derived.length)
                .setIvSizeBytes(IV_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        AesGcmKey key = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(derived, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
        return KeysetHandle.importKey(key).withFixedId(id);
    }
}
