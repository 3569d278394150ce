package dev.parley.platform.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import dev.parley.platform.time.TimeAutoConfiguration;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Access tokens for every service, the gateway too. Who issues them brings the keys along. */
@AutoConfiguration(after = TimeAutoConfiguration.class)
@ConditionalOnWebApplication
@EnableConfigurationProperties({TokenSettings.class, ForeignIssuerSettings.class})
public class TokenAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    JWKSource<SecurityContext> tokenKeys(TokenSettings settings, Environment environment) {
        return settings.algorithm() == SigningAlgorithm.HS256
                ? new ImmutableSecret<>(settings.secret(Stage.of(environment)))
                : new IssuerKeys(settings.issuerUrls());
    }

    @Bean
    Revocations revocations(Clock clock) {
        return new Revocations(clock);
    }

    @Bean
    AccessTokens accessTokens(
            TokenSettings settings,
            ForeignIssuerSettings others,
            JWKSource<SecurityContext> keys,
            Revocations revocations,
            Environment environment,
            Clock clock) {
        Map<String, TokenReader> foreign = new HashMap<>();
        for (ForeignIssuer issuer : others.issuers(Stage.of(environment))) {
            if (issuer.name().equals(settings.issuer())) {
                throw BadSetting.value("TOKEN_ISSUER", issuer.name(), "another one than that of OIDC_ISSUERS");
            }
            foreign.put(issuer.name(), new ForeignTokens(issuer, new ForeignKeys(issuer), clock));
        }
        return new AccessTokens(settings, keys, foreign, revocations, clock);
    }
}
