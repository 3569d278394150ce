package dev.parley.gateway;

import static dev.parley.gateway.backing.Client.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.backing.Client;
import dev.parley.gateway.backing.OwnGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

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
    void production_sends_whom_a_proxy_let_in_over_http_to_https() {
        try (OwnGateway gateway = OwnGateway.start(PRODUCTION, "TRUSTED_PROXIES=127.0.0.1")) {
            Client client = gateway.client();

            var plain = client.get(
                    "/api/tools?limit=1", "X-Forwarded-Proto", "http", "X-Forwarded-Host", "parley.example:80");

            assertThat(plain.statusCode()).isEqualTo(308);
            assertThat(header(plain, "Location")).isEqualTo("https://parley.example/api/tools?limit=1");
            assertThat(client.get("/health", "X-Forwarded-Proto", "https").statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_proxy_that_nobody_named_leads_nobody_in_circles_and_is_told_of_once(CapturedOutput output) {
        try (OwnGateway gateway = OwnGateway.start(PRODUCTION, "TRUSTED_PROXIES=192.0.2.1")) {
            Client client = gateway.client();

            assertThat(client.get("/health", "X-Forwarded-Proto", "https").statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/health", "X-Forwarded-Proto", "http").statusCode())
                    .isEqualTo(200);
        }

        assertThat(output.getOut().lines().filter(line -> line.contains("not in TRUSTED_PROXIES")))
                .hasSize(1);
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
