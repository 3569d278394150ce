package dev.parley.agent.tool;

import java.time.Duration;
import java.util.List;

/**
 * Who a tool is.
 *
 * @param toolId lower case letters, digits and underscores, at most 64: models call it by this
 * @param name for people
 * @param description for models and people: what it does and when to use it
 * @param icon an emoji
 * @param effect what a call changes
 * @param timeout after this a call has failed
 * @param approvalRequired whether a person has to agree to each call
 * @param examples what somebody says who wants it, for models that choose by similarity
 */
public record ToolCard(
        String toolId,
        String name,
        String description,
        String icon,
        ToolEffect effect,
        Duration timeout,
        boolean approvalRequired,
        List<String> examples) {
    public ToolCard {
        examples = List.copyOf(examples);
    }

    /** Of a tool that runs when a model asks for it. */
    public ToolCard(
            String toolId,
            String name,
            String description,
            String icon,
            ToolEffect effect,
            Duration timeout,
            List<String> examples) {
        this(toolId, name, description, icon, effect, timeout, false, examples);
    }

    /** The same, but a person has to agree to each call. */
    public ToolCard requiringApproval() {
        return new ToolCard(toolId, name, description, icon, effect, timeout, true, examples);
    }
}
