package dev.parley.contracts.catalog;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.event.WireType;
import java.time.Instant;
import java.util.List;

/**
 * Which tools and models agent-service has, so that a question for one that it lacks is refused when it is asked.
 *
 * @param tools the ids of all tools
 * @param models the model names that may be asked for: {@code offline}, or {@code openai:*} for any name of a provider
 */
@WireType("parley.agent.catalog.v1")
public record AgentCatalog(List<String> tools, List<String> models, String defaultModel, Instant publishedAt)
        implements Event {
    /** The key of the only record that the compacted topic keeps. */
    public static final String KEY = "catalog";

    /** Whether a turn may ask for this model. */
    public boolean offersModel(String model) {
        return models.stream().anyMatch(offer -> matches(offer, model));
    }

    private static boolean matches(String offer, String model) {
        if (!offer.endsWith(":*")) {
            return offer.equals(model);
        }
        String provider = offer.substring(0, offer.length() - 1);
        return model.startsWith(provider) && model.length() > provider.length();
    }
}
