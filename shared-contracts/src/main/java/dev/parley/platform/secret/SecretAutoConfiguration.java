package dev.parley.platform.secret;

import com.google.crypto.tink.Aead;
import dev.parley.platform.security.TokenAutoConfiguration;
import dev.parley.platform.security.TokenSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For services that keep secrets. */
@AutoConfiguration(after = TokenAutoConfiguration.class)
@ConditionalOnClass({Aead.class, JdbcClient.class})
@EnableConfigurationProperties(VaultSettings.class)
class SecretAutoConfiguration {
    @Bean
    @Lazy
    Secrets secrets(
            TokenSettings settings,
            VaultSettings vault,
            Environment environment,
            ObjectProvider<JdbcClient> database,
            @Value("${parley.security.secret-key-previous}") String previous) {
        var operator = new OperatorSecrets(settings, vault, environment, () -> new MasterKeys(database.getObject()));
        byte[] secret = operator.current();
        return new Secrets(secret, KeyEncryption.envelope(secret, operator.before(previous)));
    }
}
