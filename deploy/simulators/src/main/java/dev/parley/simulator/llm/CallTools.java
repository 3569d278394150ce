package dev.parley.simulator.llm;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Calls tools, with words before the calls where there are some; when the results come in the next request, goes on. */
public record CallTools(List<ToolCall> calls, String words, Pace pace, Script next) implements Script {

    /** Says a text before the calls, in the same message. */
    public CallTools saying(String text) {
        return new CallTools(calls, text, pace, next);
    }

    /** The time between two pieces of the message. */
    public CallTools gap(Duration gap) {
        return new CallTools(calls, words, pace.withGap(gap), next);
    }

    /** The time until the first piece. */
    public CallTools first(Duration delay) {
        return new CallTools(calls, words, pace.withFirst(delay), next);
    }

    /** What follows on the results. */
    public CallTools then(Script script) {
        return new CallTools(calls, words, pace, script);
    }

    /** The text that follows on the results, made from the request that brings them. */
    public CallTools then(Function<ChatRequestView, String> text) {
        return then(Script.say(text));
    }
}
