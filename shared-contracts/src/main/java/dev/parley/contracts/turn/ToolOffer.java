package dev.parley.contracts.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tools the model may ask for.
 *
 * @param client tools that the client runs: a call of one ends the turn, with {@link FinishReason#TOOL_CALLS}
 * @param own whether our own tools are offered
 * @param required whether the model has to ask for a tool
 * @param requiredTool which one; absent: it chooses
 */
public record ToolOffer(
        List<ClientTool> client,
        boolean own,
        boolean required,
        @Nullable String requiredTool) {}
