package dev.parley.gateway.security;

import dev.parley.gateway.FilterOrder;
import dev.parley.platform.settings.Stage;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;

/** Lets pages of the allowed origins call every path. */
@Configuration(proxyBeanMethods = false)
class Cors {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /** What a page's script may read besides the body. */
    private static final List<String> EXPOSED = List.of(
            "X-Request-Id",
            "Location",
            "Retry-After",
            "Idempotent-Replayed",
            "RateLimit",
            "RateLimit-Policy",
            "WWW-Authenticate");

    @Bean
    @Order(FilterOrder.CORS)
    CorsWebFilter corsFilter(SecuritySettings settings, Environment environment) {
        CorsConfiguration everywhere = configuration(Origins.of(settings.corsOrigins(), Stage.of(environment)));
        return new CorsWebFilter(_ -> everywhere, new StrangerRefusal());
    }

    private static CorsConfiguration configuration(Origins origins) {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins.listed());
        configuration.setAllowCredentials(!origins.any());
        configuration.setAllowedMethods(METHODS);
        configuration.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        configuration.setExposedHeaders(EXPOSED);
        configuration.setMaxAge(Duration.ofHours(1));
        return configuration;
    }
}
