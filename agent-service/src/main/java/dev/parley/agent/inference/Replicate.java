package dev.parley.agent.inference;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Predictions at Replicate. It has no idempotency: one that nobody fetches ends itself ({@code Cancel-After}). */
record Replicate(ProviderAccount account, ProviderHttp http, Duration timeout) implements InferenceProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern MODEL = Pattern.compile("[^/:]+/[^/:]+");
    private static final Pattern PROGRESS_BAR = Pattern.compile("(\\d{1,3})%\\|");

    @Override
    public ProviderName name() {
        return ProviderName.REPLICATE;
    }

    @Override
    public Prediction begin(String model, JsonNode input) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        boolean latest = MODEL.matcher(model).matches();
        if (!latest) {
            body.put("version", model);
        }
        body.set("input", input);
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + account.key(), "Cancel-After", timeout.toSeconds() + "s");
        return read(http.post(predictions(latest ? "/models/" + model : ""), headers, body, PATIENCE)
                .begun());
    }

    @Override
    public Prediction look(String model, String id) throws IOException, InterruptedException {
        return read(
                http.get(predictions("") + "/" + id, authorization(), PATIENCE).found());
    }

    @Override
    public void cancel(String model, String id) throws IOException, InterruptedException {
        var _ = http.post(predictions("") + "/" + id + "/cancel", authorization(), null, PATIENCE)
                .found();
    }

    private String predictions(String of) {
        return account.url() + of + "/predictions";
    }

    private Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + account.key());
    }

    private static Prediction read(ProviderAnswer answer) throws IOException {
        JsonNode it = answer.body();
        return switch (it.path("status").asString("")) {
            case "starting" -> new Prediction.Running(id(it), 0, "starting");
            case "processing" ->
                new Prediction.Running(id(it), progress(it.path("logs").asString("")), "running");
            case "succeeded" -> new Prediction.Succeeded(it.path("output"), computed(it));
            case "failed" ->
                new Prediction.Failed("prediction_failed", ProviderAnswer.text(it.path("error")), computed(it));
            case "canceled", "aborted" ->
                new Prediction.Failed("prediction_cancelled", "It was cancelled at the provider.", computed(it));
            default -> throw new IOException("no status of a prediction");
        };
    }

    private static String id(JsonNode it) throws IOException {
        String id = it.path("id").asString("");
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IOException("no id of a prediction");
        }
        return id;
    }

    private static @Nullable Duration computed(JsonNode it) {
        JsonNode seconds = it.path("metrics").path("predict_time");
        return seconds.isNumber() ? Duration.ofMillis(Math.round(seconds.asDouble() * 1000)) : null;
    }

    /** Models write progress bars into their logs: the last one tells. */
    private static double progress(String logs) {
        Matcher bar = PROGRESS_BAR.matcher(logs);
        double last = 0;
        while (bar.find()) {
            last = Math.min(100, Integer.parseInt(bar.group(1))) / 100.0;
        }
        return last;
    }
}
