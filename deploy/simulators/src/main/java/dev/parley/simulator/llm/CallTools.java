package dev.parley.simulator.llm;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Calls tools, with words before the calls where there are some; when the results come in the next request, goes on. */
public record CallTools(List<Thought> thoughts, List<ToolCall> calls, String words, Pace pace, Script next)
        implements Script {

    /** Thinks before it says anything; only Anthropic's models tell. */
    public CallTools thinking(String thought) {
        return thinking(new Thought(thought, false));
    }

    /** Thinks what nobody may read. */
    public CallTools thinkingSecretly(String thought) {
        return thinking(new Thought(thought, true));
    }

    private CallTools thinking(Thought thought) {
        return new CallTools(
                Stream.concat(thoughts.stream(), Stream.of(thought)).toList(), calls, words, pace, next);
    }

    /** Says a text before the calls, in the same message. */
    public CallTools saying(String text) {
        return new CallTools(thoughts, calls, text, pace, next);
    }

    /** The time between two pieces of the message. */
    public CallTools gap(Duration gap) {
        return new CallTools(thoughts, calls, words, pace.withGap(gap), next);
    }

    /** The time until the first piece. */
    public CallTools first(Duration delay) {
        return new CallTools(thoughts, calls, words, pace.withFirst(delay), next);
    }

    /** What follows on the results. */
    public CallTools then(Script script) {
        return new CallTools(thoughts, calls, words, pace, script);
    }

    /** The text that follows on the results, made from the request that brings them. */
    public CallTools then(Function<ChatRequestView, String> text) {
        return then(Script.say(text));
    }
}
