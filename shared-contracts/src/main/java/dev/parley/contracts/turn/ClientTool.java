package dev.parley.contracts.turn;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a client runs.
 *
 * @param parameters JSON Schema of its arguments
 */
public record ClientTool(String toolId, String description, Map<String, @Nullable Object> parameters) {}
