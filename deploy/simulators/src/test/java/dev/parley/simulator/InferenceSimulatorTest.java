package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.inference.InferenceSimulator;
import dev.parley.simulator.inference.SimulatedRun;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InferenceSimulatorTest {
    private static final String KEY = "Authorization";
    private static final String SIM = "Bearer sim";

    private final InferenceSimulator inference = InferenceSimulator.start(0, Duration.ofMillis(50));
    private final HttpCalls http = new HttpCalls(inference.baseUrl());

    @AfterEach
    void close() {
        inference.close();
    }

    @Test
    void a_prediction_at_replicate_starts_is_processed_and_succeeds() {
        String predictions = "/replicate/v1/predictions/";
        HttpResponse<String> created = http.post(
                "/replicate/v1/models/ada/poet/predictions", "{\"input\":{\"hold\":true,\"seconds\":0.02}}", KEY, SIM);
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode prediction = json(created);
        String id = prediction.path("id").asString();
        assertThat(prediction.path("status").asString()).isEqualTo("starting");

        JsonNode processing = http.json(predictions + id, KEY, SIM);
        assertThat(processing.path("status").asString()).isEqualTo("processing");
        assertThat(processing.path("logs").asString()).contains("50%|");

        run().release();
        JsonNode ended = http.json(predictions + id, KEY, SIM);
        assertThat(ended.path("status").asString()).isEqualTo("succeeded");
        assertThat(ended.path("output").path("echo").path("seconds").asDouble()).isEqualTo(0.02);
        assertThat(ended.path("metrics").path("predict_time").asDouble()).isEqualTo(0.02);
        assertThat(json(http.post(predictions + id + "/cancel", "", KEY, SIM))
                        .path("status")
                        .asString())
                .isEqualTo("succeeded");
    }

    @Test
    void replicate_refuses_in_its_own_words() {
        String path = "/replicate/v1/predictions";
        assertThat(http.post(path, "{}").statusCode()).isEqualTo(401);
        HttpResponse<String> missing = http.post(path, "{\"version\":\"ada/missing\",\"input\":{}}", KEY, SIM);
        assertThat(missing.statusCode()).isEqualTo(404);
        HttpResponse<String> invalid =
                http.post(path, "{\"version\":\"ada/poet:1\",\"input\":{\"invalid\":true}}", KEY, SIM);
        assertThat(invalid.statusCode()).isEqualTo(422);
        assertThat(json(invalid).path("detail").asString()).contains("input");
        assertThat(inference.runs()).isEmpty();
    }

    @Test
    void a_job_at_runpod_waits_fails_or_is_cancelled() {
        JsonNode queued = json(http.post("/runpod/v2/e1/run", "{\"input\":{\"error\":\"boom\"}}", KEY, SIM));
        assertThat(queued.path("status").asString()).isEqualTo("IN_QUEUE");
        JsonNode failed = http.json("/runpod/v2/e1/status/" + queued.path("id").asString(), KEY, SIM);
        assertThat(failed.path("status").asString()).isEqualTo("FAILED");
        assertThat(failed.path("error").asString()).isEqualTo("boom");

        JsonNode held = json(http.post("/runpod/v2/e1/run", "{\"input\":{\"hold\":true}}", KEY, SIM));
        String id = held.path("id").asString();
        assertThat(http.json("/runpod/v2/e1/status/" + id, KEY, SIM)
                        .path("status")
                        .asString())
                .isEqualTo("IN_PROGRESS");
        assertThat(json(http.post("/runpod/v2/e1/cancel/" + id, "", KEY, SIM))
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void modal_refers_to_where_the_answer_will_be_when_it_takes_long() {
        HttpResponse<String> slow = http.post("/modal/poet", "{\"hold\":true,\"output\":\"a poem\"}");
        assertThat(slow.statusCode()).isEqualTo(303);
        String place = slow.headers().firstValue("Location").orElseThrow();
        String path = place.substring(inference.baseUrl().length());
        assertThat(http.get(path).statusCode()).isEqualTo(303);

        run().release();
        assertThat(http.json(path).asString()).isEqualTo("a poem");
        assertThat(json(http.post("/modal/hasty", "{}")).path("result_url").asString())
                .contains("__modal_function_call_id=");
        assertThat(http.post("/modal/private", "{}").statusCode()).isEqualTo(401);
        assertThat(http.post("/modal/poet", "{\"error\":\"boom\"}").statusCode())
                .isEqualTo(500);
    }

    @Test
    void calls_are_refused_or_cut_when_a_test_wants_it() {
        inference.refuse(request -> request.path().endsWith("/run"), 429, Map.of("Retry-After", "1"));
        inference.cut(request -> request.path().endsWith("/run"));

        HttpResponse<String> refused = http.post("/runpod/v2/e1/run", "{\"input\":{}}", KEY, SIM);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(inference.runs()).isEmpty();
        assertThatThrownBy(() -> http.post("/runpod/v2/e1/run", "{\"input\":{}}", KEY, SIM))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(inference.runs()).hasSize(1);
    }

    private SimulatedRun run() {
        return inference.runs().getLast();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }
}
