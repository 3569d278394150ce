package dev.parley.simulator.llm;

import java.util.List;
import java.util.function.Function;

/**
 * What the model does for a request and, where it calls tools or fails at first, for the requests that follow from it. Scripts are
 * values; where one stands in a chain is read from the request: a round of tool calls is over when the request carries its calls.
 */
public sealed interface Script permits Say, CallTools, Fail {

    /** Says a text, word by word. */
    static Say say(String text) {
        return say(request -> text);
    }

    /** Says a text made from the request. */
    static Say say(Function<ChatRequestView, String> text) {
        return new Say(new Words.Text(text));
    }

    /** Says {@code t0@<epoch microseconds> t1@… }, each token with its number and the time it is sent. */
    static Say tokens(int count) {
        return new Say(new Words.Numbered(count));
    }

    /** Repeats the last user message, and says how many messages came before it. */
    static Say echo() {
        return say(Wording::echo);
    }

    /** Calls a tool; when its result has come, says it. */
    static CallTools callTool(String name, String arguments) {
        return callTools(new ToolCall(name, arguments));
    }

    /** Calls several tools at once; when their results have come, says them. */
    static CallTools callTools(ToolCall... calls) {
        return new CallTools(List.of(), List.of(calls), "", Pace.DEFAULT, say(Wording::toolResults));
    }

    /** Answers with an HTTP error, each time, unless {@link Fail#times} says how often. */
    static Fail fail(int status) {
        return new Fail(ApiError.of(status), Integer.MAX_VALUE, echo());
    }
}
