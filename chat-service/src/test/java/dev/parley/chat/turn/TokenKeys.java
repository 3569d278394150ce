package dev.parley.chat.turn;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.parley.testing.token.TestTokens;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets the service believe {@link TestTokens}. */
@TestConfiguration(proxyBeanMethods = false)
class TokenKeys {
    @Bean
    JWKSource<SecurityContext> tokenKeys() {
        return TestTokens.keys();
    }
}
