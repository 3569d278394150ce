package dev.parley.agent.model.offline;

import dev.parley.agent.tool.ToolDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** That somebody wants a tool to run, as far as it is clear with what. */
record Wish(ToolDescription tool, Map<String, Object> arguments) {
    List<String> missing() {
        return ArgumentFiller.required(tool).stream()
                .filter(it -> !arguments.containsKey(it))
                .toList();
    }

    boolean isComplete() {
        return missing().isEmpty();
    }

    /** What was said last counts; for what it leaves open, what was said before. */
    Wish over(Map<String, Object> before) {
        Map<String, Object> merged = new LinkedHashMap<>(before);
        merged.putAll(arguments);
        return new Wish(tool, merged);
    }

    @Nullable
    String area() {
        return first(true);
    }

    @Nullable
    String subject() {
        return first(false);
    }

    private @Nullable String first(boolean area) {
        return arguments.entrySet().stream()
                .filter(it -> area ? ArgumentFiller.isArea(it.getKey()) : ArgumentFiller.isSubject(it.getKey()))
                .map(it -> String.valueOf(it.getValue()))
                .findFirst()
                .orElse(null);
    }
}
