package dev.parley.platform.secret;

import dev.parley.platform.security.TokenSettings;
import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import dev.parley.platform.settings.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/** What the settings stand for: a text for its own bytes, the URI of a key for those of the master key that it opens. */
final class OperatorSecrets {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TokenSettings settings;
    private final VaultSettings vault;
    private final Supplier<MasterKeys> keys;
    private final Stage stage;
    private final String service;

    /** @param keys asked for only when there is a URI */
    OperatorSecrets(TokenSettings settings, VaultSettings vault, Environment environment, Supplier<MasterKeys> keys) {
        this.settings = settings;
        this.vault = vault;
        this.keys = keys;
        this.stage = Stage.of(environment);
        this.service = environment.getProperty("spring.application.name", "");
    }

    /**
     * What is sealed with from now on.
     *
     * @throws BadSetting when it is no secret
     * @throws StartRefused when the key management service does not give it out
     */
    byte[] current() {
        if (!settings.secretIsUri()) {
            return settings.secret(stage);
        }
        String uri = settings.secretKey();
        try {
            return master("SECRET_KEY", uri).make();
        } catch (GeneralSecurityException e) {
            throw refused("SECRET_KEY", uri, e);
        }
    }

    /**
     * What was sealed with before.
     *
     * @param previous {@code SECRET_KEY_PREVIOUS}
     */
    List<byte[]> before(String previous) {
        if (previous.isEmpty() || previous.equals(settings.secretKey())) {
            return List.of();
        }
        if (!TokenSettings.isUri(previous)) {
            return List.of(previous.getBytes(StandardCharsets.UTF_8));
        }
        try {
            Optional<byte[]> known = master("SECRET_KEY_PREVIOUS", previous).find();
            return known.stream().toList();
        } catch (GeneralSecurityException e) {
            throw refused("SECRET_KEY_PREVIOUS", previous, e);
        }
    }

    private MasterKey master(String variable, String uri) {
        VaultKey key = VaultKey.of(variable, uri, stage);
        String name = vault.namespace().isEmpty() ? key.path() : vault.namespace() + "/" + key.path();
        return new MasterKey(keys.get(), name, new Vault(key, vault, PATIENCE), service);
    }

    private static StartRefused refused(String variable, String uri, GeneralSecurityException why) {
        return new StartRefused(variable + "=" + uri + ": " + why.getMessage());
    }
}
