package dev.parley.agent.tool;

import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.text.Storable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
public sealed interface ToolOutcome {
    /** @param cached whether the result came from a cache */
    record Success(Map<String, @Nullable Object> result, boolean cached) implements ToolOutcome {
        public Success {
            result = CleanJson.of(result);
        }
    }

    /**
     * @param code a stable name: {@code unknown_tool}, {@code invalid_arguments}, {@code tool_failed},
     *     {@code tool_timeout}, {@code cancelled}, or the tool's own
     * @param detail a sentence from which the model can tell what to do instead
     */
    record Failure(String code, String detail) implements ToolOutcome {
        public Failure {
            code = Storable.clean(code);
            detail = Storable.clean(detail);
        }

        static final String CANCELLED = "cancelled";
        static final String TIMEOUT = "tool_timeout";
        static final String BROKEN = "tool_failed";

        private static final Set<String> UNHEARD = Set.of(CANCELLED, TIMEOUT, BROKEN);

        /** Whether the call may go on, or may have had its effect, without its tool having said so. */
        public boolean isUnheard() {
            return UNHEARD.contains(code);
        }
    }

    /** Of a tool that has said all that there is with {@link ToolInvocation#say}. */
    static Success said() {
        return new Success(Map.of(), false);
    }

    /** The result, taken from a record by its JSON. */
    static Success of(Record result, boolean cached) {
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> json = WireJson.mapper().convertValue(result, LinkedHashMap.class);
        return new Success(json, cached);
    }

    /** The JSON text that a model reads. */
    default String forModel() {
        Object content =
                switch (this) {
                    case Success success -> success.result();
                    case Failure failure -> Map.of("error", failure.code(), "detail", failure.detail());
                };
        return WireJson.mapper().writeValueAsString(content);
    }
}
