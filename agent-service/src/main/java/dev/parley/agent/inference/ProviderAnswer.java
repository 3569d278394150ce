package dev.parley.agent.inference;

import dev.parley.platform.text.Storable;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.RetryLater;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a provider answers.
 *
 * @param body a text when it is no JSON
 * @param location where it refers to
 */
record ProviderAnswer(
        int status,
        JsonNode body,
        @Nullable Duration retryAfter,
        @Nullable String location) {
    static final String OUTCOME_UNKNOWN = "outcome_unknown";
    static final String NOBODY_KNOWS =
            "The connection to the provider broke off, and nobody knows whether it was begun.";

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_DETAIL = 500;

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Of a request that begins something: goes on only when it was begun. */
    ProviderAnswer begun() {
        if (isSuccess()) {
            return this;
        }
        throw switch (status) {
            case 400, 409, 413, 415, 422 ->
                new PermanentFailure("invalid_input", "The provider refuses the input: " + detail());
            case 401, 402, 403 -> new PermanentFailure("provider_refused", "The provider does not let us run models.");
            case 404 -> new PermanentFailure("unknown_model", "The provider does not have this model.");
            case 429, 503 -> later();
            default -> new PermanentFailure(OUTCOME_UNKNOWN, NOBODY_KNOWS);
        };
    }

    /** Of a request about something that was begun. */
    ProviderAnswer found() {
        if (isSuccess()) {
            return this;
        }
        throw switch (status) {
            case 404, 410 ->
                new PermanentFailure("prediction_lost", "The provider does not know any more what became of it.");
            default -> later();
        };
    }

    private RetryLater later() {
        return new RetryLater("the provider answers " + status, retryAfter == null ? USUAL_PAUSE : retryAfter);
    }

    /** What the provider says about what is wrong. */
    String detail() {
        return Stream.of("detail", "error", "message", "title")
                .map(body::path)
                .filter(said -> !said.isMissingNode() && !said.isNull())
                .findFirst()
                .map(ProviderAnswer::text)
                .orElseGet(() -> text(body));
    }

    /** For people: limited, and as it can be stored. */
    static String text(JsonNode said) {
        String text = Storable.clean(said.isString() ? said.asString() : said.toString());
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
    }
}
