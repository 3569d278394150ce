package dev.parley.agent.turn;

import dev.parley.agent.model.Prices;
import dev.parley.agent.prompt.Prompt;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.Question;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.Usage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What an attempt has gathered until now, of which its outcome is made whichever way it ends. */
final class Progress {
    private final RequestTurn request;
    private final int attempt;
    private String model;
    private final Prompt prompt;
    private final KeptCalls calls = new KeptCalls();
    private List<Citation> citations = List.of();
    private final AtomicReference<Usage> usage = new AtomicReference<>(Usage.NONE);

    Progress(RequestTurn request, int attempt, String model, Prompt prompt) {
        this.request = request;
        this.attempt = attempt;
        this.model = model;
        this.prompt = prompt;
    }

    /** Whose words the next ones are, and the answer when it ends with them. */
    void answeredBy(String another) {
        model = another;
    }

    /** Whether no tool was called yet. */
    boolean isUntouched() {
        return calls.all().isEmpty();
    }

    void use(Prices prices, int inputTokens, int outputTokens) {
        use(new Usage(inputTokens, outputTokens, prices.costUsd(model, inputTokens, outputTokens)));
    }

    /** Also on threads of others, to whom something was handed. */
    void use(Usage more) {
        usage.accumulateAndGet(more, Usage::plus);
    }

    /** No model was asked: it is the answer to an equal question. */
    void answeredAgain() {
        usage.getAndUpdate(Usage::fromCache);
    }

    /** What the model was given to answer from. */
    void cite(List<Citation> given) {
        citations = List.copyOf(given);
    }

    void called(Collection<ToolCallRecord> ended) {
        calls.addAll(ended);
    }

    Remains remains(String text) {
        return new Remains(text, usage.get());
    }

    /** Takes over what an earlier attempt had. */
    Progress restore(Remains remains, List<ToolCallRecord> made) {
        calls.addAll(made);
        use(remains.usage());
        return this;
    }

    TurnOutcome completed(String text, FinishReason reason, Instant at) {
        return new TurnCompleted(
                request.turnId(),
                request.conversationId(),
                attempt,
                question(),
                request.messageId(),
                text,
                reason,
                calls.all(),
                citations,
                usage.get(),
                model,
                prompt.version(),
                at);
    }

    TurnOutcome failed(String text, String code, String detail, boolean retryable, Instant at) {
        return new TurnFailed(
                request.turnId(),
                request.conversationId(),
                attempt,
                question(),
                request.messageId(),
                text,
                calls.all(),
                usage.get(),
                model,
                code,
                detail,
                retryable,
                at);
    }

    private Question question() {
        return new Question(
                request.userMessageId(),
                request.owner(),
                request.workspaceId(),
                request.channel(),
                request.message(),
                request.createdAt());
    }
}
