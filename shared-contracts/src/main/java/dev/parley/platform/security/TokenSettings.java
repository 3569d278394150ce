package dev.parley.platform.security;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What access tokens look like here; the same in all services.
 *
 * @param secretKey what only the operator knows ({@code SECRET_KEY}), at least 32 bytes, or the URI of a key in a key management
 *     service
 * @param guestSessions whether visitors without an account may ask questions
 * @param issuerUrls where conversation-service is, which publishes the keys
 */
@ConfigurationProperties("parley.security")
public record TokenSettings(
        SigningAlgorithm algorithm,
        String secretKey,
        String issuer,
        String audience,
        boolean guestSessions,
        List<URI> issuerUrls) {
    private static final String VARIABLE = "SECRET_KEY";
    private static final String DEVELOPMENT = "parley-development-secret-that-everybody-knows";
    private static final int MIN_BYTES = 32;
    private static final Pattern URI_FORM = Pattern.compile("[a-z][a-z0-9+.-]*://");
    private static final String ACCEPTED =
            "at least 32 bytes that nobody can guess, such as `openssl rand -base64 48` prints";

    @Override
    public String toString() {
        return "TokenSettings " + algorithm;
    }

    /** Whether a secret is elsewhere, and this its address. */
    public static boolean isUri(String secret) {
        return URI_FORM.matcher(secret).lookingAt();
    }

    /** Whether {@code SECRET_KEY} names a key that never comes here. */
    public boolean secretIsUri() {
        return isUri(secretKey);
    }

    /** @throws BadSetting when there is none that protects anything, or it is elsewhere: who verifies must know it */
    public byte[] secret(Stage stage) {
        if (secretIsUri()) {
            throw BadSetting.hidden(
                    VARIABLE, "a secret with ALGORITHM=HS256: a key management service gives its key to nobody");
        }
        if (secretKey.isEmpty()) {
            if (stage == Stage.PRODUCTION) {
                throw BadSetting.hidden(VARIABLE, ACCEPTED + "; production has no default for it");
            }
            return DEVELOPMENT.getBytes(StandardCharsets.UTF_8);
        }
        byte[] secret = secretKey.getBytes(StandardCharsets.UTF_8);
        if (secret.length < MIN_BYTES || (stage == Stage.PRODUCTION && secretKey.equals(DEVELOPMENT))) {
            throw BadSetting.hidden(VARIABLE, ACCEPTED);
        }
        return secret;
    }
}
