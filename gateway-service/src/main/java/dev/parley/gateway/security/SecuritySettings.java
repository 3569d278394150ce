package dev.parley.gateway.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom the gateway believes.
 *
 * @param corsOrigins which origins may call from a browser, with their cookies; not given: the usual local ones, in production none
 * @param trustedProxies addresses and ranges of the proxies in front whose {@code X-Forwarded-*} headers count; not given: none
 */
@ConfigurationProperties("parley.gateway.security")
record SecuritySettings(
        @Nullable List<String> corsOrigins, @Nullable List<String> trustedProxies) {}
