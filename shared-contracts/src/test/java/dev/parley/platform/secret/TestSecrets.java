package dev.parley.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Gives tests of other packages something to seal with. */
public final class TestSecrets {
    private TestSecrets() {}

    public static Secrets of(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        return new Secrets(bytes, KeyEncryption.envelope(bytes, List.of()));
    }
}
