package dev.parley.platform.secret;

import com.google.crypto.tink.Aead;
import dev.parley.platform.security.TokenAutoConfiguration;
import dev.parley.platform.security.TokenSettings;
import dev.parley.platform.settings.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** For services that keep secrets. */
@AutoConfiguration(after = TokenAutoConfiguration.class)
@ConditionalOnClass(Aead.class)
class SecretAutoConfiguration {
    @Bean
    @Lazy
    Secrets secrets(
            TokenSettings settings,
            Environment environment,
            @Value("${parley.security.secret-key-previous}") String previous) {
        byte[] secret = settings.secret(Stage.of(environment));
        List<byte[]> before = previous.isEmpty() || previous.equals(settings.secretKey())
                ? List.of()
                : List.of(previous.getBytes(StandardCharsets.UTF_8));
        return new Secrets(secret, KeyEncryption.envelope(secret, before));
    }
}
