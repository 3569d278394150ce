package dev.parley.simulator.llm;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place in a script where a request stands. Rounds of calls that lie behind are counted from the request; failures that
 * lie behind are counted by attempts at the same place.
 */
final class ScriptReader {
    private final ChatRequestView request;
    private final Clock clock;
    private int round;
    private int attempt;

    ScriptReader(ChatRequestView request, int attempt, Clock clock) {
        this.request = request;
        this.clock = clock;
        this.round = request.round();
        this.attempt = attempt;
    }

    Reply read(Script script) {
        Script at = script;
        while (true) {
            switch (at) {
                case Say say -> {
                    return spoken(say);
                }
                case CallTools call -> {
                    if (isNow(call)) {
                        return called(call);
                    }
                    round -= rounds(call);
                    at = call.next();
                }
                case Fail fail -> {
                    if (fails(fail)) {
                        return new Reply.Refusal(fail.error());
                    }
                    at = fail.next();
                }
            }
        }
    }

    /** A failure before a round of calls was got over when the request carries those calls. */
    private boolean fails(Fail fail) {
        if (round > 0) {
            return false;
        }
        boolean again = attempt < fail.times();
        attempt -= again ? 0 : fail.times();
        return again;
    }

    private boolean isNow(CallTools call) {
        return request.mayCallTools() && round < rounds(call);
    }

    private int rounds(CallTools call) {
        if (!request.mayCallTools() && round == 0) {
            return 0;
        }
        return request.mayCallSeveralTools() ? 1 : call.calls().size();
    }

    private Reply called(CallTools call) {
        List<ToolCall> now = request.mayCallSeveralTools()
                ? call.calls()
                : List.of(call.calls().get(round));
        Deltas calls = new ToolCallDeltas(now);
        Deltas all = call.words().isEmpty() ? calls : new JoinedDeltas(new TextDeltas(call.words()), calls);
        Deltas told = told(call.thoughts(), all);
        return new Reply.Utterance(told, told.size(), call.pace(), null, "tool_calls");
    }

    /** Of the providers, Anthropic alone tells what its models think. */
    private Deltas told(List<Thought> thoughts, Deltas said) {
        return thoughts.isEmpty() || !request.isOfAnthropic()
                ? said
                : new JoinedDeltas(new ThoughtDeltas(thoughts), said);
    }

    private Reply spoken(Say say) {
        Deltas words =
                switch (say.words()) {
                    case Words.Text text -> new TextDeltas(text.of().apply(request));
                    case Words.Numbered numbered -> new NumberedDeltas(numbered.count(), clock);
                };
        Deltas deltas = told(say.thoughts(), words);
        int most = request.mostTokens();
        boolean tooLong = deltas.size() > most;
        return new Reply.Utterance(
                deltas,
                tooLong ? most : deltas.size(),
                say.pace(),
                troubleNow(say),
                tooLong ? "length" : say.finishReason());
    }

    private @Nullable Trouble troubleNow(Say say) {
        Trouble trouble = say.trouble();
        return trouble != null && attempt < trouble.times() ? trouble : null;
    }
}
