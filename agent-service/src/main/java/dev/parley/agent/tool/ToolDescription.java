package dev.parley.agent.tool;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that others know of a tool.
 *
 * @param parameters JSON Schema of its arguments, made from its parameter record
 * @param approvalRequired whether a person has to agree to each call
 * @param examples what somebody says who wants it
 * @param describedBy who wrote the description, when it was not us or the operator: the name of a server
 */
public record ToolDescription(
        String toolId,
        String name,
        String description,
        String icon,
        Map<String, Object> parameters,
        boolean approvalRequired,
        ToolEffect effect,
        Duration timeout,
        List<String> examples,
        @Nullable String describedBy) {
    /** Of a tool that we, or the operator, describe. */
    public ToolDescription(
            String toolId,
            String name,
            String description,
            String icon,
            Map<String, Object> parameters,
            boolean approvalRequired,
            ToolEffect effect,
            Duration timeout,
            List<String> examples) {
        this(toolId, name, description, icon, parameters, approvalRequired, effect, timeout, examples, null);
    }
}
