package dev.parley.agent.tool.http;

import dev.parley.agent.tool.Excerpt;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.ToolOutcome.Failure;
import dev.parley.agent.tool.ToolOutcome.Success;
import dev.parley.agent.yaml.WrongField;
import dev.parley.platform.messaging.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Makes an outcome of what a web service answers. An answer of 2xx is a success whatever it looks like: what was to be done is
 * done, and a model can read any text.
 */
final class AnswerReader {
    private static final int USUAL_BYTES = 100_000;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int LONGEST_ERROR = 500;

    private final JsonPointer pointer;
    private final int maxBytes;
    private final Secrets secrets;

    private AnswerReader(JsonPointer pointer, int maxBytes, Secrets secrets) {
        this.pointer = pointer;
        this.maxBytes = maxBytes;
        this.secrets = secrets;
    }

    /** @throws WrongField for a pointer or a size that is none */
    static AnswerReader of(ToolFile.@Nullable Response file, Secrets secrets) {
        ToolFile.Response response = Objects.requireNonNullElse(file, new ToolFile.Response(null, null));
        int maxBytes = Objects.requireNonNullElse(response.maxBytes(), USUAL_BYTES);
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new WrongField("response.max_bytes", "must be a number from 1 to " + MOST_BYTES);
        }
        try {
            String pointer = Objects.requireNonNullElse(response.result(), "");
            return new AnswerReader(JsonPointer.compile(pointer), maxBytes, secrets);
        } catch (IllegalArgumentException notAPointer) {
            throw new WrongField("response.result", "must be a JSON Pointer such as /data/items");
        }
    }

    ToolOutcome read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            boolean whole = bytes.length <= maxBytes;
            String text = secrets.mask(new String(bytes, 0, Math.min(bytes.length, maxBytes), StandardCharsets.UTF_8));
            int status = response.statusCode();
            return status / 100 == 2 ? success(status, text, whole) : failure(status, text);
        }
    }

    private ToolOutcome success(int status, String text, boolean whole) {
        if (!whole) {
            return new Success(Map.of("truncated", true, "beginning", text), false);
        }
        return new Success(text.isBlank() ? Map.of("status", status) : result(text), false);
    }

    private Map<String, @Nullable Object> result(String text) {
        try {
            JsonNode found = WireJson.mapper().readTree(text).at(pointer);
            return found.isObject() ? map(found) : named(value(found));
        } catch (JacksonException notJson) {
            return named(text);
        }
    }

    private static @Nullable Object value(JsonNode found) {
        return found.isMissingNode() ? null : WireJson.mapper().treeToValue(found, Object.class);
    }

    private static Map<String, @Nullable Object> named(@Nullable Object result) {
        return Collections.singletonMap("result", result);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(JsonNode object) {
        return WireJson.mapper().treeToValue(object, LinkedHashMap.class);
    }

    /** After one of 5xx nobody knows how far the service came. */
    private static Failure failure(int status, String text) {
        if (status >= 500) {
            return new Failure("tool_failed", "The service failed (HTTP " + status + ").");
        }
        String said = status / 100 == 3 ? "it sends elsewhere, which is not followed" : text.strip();
        return new Failure(
                "tool_refused",
                "The service refused (HTTP " + status + ")"
                        + (said.isEmpty() ? "." : ": " + Excerpt.of(said, LONGEST_ERROR)));
    }
}
