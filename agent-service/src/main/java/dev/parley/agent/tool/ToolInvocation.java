package dev.parley.agent.tool;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One call of a tool.
 *
 * @param toolCallId the effect id: turn, step and index. Equal when the call is repeated
 * @param deadline the turn's: the call ends by then, or by its tool's own timeout, whichever is first
 * @param cancelled completed by the turn when nobody wants the result any more
 */
public record ToolInvocation(String toolCallId, Instant deadline, CompletableFuture<Void> cancelled) {
    public boolean isCancelled() {
        return cancelled.isDone();
    }
}
