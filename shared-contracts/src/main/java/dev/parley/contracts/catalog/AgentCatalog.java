package dev.parley.contracts.catalog;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.event.WireType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tools, models and assistants agent-service has, so that a question for one that it lacks is refused when it is asked.
 *
 * @param tools the ids of all tools
 * @param models the model names that may be asked for: {@code offline}, or {@code openai:*} for any name of a provider
 * @param assistants the ids of all assistants; absent in catalogues from before there were several
 */
@WireType("parley.agent.catalog.v1")
public record AgentCatalog(
        List<String> tools,
        List<String> models,
        String defaultModel,
        Instant publishedAt,
        @Nullable List<String> assistants)
        implements Event {
    /** The key of the only record that the compacted topic keeps. */
    public static final String KEY = "catalog";

    /** Of an agent with one assistant. */
    public AgentCatalog(List<String> tools, List<String> models, String defaultModel, Instant publishedAt) {
        this(tools, models, defaultModel, publishedAt, null);
    }

    /** Those that may be named; none while there is one. */
    public List<String> assistantIds() {
        return assistants == null ? List.of() : assistants;
    }

    /** Whether a turn may ask for this model, or for the assistant of this name in its place. */
    public boolean offersModel(String model) {
        return assistantIds().contains(model) || models.stream().anyMatch(offer -> matches(offer, model));
    }

    private static boolean matches(String offer, String model) {
        if (!offer.endsWith(":*")) {
            return offer.equals(model);
        }
        String provider = offer.substring(0, offer.length() - 1);
        return model.startsWith(provider) && model.length() > provider.length();
    }
}
