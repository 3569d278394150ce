package dev.parley.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.local.process.Launch;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceLaunchTest {

    private final Plan plan = Plan.of(
            new Wishes(8000, 9092, 5433, EnumSet.allOf(Service.class), Map.of(), Set.of(Service.AGENT)),
            new PortBook(_ -> true, () -> 40_000));

    private Teaching teaching = Teaching.NONE;

    @Test
    void a_service_runs_small_from_its_extracted_jar() {
        Launch launch = launch(Map.of(), Optional.empty(), Service.CHAT);

        assertThat(launch.command())
                .startsWith("/jdk/bin/java")
                .contains("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1")
                .contains("-Xms384m", "-Xmx384m")
                .endsWith("-jar", "/apps/app.jar")
                .noneMatch(option -> option.startsWith("-javaagent") || option.startsWith("-agentlib"));
    }

    @Test
    void it_is_told_where_everything_is_on_loopback_and_keeps_the_callers_environment() {
        Launch launch = launch(Map.of("OPENAI_API_KEY", "sk-1", "PORT", "80"), Optional.empty(), Service.CHAT);

        assertThat(launch.environment())
                .containsEntry("OPENAI_API_KEY", "sk-1")
                .containsEntry("PORT", "8010")
                .containsEntry("MANAGEMENT_PORT", "9010")
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("CONVERSATION_SERVICE_URL", "http://127.0.0.1:8040")
                .containsEntry("PUBLIC_URL", plan.gatewayUrl())
                .doesNotContainKey("OTEL_SERVICE_NAME");
    }

    @Test
    void where_people_reach_the_gateway_is_the_callers_to_say() {
        Launch launch =
                launch(Map.of("PUBLIC_URL", "https://parley.example.com"), Optional.empty(), Service.CONVERSATION);

        assertThat(launch.environment()).containsEntry("PUBLIC_URL", "https://parley.example.com");
    }

    @Test
    void own_options_come_last_and_an_own_collector_replaces_ours() {
        Launch launch = launch(Map.of("CHAT_JAVA_OPTS", "-Xmx1g  -XX:+UseZGC"), Optional.empty(), Service.CHAT);

        assertThat(launch.command()).containsSubsequence("-Xmx384m", "-Xmx1g", "-XX:+UseZGC", "-jar");
        assertThat(launch.command()).doesNotContain("-XX:+UseSerialGC", "-Xms384m");
    }

    @Test
    void a_debugger_listens_on_loopback_only() {
        assertThat(launch(Map.of(), Optional.empty(), Service.AGENT).command())
                .contains("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:5005");
    }

    @Test
    void traces_go_to_the_receiver_and_metrics_and_logs_nowhere() {
        Launch launch = launch(Map.of(), Optional.of(new Tracing(Path.of("/agent.jar"), 4318)), Service.CHAT);

        assertThat(launch.command()).contains("-javaagent:/agent.jar", "-Xmx448m");
        assertThat(launch.environment())
                .containsEntry("OTEL_SERVICE_NAME", "chat-service")
                .containsEntry("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:4318/v1/traces")
                .containsEntry("OTEL_METRICS_EXPORTER", "none")
                .containsEntry("OTEL_LOGS_EXPORTER", "none");
    }

    @Test
    void addresses_that_the_caller_set_are_named_when_they_differ() {
        Map<String, String> environment =
                Map.of("DATABASE_URL", "postgresql://elsewhere/x", "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092");

        assertThat(new ServiceLaunch(Path.of("java"), plan, environment, Optional.empty(), Teaching.NONE).overridden())
                .containsExactly("DATABASE_URL");
    }

    @Test
    void the_broker_is_a_program_of_this_very_jar() {
        ServiceLaunch launch = new ServiceLaunch(
                Path.of("java"), plan, Map.of("KAFKA_JAVA_OPTS", "-Xmx1g"), Optional.empty(), Teaching.NONE);

        assertThat(launch.broker(Path.of("/data/kafka"), Path.of("/data/ready"), Path.of("/apps/kafka")))
                .containsSubsequence("-Xmx256m", "-Xmx1g", "-cp")
                .endsWith("dev.parley.local.broker.BrokerProcess", "/data/kafka", "9092", "40000", "/data/ready");
    }

    @Test
    void what_earlier_jvms_have_learnt_is_asked_for_by_process_and_build() {
        teaching = (name, jvm, build) -> jvm.with(List.of("-Dlearnt=" + name + build));

        assertThat(launch(Map.of(), Optional.empty(), Service.CHAT).command()).contains("-Dlearnt=chat-service/apps");
    }

    @Test
    void an_agent_or_another_collector_wherever_it_is_asked_for_cannot_be_taught() {
        assertThat(taught(Map.of())).isTrue();
        assertThat(taught(Map.of("CHAT_JAVA_OPTS", "-Xmx1g -XX:StartFlightRecording=filename=x.jfr")))
                .isTrue();
        assertThat(taught(Map.of("AGENT_JAVA_OPTS", "-javaagent:/jacoco.jar"))).isTrue();
        assertThat(taught(Map.of("CHAT_JAVA_OPTS", "-Xmx1g -javaagent:/jacoco.jar=port=1")))
                .isFalse();
        assertThat(taught(Map.of("CHAT_JAVA_OPTS", "-XX:+UseZGC"))).isFalse();
        assertThat(taught(Map.of("CHAT_JAVA_OPTS", "-XX:AOTMode=off"))).isFalse();
        assertThat(taught(Map.of("JAVA_TOOL_OPTIONS", "-agentlib:jdwp=server=y")))
                .isFalse();
    }

    private boolean taught(Map<String, String> environment) {
        teaching = (_, jvm, _) -> List.of(Boolean.toString(jvm.canBeTaught()));
        return launch(environment, Optional.empty(), Service.CHAT).command().equals(List.of("true"));
    }

    private Launch launch(Map<String, String> environment, Optional<Tracing> tracing, Service service) {
        Replica replica = plan.replicas().stream()
                .filter(each -> each.service() == service)
                .findFirst()
                .orElseThrow();
        return new ServiceLaunch(Path.of("/jdk/bin/java"), plan, environment, tracing, teaching)
                .of(replica, Path.of("/apps/app.jar"), Path.of("/logs/chat.log"));
    }
}
