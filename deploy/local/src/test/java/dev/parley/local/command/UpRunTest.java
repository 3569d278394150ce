package dev.parley.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.local.data.DataFolder;
import dev.parley.local.fake.FakeCheckout;
import dev.parley.local.plan.Service;
import dev.parley.local.plan.Wishes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real broker and database; services that are fakes. */
class UpRunTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen = new Screen(shown);

    @Test
    void brings_everything_up_reports_it_restarts_what_dies_and_takes_it_down(@TempDir Path root) throws Exception {
        DataFolder data = new DataFolder(root.resolve("data"));
        UpRun run = new UpRun(new Home(FakeCheckout.in(root)), data, options(Map.of(Service.AGENT, 2)), screen);
        try {
            assertThat(run.start()).as(shown.toString(StandardCharsets.UTF_8)).isTrue();

            JsonNode status = status(data);
            assertThat(status.path("services"))
                    .hasSize(6)
                    .allMatch(service -> service.path("healthy").asBoolean()
                            && service.path("rss_mb").asInt() > 0);
            assertThat(status.path("kafka").path("pid").asLong()).isPositive();
            assertThat(status.path("postgres").path("url").asString()).endsWith("/parley");
            String environment = environmentOf(status.path("services").get(0));
            assertThat(environment)
                    .contains("AGENT_SERVICE_URL=http://127.0.0.1:")
                    .contains("SERVER_ADDRESS=127.0.0.1")
                    .contains("OTEL_SERVICE_NAME=gateway-service");

            restartsTheBroker(data, status.path("kafka").path("pid").asLong());
            refusesASecond(root, data);
        } finally {
            run.stop();
        }
        assertThat(data.state()).doesNotExist();
        assertThat(said())
                .contains("Ready in", "curl -N -X POST", "agent-service-2", "stopped")
                .containsSubsequence(
                        "gateway-service          stopped", "kafka                    stopped", "postgres");
        assertThat(StatusCommand.show(data, true, screen, screen)).isEqualTo(1);
    }

    @Test
    void a_service_that_dies_at_start_is_shown_with_its_last_words(@TempDir Path root) throws Exception {
        DataFolder data = new DataFolder(root.resolve("data"));
        Files.writeString(root.resolve(".env"), "FAKE_DIES=chat-service");
        UpRun run = new UpRun(new Home(FakeCheckout.in(root)), data, options(Map.of()), screen);

        boolean started = run.start();
        run.stop();

        assertThat(started).isFalse();
        assertThat(said())
                .contains("chat-service: ended while starting (exit code 3)", "| the flux capacitor is empty");
        assertThat(data.state()).doesNotExist();
    }

    private void restartsTheBroker(DataFolder data, long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        await().atMost(LONG).untilAsserted(() -> {
            long now = status(data).path("kafka").path("pid").asLong();
            assertThat(now).isNotEqualTo(pid).isPositive();
            assertThat(data.kafkaReady()).exists();
        });
    }

    private void refusesASecond(Path root, DataFolder data) throws Exception {
        UpRun second = new UpRun(new Home(root), data, options(Map.of()), screen);

        assertThat(second.start()).isFalse();
        second.stop();

        assertThat(said()).contains("Already running on " + data.root());
        assertThat(data.state()).exists();
    }

    private static UpOptions options(Map<Service, Integer> replicas) {
        Wishes wishes = new Wishes(0, 0, 0, EnumSet.allOf(Service.class), replicas, Set.of());
        return new UpOptions(wishes, true, true, true, false);
    }

    private static JsonNode status(DataFolder data) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        assertThat(StatusCommand.show(data, true, new Screen(json), Screen.standard()))
                .isZero();
        return new JsonMapper().readTree(json.toByteArray());
    }

    private static String environmentOf(JsonNode service) throws IOException, InterruptedException {
        URI address =
                URI.create("http://127.0.0.1:" + service.path("management_port").asInt());
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private String said() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
