package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestConstructor;

@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ManagementTest {
    private final Calls calls;
    private final Calls management;
    private final String version;

    ManagementTest(Calls calls, @LocalManagementPort int managementPort, @Value("${info.version}") String version) {
        this.calls = calls;
        this.management = new Calls(managementPort);
        this.version = version;
    }

    @Test
    void readiness_looks_at_database_and_broker() {
        var health = management.get("/actuator/health/readiness");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("status").asString()).isEqualTo("UP");
        var components = health.json().path("components");
        assertThat(components.path("db").path("status").asString()).isEqualTo("UP");
        assertThat(components.path("kafka").path("status").asString()).isEqualTo("UP");
        assertThat(components.path("kafka").path("details").path("nodes").asInt())
                .isEqualTo(1);
    }

    @Test
    void liveness_looks_at_nothing_but_the_process() {
        var health = management.get("/actuator/health/liveness");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("components").has("db")).isFalse();
    }

    @Test
    void metrics_name_their_service_and_the_routes() {
        calls.get("/things");

        var metrics = management.get("/actuator/prometheus").response().body();

        assertThat(metrics).contains("service=\"thing-service\"", "uri=\"/things\"", "hikaricp_connections");
    }

    @Test
    void info_tells_the_version() {
        assertThat(management.get("/actuator/info").json().path("version").asString())
                .isEqualTo("1.2.3")
                .isEqualTo(version);
    }

    @Test
    void work_can_be_looked_at_and_a_wrong_question_is_told() {
        assertThat(management
                        .get("/actuator/work?state=dead&limit=5")
                        .json()
                        .path("items")
                        .isArray())
                .isTrue();
        assertThat(management.get("/actuator/work?state=lost").status()).isEqualTo(400);
        assertThat(management.get("/actuator/work/nonsense").status()).isEqualTo(400);
        assertThat(management
                        .post("/actuator/work/019ae000-0000-7000-8000-000000000000/replay", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_public_port_serves_none_of_it() {
        assertThat(calls.get("/actuator/work").status()).isEqualTo(404);
        assertThat(calls.get("/actuator/health").status()).isEqualTo(404);
        assertThat(calls.get("/actuator/prometheus").status()).isEqualTo(404);
    }
}
