package dev.parley.testing.kms;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key of the type {@code aes256-gcm96}, in its first version. */
final class TransitKey {
    private static final String VERSION = "vault:v1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key = new SecretKeySpec(bytes(32), "AES");

    String encrypt(String plaintext, String associatedData) throws GeneralSecurityException {
        byte[] nonce = bytes(NONCE_BYTES);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, associatedData).doFinal(decoded(plaintext));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return VERSION + Base64.getEncoder().encodeToString(all);
    }

    String decrypt(String ciphertext, String associatedData) throws GeneralSecurityException {
        if (!ciphertext.startsWith(VERSION)) {
            throw new IllegalArgumentException("invalid ciphertext: no prefix");
        }
        ByteBuffer all = ByteBuffer.wrap(decoded(ciphertext.substring(VERSION.length())));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] sealed = new byte[all.remaining()];
        all.get(sealed);
        return Base64.getEncoder()
                .encodeToString(
                        cipher(Cipher.DECRYPT_MODE, nonce, associatedData).doFinal(sealed));
    }

    private Cipher cipher(int mode, byte[] nonce, String associatedData) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(decoded(associatedData));
        return cipher;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
