package dev.parley.simulator.llm;

import dev.parley.simulator.HttpCalls;
import dev.parley.simulator.http.Json;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client of the chat API as a test wants it: what it sends, and what it reads from a stream. */
final class Chat {
    private static final String[] HEADERS = {"Authorization", "Bearer sim"};
    private static final String PATH = "/chat/completions";

    private final HttpCalls calls;

    Chat(LlmSimulator llm) {
        calls = new HttpCalls(llm.baseUrl());
    }

    static ObjectNode request(String model, String text) {
        ObjectNode request = Json.object().put("model", model);
        request.putArray("messages").addObject().put("role", "user").put("content", text);
        return request;
    }

    static ObjectNode streamed(String model, String text) {
        ObjectNode request = request(model, text).put("stream", true);
        request.putObject("stream_options").put("include_usage", true);
        return request;
    }

    HttpResponse<String> send(ObjectNode request, String... moreHeaders) {
        return calls.post(PATH, request.toString(), headers(moreHeaders));
    }

    HttpResponse<Stream<String>> sendForLines(ObjectNode request) {
        return calls.postForLines(PATH, request.toString(), HEADERS);
    }

    CompletableFuture<HttpResponse<String>> sendLater(ObjectNode request) {
        return calls.postLater(PATH, request.toString(), HEADERS);
    }

    JsonNode answer(ObjectNode request) {
        return Json.MAPPER.readTree(send(request).body());
    }

    String text(ObjectNode request) {
        return answer(request)
                .path("choices")
                .path(0)
                .path("message")
                .path("content")
                .asString("");
    }

    /** The JSON of each event but the last, which is no JSON. */
    static List<JsonNode> events(String body) {
        return Arrays.stream(body.split("\n\n", -1))
                .filter(frame -> frame.startsWith("data: {"))
                .map(frame -> Json.MAPPER.readTree(frame.substring("data: ".length())))
                .toList();
    }

    static String joined(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("choices")
                        .path(0)
                        .path("delta")
                        .path("content")
                        .asString(""))
                .collect(Collectors.joining());
    }

    static List<String> finishReasons(List<JsonNode> events) {
        return events.stream()
                .map(event ->
                        event.path("choices").path(0).path("finish_reason").asString(""))
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    private static String[] headers(String... more) {
        return Stream.concat(Arrays.stream(HEADERS), Arrays.stream(more)).toArray(String[]::new);
    }
}
