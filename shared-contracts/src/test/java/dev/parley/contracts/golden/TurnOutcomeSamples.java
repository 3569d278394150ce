package dev.parley.contracts.golden;

import dev.parley.contracts.catalog.AgentCatalog;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnPaused;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.contracts.turn.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on {@code chat.turn-outcomes} and {@code agent.catalog}. */
final class TurnOutcomeSamples {

    private TurnOutcomeSamples() {}

    static List<Sample> all() {
        return List.of(
                // As it was before it named an owner.
                Sample.of(started(null, null)),
                Sample.of(started(Parts.VISITOR, Parts.WORKSPACE), "owned"),
                Sample.of(paused()),
                Sample.of(completed()),
                Sample.of(failed()),
                Sample.of(catalog(null)),
                Sample.of(catalog(List.of("assistant", "researcher")), "assistants"));
    }

    private static TurnStarted started(@Nullable Principal owner, @Nullable WorkspaceId workspace) {
        return new TurnStarted(Parts.TURN, Parts.CONVERSATION, owner, workspace, 1, "offline", Parts.ASKED);
    }

    private static TurnPaused paused() {
        return new TurnPaused(
                Parts.TURN,
                Parts.CONVERSATION,
                Parts.VISITOR,
                Parts.WORKSPACE,
                1,
                List.of(Parts.CALL.toolCallId()),
                Parts.EXPIRES,
                Parts.ASKED);
    }

    private static TurnCompleted completed() {
        return new TurnCompleted(
                Parts.TURN,
                Parts.CONVERSATION,
                2,
                Parts.QUESTION,
                Parts.ANSWER_ID,
                "Im Café Odeon.",
                FinishReason.STOP,
                List.of(Parts.FAILED_CALL, Parts.CALL),
                List.of(Parts.CITATION),
                Parts.USAGE,
                "offline",
                "assistant/1",
                Parts.ANSWERED);
    }

    private static TurnFailed failed() {
        return new TurnFailed(
                Parts.TURN,
                Parts.CONVERSATION,
                3,
                Parts.QUESTION,
                Parts.ANSWER_ID,
                "Im Caf",
                List.of(),
                Usage.NONE,
                "openai:gpt-5-mini",
                "model_unavailable",
                "The model does not answer.",
                true,
                Parts.ANSWERED);
    }

    private static AgentCatalog catalog(@Nullable List<String> assistants) {
        return new AgentCatalog(
                List.of("location_scout"), List.of("offline", "openai:*"), "offline", Parts.ASKED, assistants);
    }
}
