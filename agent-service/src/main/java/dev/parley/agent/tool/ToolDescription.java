package dev.parley.agent.tool;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that others know of a tool.
 *
 * @param parameters JSON Schema of its arguments, made from its parameter record
 * @param approvalRequired whether a person has to agree to each call
 * @param examples what somebody says who wants it
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
        List<String> examples) {}
