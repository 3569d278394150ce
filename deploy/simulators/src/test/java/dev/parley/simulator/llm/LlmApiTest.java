package dev.parley.simulator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulator.HttpCalls;
import dev.parley.simulator.http.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LlmApiTest {
    private static final Logger EXPECTED_FAILURES = Logger.getLogger("dev.parley.simulator.http.Connection");

    private final LlmSimulator llm = LlmSimulator.start();
    private final HttpCalls calls = new HttpCalls(llm.baseUrl());

    @AfterEach
    void stop() {
        llm.close();
    }

    @Test
    void models_are_listed_and_any_name_is_one() {
        JsonNode all = calls.json("/models", "Authorization", "Bearer k");
        JsonNode one = calls.json("/models/sim-5x5", "Authorization", "Bearer k");

        assertThat(all.path("object").asString()).isEqualTo("list");
        assertThat(one.path("id").asString()).isEqualTo("sim-5x5");
    }

    @Test
    void texts_that_share_words_have_vectors_near_each_other() {
        JsonNode data = embeddings("{\"model\":\"e\",\"dimensions\":256,"
                + "\"input\":[\"a cafe in Berlin\",\"the cafe of Berlin\",\"quarterly tax report\"]}");

        float[] cafe = floats(data.path(0));
        assertThat(dot(cafe, cafe)).isBetween(0.999, 1.001);
        assertThat(dot(cafe, floats(data.path(1)))).isGreaterThan(dot(cafe, floats(data.path(2))) + 0.2);
        assertThat(embeddings("{\"model\":\"e\",\"dimensions\":256,\"input\":\"a cafe in Berlin\"}"))
                .first()
                .isEqualTo(data.path(0));
    }

    @Test
    void vectors_are_as_long_as_those_of_the_model_and_as_many_as_there_are_texts() {
        JsonNode data = embeddings("{\"model\":\"nomic-embed-text\",\"input\":[\"a\",\"b\"]}");

        assertThat(data).hasSize(2);
        assertThat(floats(data.path(1))).hasSize(768);
    }

    @Test
    void embeddings_are_refused_as_the_real_ones_are_and_fail_as_often_as_is_wanted() {
        llm.failEmbeddings(Script.fail(429).times(1).retryAfter(Duration.ofSeconds(2)));

        assertThat(refusal("{\"model\":\"e\",\"input\":\"x\"}")).isEqualTo("rate_limit_exceeded");
        assertThat(embeddings("{\"model\":\"e\",\"input\":\"x\"}")).hasSize(1);
        assertThat(refusal("{\"input\":\"x\"}")).isEqualTo("missing_required_parameter");
        assertThat(refusal("{\"model\":\"e\",\"input\":[\"\"]}")).isEmpty();
        assertThat(llm.embeddingRequests()).hasSize(4);
    }

    @Test
    void vectors_may_be_packed() {
        JsonNode plain = embeddings("{\"model\":\"e\",\"dimensions\":8,\"input\":\"x\"}");
        JsonNode packed =
                embeddings("{\"model\":\"e\",\"dimensions\":8,\"input\":\"x\",\"encoding_format\":\"base64\"}");

        byte[] bytes =
                Base64.getDecoder().decode(packed.path(0).path("embedding").asString());
        float first = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat();
        assertThat(bytes).hasSize(32);
        assertThat(first).isEqualTo(floats(plain.path(0))[0]);
    }

    @Test
    void another_process_can_ask_what_was_received() {
        calls.post(
                "/chat/completions",
                Chat.request("sim", "Hello").toString(),
                "Authorization",
                "Bearer k",
                "traceparent",
                "00-aa-bb-01");
        HttpCalls self = new HttpCalls(llm.baseUrl().replace("/v1", ""));

        assertThat(self.json("/sim/stats").path("requests").asInt()).isEqualTo(1);
        JsonNode last = self.json("/sim/requests?last=1").path(0);
        assertThat(last.path("headers").path("traceparent").asString()).isEqualTo("00-aa-bb-01");
        assertThat(last.path("body").path("model").asString()).isEqualTo("sim");
    }

    @Test
    void one_connection_serves_a_stream_and_then_another_call() throws IOException {
        URI address = URI.create(llm.baseUrl());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(raw(Chat.streamed("sim-3x1", "Hi").toString()));
            String first = readUntil(socket, "0\r\n\r\n");
            socket.getOutputStream().write(raw(Chat.request("sim", "Again").toString()));
            String second = readUntil(socket, "fp_simulator");

            assertThat(first).startsWith("HTTP/1.1 200 OK").contains("t2@");
            assertThat(second).startsWith("HTTP/1.1 200 OK").contains("You said: Again");
        }
    }

    @Test
    void a_connection_is_closed_when_the_client_wants_it_so() throws IOException {
        URI address = URI.create(llm.baseUrl());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /sim/stats HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(all).contains("connection: close").endsWith("\"cancelled_streams\":0}");
        }
    }

    @Test
    void a_script_that_throws_is_a_server_error_that_says_so() {
        EXPECTED_FAILURES.setLevel(Level.OFF);
        llm.respondTo(request -> true, Script.say(request -> {
            throw new IllegalStateException("the test is wrong");
        }));

        String body = calls.post(
                        "/chat/completions", Chat.request("sim", "Hello").toString(), "Authorization", "Bearer k")
                .body();

        assertThat(body).contains("the test is wrong");
    }

    private JsonNode embeddings(String request) {
        return Json.MAPPER
                .readTree(calls.post("/embeddings", request, "Authorization", "Bearer k")
                        .body())
                .path("data");
    }

    private String refusal(String request) {
        return Json.MAPPER
                .readTree(calls.post("/embeddings", request, "Authorization", "Bearer k")
                        .body())
                .path("error")
                .path("code")
                .asString("");
    }

    private static float[] floats(JsonNode item) {
        JsonNode vector = item.path("embedding");
        float[] values = new float[vector.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) vector.path(i).asDouble();
        }
        return values;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static byte[] raw(String body) {
        return ("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] some = new byte[4096];
        while (text.indexOf(end) < 0) {
            int read = socket.getInputStream().read(some);
            assertThat(read).as("more to read").isPositive();
            text.append(new String(some, 0, read, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
