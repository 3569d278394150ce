package dev.parley.conversation.identity;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.parley.platform.security.SigningAlgorithm;
import dev.parley.platform.security.TokenSettings;
import dev.parley.platform.settings.Stage;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who issues tokens verifies them with its own keys, where others fetch them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
@EnableScheduling
class IdentityConfiguration {
    @Bean
    WebMvcConfigurer accountsOfOtherIssuers(ForeignCallers foreignCallers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(foreignCallers);
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> tokenKeys(TokenSettings settings, Environment environment, KeyRing ring) {
        return settings.algorithm() == SigningAlgorithm.HS256
                ? new ImmutableSecret<>(settings.secret(Stage.of(environment)))
                : (selector, _) -> ring.find(selector);
    }
}
