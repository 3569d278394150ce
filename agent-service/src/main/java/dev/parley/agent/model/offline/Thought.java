package dev.parley.agent.model.offline;

import java.util.Map;

/** What the model has decided to do. */
sealed interface Thought {
    record Say(String text) implements Thought {}

    record UseTool(String toolId, Map<String, Object> arguments) implements Thought {}
}
