package dev.parley.agent.tool;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One call of a tool.
 *
 * @param toolCallId the effect id: turn, step and index. Equal when the call is repeated
 * @param deadline the turn's: the call ends by then, or by its tool's own timeout, whichever is first
 * @param cancelled completed by the turn when nobody wants the result any more
 * @param output where it tells of itself
 */
public record ToolInvocation(
        String toolCallId, Instant deadline, CompletableFuture<Void> cancelled, ToolOutput output) {
    /** To which nobody listens. */
    public ToolInvocation(String toolCallId, Instant deadline, CompletableFuture<Void> cancelled) {
        this(toolCallId, deadline, cancelled, ToolOutput.UNHEARD);
    }

    /**
     * Says a piece of the answer. The user sees it at once when this tool was asked for by its id, and what was said is then the
     * answer; for whoever else reads the result it is its {@code text}, if the tool gives none itself.
     */
    public void say(String piece) {
        output.say(piece);
    }

    /**
     * Tells whoever watches how far it has come. As often as is handy: not each time is shown.
     *
     * @param stage what it does now, for people
     * @param share 0…1 of all that is to be done
     */
    public void progress(String stage, double share) {
        output.progress(stage, share);
    }

    ToolInvocation heardBy(ToolOutput another) {
        return new ToolInvocation(toolCallId, deadline, cancelled, another);
    }

    public boolean isCancelled() {
        return cancelled.isDone();
    }
}
