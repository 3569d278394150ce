package dev.parley.agent.inference;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Jobs of serverless endpoints at RunPod. It has no idempotency: one that nobody fetches ends itself ({@code policy}). */
record Runpod(ProviderAccount account, ProviderHttp http, Duration timeout) implements InferenceProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public ProviderName name() {
        return ProviderName.RUNPOD;
    }

    @Override
    public Prediction begin(String endpoint, JsonNode input) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("input", input);
        body.putObject("policy").put("executionTimeout", timeout.toMillis()).put("ttl", timeout.toMillis());
        return read(
                http.post(url(endpoint, "run"), authorization(), body, PATIENCE).begun());
    }

    @Override
    public Prediction look(String endpoint, String id) throws IOException, InterruptedException {
        return read(http.get(url(endpoint, "status/" + id), authorization(), PATIENCE)
                .found());
    }

    @Override
    public void cancel(String endpoint, String id) throws IOException, InterruptedException {
        var _ = http.post(url(endpoint, "cancel/" + id), authorization(), null, PATIENCE)
                .found();
    }

    private String url(String endpoint, String operation) {
        return account.url() + "/" + endpoint + "/" + operation;
    }

    private Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + account.key());
    }

    private static Prediction read(ProviderAnswer answer) throws IOException {
        JsonNode it = answer.body();
        return switch (it.path("status").asString("")) {
            case "IN_QUEUE" -> new Prediction.Running(id(it), 0, "starting");
            case "IN_PROGRESS" -> new Prediction.Running(id(it), 0, "running");
            case "COMPLETED" -> new Prediction.Succeeded(it.path("output"), computed(it));
            case "FAILED" -> new Prediction.Failed("prediction_failed", answer.detail(), computed(it));
            case "TIMED_OUT" ->
                new Prediction.Failed("prediction_timeout", "It took too long at the provider.", computed(it));
            case "CANCELLED" ->
                new Prediction.Failed("prediction_cancelled", "It was cancelled at the provider.", computed(it));
            default -> throw new IOException("no status of a job");
        };
    }

    private static String id(JsonNode it) throws IOException {
        String id = it.path("id").asString("");
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IOException("no id of a job");
        }
        return id;
    }

    private static @Nullable Duration computed(JsonNode it) {
        JsonNode millis = it.path("executionTime");
        return millis.isNumber() ? Duration.ofMillis(millis.asLong()) : null;
    }
}
