package dev.parley.agent.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that has not been made yet. */
public interface PreparedCall {
    /** One with arguments that its tool does not take. */
    static PreparedCall invalid(String toolId, Map<String, @Nullable Object> arguments, String problem) {
        return new ImpossibleCall(toolId, arguments, new ToolOutcome.Failure("invalid_arguments", problem));
    }

    /** One of a tool that whoever asks for it does not have. */
    static PreparedCall unknown(String toolId, String detail) {
        return new ImpossibleCall(toolId, Map.of(), new ToolOutcome.Failure("unknown_tool", detail), false);
    }

    String toolId();

    /** Whether there is such a tool. */
    default boolean isKnown() {
        return true;
    }

    /** Whether it reaches its tool; else to make it tells why it cannot be made. */
    default boolean isPossible() {
        return true;
    }

    /** What it changes: {@link ToolEffect#READ} when it cannot be made, and anything when nobody knows the tool any more. */
    ToolEffect effect();

    /** Whether a person has to agree before it is made. */
    boolean approvalRequired();

    /** With defaults filled in; as the model gave them when they are not valid; empty when they are no JSON object. */
    Map<String, @Nullable Object> arguments();

    /**
     * Makes the call and waits for its end on the calling (virtual) thread. Never throws: an exception of the tool, its
     * timeout and cancellation are failures with a code.
     */
    ToolOutcome run(ToolInvocation invocation);
}
