package dev.parley.agent.inference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whose machines models run on. */
enum ProviderName {
    REPLICATE(
            "[A-Za-z0-9][\\w.-]{0,99}/[A-Za-z0-9][\\w.-]{0,99}(:[0-9a-f]{64})?|[0-9a-f]{64}",
            "a model (owner/name), one of its versions (owner/name:version), or the id of a version"),
    RUNPOD("[A-Za-z0-9][A-Za-z0-9_-]{0,63}", "the id of an endpoint"),
    MODAL("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", "the name of a web endpoint, as it is in its address");

    private final Pattern models;
    private final String accepts;

    ProviderName(String models, String accepts) {
        this.models = Pattern.compile(models);
        this.accepts = accepts;
    }

    /** Its name in JSON and in the table. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean canHave(String model) {
        return models.matcher(model).matches();
    }

    /** What its models are named by, for people. */
    String accepts() {
        return accepts;
    }
}
