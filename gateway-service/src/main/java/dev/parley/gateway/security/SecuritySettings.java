package dev.parley.gateway.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param corsOrigins which origins may call from a browser, with their cookies; not given: the usual local ones, in production none */
@ConfigurationProperties("parley.gateway.security")
record SecuritySettings(@Nullable List<String> corsOrigins) {}
