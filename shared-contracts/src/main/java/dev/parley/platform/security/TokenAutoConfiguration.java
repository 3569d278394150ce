package dev.parley.platform.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.parley.platform.settings.Stage;
import dev.parley.platform.time.TimeAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Access tokens for every service, the gateway too. Who issues them brings the keys along. */
@AutoConfiguration(after = TimeAutoConfiguration.class)
@ConditionalOnWebApplication
@EnableConfigurationProperties(TokenSettings.class)
public class TokenAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    JWKSource<SecurityContext> tokenKeys(TokenSettings settings, Environment environment) {
        return settings.algorithm() == SigningAlgorithm.HS256
                ? new ImmutableSecret<>(settings.secret(Stage.of(environment)))
                : new IssuerKeys(settings.issuerUrls());
    }

    @Bean
    AccessTokens accessTokens(TokenSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        return new AccessTokens(settings, keys, clock);
    }
}
