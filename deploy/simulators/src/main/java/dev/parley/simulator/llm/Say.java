package dev.parley.simulator.llm;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says words at a pace, and may come to grief on the way. */
public record Say(
        List<Thought> thoughts,
        Words words,
        Pace pace,
        @Nullable Trouble trouble,
        String finishReason) implements Script {

    Say(Words words) {
        this(List.of(), words, Pace.DEFAULT, null, "stop");
    }

    /** Thinks first; only Anthropic's models tell. */
    public Say thinking(String thought) {
        return new Say(List.of(new Thought(thought, false)), words, pace, trouble, finishReason);
    }

    /** The time between two tokens. */
    public Say gap(Duration gap) {
        return at(pace.withGap(gap));
    }

    /** The time until the first token. */
    public Say first(Duration delay) {
        return at(pace.withFirst(delay));
    }

    /** Falls silent after so many tokens and keeps the connection open. */
    public Say stallAfter(int tokens) {
        return with(Trouble.stall(tokens, null));
    }

    /** Falls silent after so many tokens, then goes on. */
    public Say stallAfter(int tokens, Duration silence) {
        return with(Trouble.stall(tokens, silence));
    }

    /** Closes the connection after so many tokens. */
    public Say cutAfter(int tokens) {
        return with(Trouble.of(Trouble.Kind.CUT, tokens));
    }

    /** Sends an event that is no JSON after so many tokens, then goes on. */
    public Say garbageAfter(int tokens) {
        return with(Trouble.of(Trouble.Kind.GARBAGE, tokens));
    }

    /** Sends an event with an error after so many tokens and ends. */
    public Say errorAfter(int tokens) {
        return with(Trouble.of(Trouble.Kind.ERROR, tokens));
    }

    /** Lets the trouble happen only so many times, then says everything. */
    public Say times(int times) {
        return trouble == null ? this : with(trouble.onlyTimes(times));
    }

    /** Ends with another reason than {@code stop}, such as {@code length} or {@code content_filter}. */
    public Say finish(String reason) {
        return new Say(thoughts, words, pace, trouble, reason);
    }

    Say at(Pace other) {
        return new Say(thoughts, words, other, trouble, finishReason);
    }

    Say with(@Nullable Trouble other) {
        return new Say(thoughts, words, pace, other, finishReason);
    }
}
