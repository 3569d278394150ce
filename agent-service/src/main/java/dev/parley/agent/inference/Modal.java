package dev.parley.agent.inference;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Web endpoints at Modal. One that is not done after 150 seconds refers to a place that waits as long for its result, and so
 * on; one that does not wait refers there at once. Until it does, the call has no name: if the connection breaks before, nobody
 * knows what becomes of it.
 */
record Modal(ProviderAccount account, ProviderHttp http) implements InferenceProvider {
    private static final Logger log = LoggerFactory.getLogger(Modal.class);
    private static final Duration LONGER_THAN_IT_HOLDS = Duration.ofSeconds(170);
    private static final String CALL = "__modal_function_call_id";
    private static final Pattern CALL_ID = Pattern.compile("[?&]" + CALL + "=([A-Za-z0-9_-]{1,100})(?:&|#|$)");
    private static final int ACCEPTED = 202;
    private static final int REFERS = 3;
    private static final int BROKEN = 500;

    @Override
    public ProviderName name() {
        return ProviderName.MODAL;
    }

    @Override
    public Prediction begin(String endpoint, JsonNode input) throws IOException, InterruptedException {
        ProviderAnswer answer = http.post(url(endpoint), authorization(), input, LONGER_THAN_IT_HOLDS);
        Optional<Prediction> known = known(answer);
        return known.isPresent() ? known.get() : succeeded(answer.begun());
    }

    @Override
    public Prediction look(String endpoint, String id) throws IOException, InterruptedException {
        ProviderAnswer answer = http.get(url(endpoint) + "?" + CALL + "=" + id, authorization(), LONGER_THAN_IT_HOLDS);
        Optional<Prediction> known = known(answer);
        return known.isPresent() ? known.get() : succeeded(answer.found());
    }

    /** Its web endpoints have no way to. */
    @Override
    public void cancel(String endpoint, String id) {
        log.info("Call {} goes on at Modal, where it cannot be cancelled", id);
    }

    private static Prediction succeeded(ProviderAnswer answer) {
        return new Prediction.Succeeded(answer.body(), null);
    }

    /** What is no matter of what was asked. */
    private static Optional<Prediction> known(ProviderAnswer answer) {
        if (answer.status() == BROKEN) {
            return Optional.of(new Prediction.Failed("prediction_failed", answer.detail(), null));
        }
        return reference(answer)
                .map(CALL_ID::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> new Prediction.Running(matcher.group(1), 0, "running"));
    }

    private static Optional<String> reference(ProviderAnswer answer) {
        if (answer.status() / 100 == REFERS) {
            return Optional.ofNullable(answer.location());
        }
        return answer.status() == ACCEPTED
                ? Optional.of(answer.body().path("result_url").asString(""))
                : Optional.empty();
    }

    private String url(String endpoint) {
        return account.url().replace(InferenceSettings.ENDPOINT, endpoint);
    }

    /** A proxy token is {@code wk-…:ws-…}; any other is for what the endpoint itself looks at. */
    private Map<String, String> authorization() {
        String[] pair = account.key().split(":", 2);
        if (pair.length == 2 && pair[0].startsWith("wk-")) {
            return Map.of("Modal-Key", pair[0], "Modal-Secret", pair[1]);
        }
        return account.key().isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + account.key());
    }
}
