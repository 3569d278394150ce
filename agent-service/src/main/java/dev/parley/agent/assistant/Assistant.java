package dev.parley.agent.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers.
 *
 * @param description for models and people: what it does and when it is wanted
 * @param instructions what it is told about its part; absent: the prompt of all assistants that have none
 * @param model that it asks when a question names none; absent: the usual one
 * @param tools the ids of those that it may use; absent: all
 * @param handsTo the ids of assistants that it may hand a part of its task to
 * @param examples what somebody says who wants it, for models that choose by similarity
 */
public record Assistant(
        String id,
        String name,
        String description,
        @Nullable Instructions instructions,
        @Nullable String model,
        @Nullable List<String> tools,
        List<String> handsTo,
        List<String> examples,
        Limits limits) {

    /** The one that answers who names none. */
    public static final String STANDARD = "assistant";

    /** Whether it may use a tool. */
    public boolean uses(String toolId) {
        return tools == null || tools.contains(toolId);
    }
}
