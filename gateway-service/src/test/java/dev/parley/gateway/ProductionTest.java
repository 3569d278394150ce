package dev.parley.gateway;

import static dev.parley.gateway.backing.Client.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.backing.Client;
import dev.parley.gateway.backing.OwnGateway;
import org.junit.jupiter.api.Test;

class ProductionTest {

    private static final String PRODUCTION = "ENVIRONMENT=production";

    @Test
    void production_tells_browsers_to_stay_on_https_and_hides_what_it_is_told_to() {
        try (OwnGateway gateway = OwnGateway.start(PRODUCTION, "PROMETHEUS_ENABLED=false")) {
            Client client = gateway.client();

            assertThat(header(client.get("/health"), "Strict-Transport-Security"))
                    .startsWith("max-age=");
            assertThat(client.get("/metrics").statusCode()).isEqualTo(404);
            assertThat(client.get("/health", "Origin", "http://localhost:3000").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void production_refuses_to_let_every_site_in() {
        assertThatThrownBy(() -> OwnGateway.start(PRODUCTION, "CORS_ORIGINS=*"))
                .hasStackTraceContaining("CORS_ORIGINS=* is not accepted");
    }

    @Test
    void development_may_let_every_site_in_without_credentials() {
        try (OwnGateway gateway = OwnGateway.start("CORS_ORIGINS=*")) {
            var answer = gateway.client().get("/health", "Origin", "https://any.example");

            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }
}
