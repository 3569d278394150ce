package dev.parley.platform.secret;

import dev.parley.platform.settings.BadSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * As whom HashiCorp Vault is asked; all may be empty, as behind a proxy that brings its own token along.
 *
 * @param token {@code VAULT_TOKEN}
 * @param tokenFile a file with the token ({@code VAULT_TOKEN_FILE}), such as Vault's agent writes
 * @param namespace {@code VAULT_NAMESPACE}
 */
@ConfigurationProperties("parley.vault")
record VaultSettings(String token, String tokenFile, String namespace) {
    @Override
    public String toString() {
        return "VaultSettings";
    }

    /** @throws BadSetting when the file cannot be read, or there is something else than a token */
    String currentToken() {
        if (tokenFile.isEmpty()) {
            return readable("VAULT_TOKEN", token);
        }
        try {
            return readable("VAULT_TOKEN_FILE", Files.readString(Path.of(tokenFile)));
        } catch (IOException | InvalidPathException e) {
            throw BadSetting.value("VAULT_TOKEN_FILE", tokenFile, "a file that can be read");
        }
    }

    /** What cannot be sent would be told by whoever refuses to send it. */
    private static String readable(String variable, String text) {
        String token = text.strip();
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw BadSetting.hidden(variable, "a token: printable ASCII without spaces");
        }
        return token;
    }
}
