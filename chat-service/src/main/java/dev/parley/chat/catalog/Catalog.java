package dev.parley.chat.catalog;

import dev.parley.contracts.catalog.AgentCatalog;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What agent-service last said that it offers. Thread-safe. */
@Component
public final class Catalog {
    private static final Duration AGENT_STARTS_WITHIN = Duration.ofSeconds(5);

    private final AtomicReference<@Nullable AgentCatalog> offered = new AtomicReference<>();

    /**
     * Lets through what can be answered.
     *
     * @throws ProblemException 422 for an unknown tool, model or assistant, 503 when no agent has ever said what it offers
     */
    public void require(@Nullable String toolId, @Nullable String model, @Nullable String assistant) {
        if (toolId == null && model == null && assistant == null) {
            return;
        }
        AgentCatalog catalog = known();
        if (toolId != null && !catalog.tools().contains(toolId)) {
            throw new ProblemException(ProblemCode.UNKNOWN_TOOL, "There is no tool of this tool_id.")
                    .withField("tool_id", "must be one of " + String.join(", ", catalog.tools()));
        }
        if (model != null && !catalog.offersModel(model)) {
            throw new ProblemException(ProblemCode.UNKNOWN_MODEL, "There is no model of this name.")
                    .withField("model", "must be one of " + String.join(", ", catalog.models()));
        }
        requireAssistant(assistant, catalog.assistantIds());
    }

    private static void requireAssistant(@Nullable String assistant, List<String> known) {
        if (assistant != null && !known.contains(assistant)) {
            throw new ProblemException(ProblemCode.UNKNOWN_ASSISTANT, "There is no assistant of this name.")
                    .withField("assistant", "must be one of " + String.join(", ", known));
        }
    }

    private AgentCatalog known() {
        AgentCatalog catalog = offered.get();
        if (catalog == null) {
            throw new ProblemException(
                            ProblemCode.DEPENDENCY_UNAVAILABLE,
                            "It is not known yet which tools, models and assistants there are.")
                    .retryAfter(AGENT_STARTS_WITHIN);
        }
        return catalog;
    }

    /** Whether this is known to be no model: nobody knows while no agent has ever said what it offers. */
    public boolean lacks(String model) {
        return offered().filter(catalog -> !catalog.offersModel(model)).isPresent();
    }

    /** Empty while no agent has ever said what it offers. */
    public Optional<AgentCatalog> offered() {
        return Optional.ofNullable(offered.get());
    }

    void replace(AgentCatalog catalog) {
        offered.set(catalog);
    }
}
