package dev.parley.chat.turn;

import dev.parley.chat.stream.EventId;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.contracts.turn.TurnWaiting;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.TenantScope;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Knows of turns that have said that they wait for somebody whether they still do: who reads a stream late sees what is over. */
@Component
class Waits {
    private final ToolDecisions decisions;

    Waits(ToolDecisions decisions) {
        this.decisions = decisions;
    }

    /** @param waiting what the turn has said; of an attempt that goes on, or of calls that were decided, it holds no more */
    boolean hold(Turn turn, StreamEvent waiting) {
        EventId id = Objects.requireNonNull(waiting.id(), "what waits is on the log");
        TurnWaiting said = WireJson.read(waiting.data(), TurnWaiting.class);
        try (TenantScope _ = TenantScope.of(turn.owner())) {
            return decisions.areWanted(turn.id(), id.attempt(), said.toolCallIds());
        }
    }
}
