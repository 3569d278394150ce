package dev.parley.agent.turn;

import dev.parley.agent.allowance.OverBudget;
import dev.parley.agent.allowance.Place;
import dev.parley.agent.answer.TurnAnswers;
import dev.parley.agent.model.AnswerLimits;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.Prices;
import dev.parley.agent.model.StopReason;
import dev.parley.agent.model.TokenEstimate;
import dev.parley.agent.model.ToolRequest;
import dev.parley.contracts.turn.AnswerBounds;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.work.Cancellation;
import dev.parley.platform.work.Fenced;
import dev.parley.platform.work.RetryLater;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** One attempt at answering: model, tools, model, until the model has said everything. */
final class Attempt {
    /**
     * What an attempt works with.
     *
     * @param beginning shows the beginning of an answer by the model of this name, in place of the one that was shown
     */
    record Means(
            Lineup lineup,
            Consumer<String> beginning,
            Offer offer,
            Prices prices,
            Clock clock,
            int maxSteps,
            FencedJournal journal,
            CallStep calls,
            ModelStep modelStep,
            TurnAnswers answers,
            AnswerText text,
            Cancellation cancellation) {}

    static final String BETWEEN_STEPS = "\n\n";

    private final RequestTurn request;
    private final Means means;
    private final Progress progress;
    private final List<ModelMessage> messages;
    /** How much of the text has been counted with the steps that it belongs to. */
    private int counted;
    /** How much of the text was said before the step. */
    private int said;

    Attempt(RequestTurn request, Means means, Progress progress, List<ModelMessage> messages) {
        this.request = request;
        this.means = means;
        this.progress = progress;
        this.messages = new ArrayList<>(messages);
    }

    TurnOutcome run() throws InterruptedException {
        try {
            return think();
        } catch (ModelFailed e) {
            return failed(e);
        } catch (OverBudget e) {
            return overBudget(e);
        } catch (ApprovalWanted e) {
            means.lineup().allowance().pause(e.atMost());
            throw e;
        } catch (Fenced | RetryLater e) {
            // The journal has all of it: nothing was said in a step that did not begin.
            throw e;
        } catch (InterruptedException | RuntimeException e) {
            keepRemains(e);
            throw e;
        }
    }

    private TurnOutcome think() throws InterruptedException {
        for (int step = 0; step < means.maxSteps(); step++) {
            if (means.cancellation().requested()) {
                return completed(FinishReason.CANCELLED);
            }
            said = means.text().whole().length();
            ModelReply reply = reply(step);
            progress.use(means.prices(), reply.inputTokens(), reply.outputTokens());
            counted = means.text().whole().length();
            if (means.text().isFull() || reply.reason() != StopReason.TOOL_REQUESTS) {
                return completed(endBy(reply));
            }
            if (means.offer().atClient()) {
                return handedOver(step, reply);
            }
            if (call(step, reply)) {
                return completed(fullOr(FinishReason.STOP));
            }
        }
        return completed(means.cancellation().requested() ? FinishReason.CANCELLED : FinishReason.TOOL_LIMIT);
    }

    /** The client makes the calls, and comes again with their results. */
    private TurnOutcome handedOver(int step, ModelReply reply) {
        List<ToolRequest> requests = means.offer().known(reply.toolRequests());
        if (requests.isEmpty()) {
            return completed(FinishReason.STOP);
        }
        if (!ClientCalls.fit(requests)) {
            return completed(FinishReason.LENGTH);
        }
        progress.called(ClientCalls.of(request.turnId(), step, requests));
        return completed(FinishReason.TOOL_CALLS);
    }

    /** Another attempt does not need it; whoever gives the turn up does. */
    private void keepRemains(Exception why) {
        String text = means.text().whole();
        useUncounted(text);
        try {
            means.journal().recordRemains(request.turnId(), progress.remains(text));
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /** Of the step that broke off. */
    private void useUncounted(String text) {
        progress.use(means.prices(), 0, TokenEstimate.of(text.substring(Math.min(counted, text.length()))));
    }

    private ModelReply reply(int step) throws InterruptedException {
        JournaledReply journaled =
                means.journal().reply(TaskId.whole(request.turnId()), step).orElse(null);
        if (journaled != null) {
            return repeated(journaled);
        }
        ModelReply reply = ask(modelRequest(step));
        if (reply.reason() == StopReason.TOOL_REQUESTS && !means.text().isFull()) {
            means.journal().recordReply(TaskId.whole(request.turnId()), step, reply, inCharge());
        }
        return reply;
    }

    private ModelReply repeated(JournaledReply journaled) {
        String model = journaled.model() == null ? inCharge() : journaled.model();
        progress.answeredBy(model);
        means.lineup().allowance().replayed(model, journaled.reply());
        means.text().append(journaled.reply().text());
        means.text().flush();
        return journaled.reply();
    }

    private String inCharge() {
        return means.lineup().inCharge().name();
    }

    /** Asks one model after the other, until one begins to answer. */
    private ModelReply ask(ModelRequest request) throws InterruptedException {
        String said = means.text().whole();
        progress.answeredBy(inCharge());
        while (true) {
            try {
                return askOne(request, said.isEmpty());
            } catch (ModelFailed e) {
                if (means.text().whole().length() > said.length()) {
                    throw e;
                }
                if (!means.lineup().takesOver(e.failure())) {
                    throw means.lineup().end(e);
                }
                replaced(said.isEmpty());
            }
        }
    }

    /** The one in charge, as it answered before where that will do, or the next that has room and can be paid. */
    private ModelReply askOne(ModelRequest request, boolean nothingSaid) throws InterruptedException {
        String wanted = inCharge();
        ModelReply known = means.answers().find(wanted, request).orElse(null);
        if (known != null) {
            progress.answeredAgain();
            return means.modelStep().sayAgain(known);
        }
        try (Place place = means.lineup().place(request)) {
            if (!inCharge().equals(wanted)) {
                replaced(nothingSaid);
            }
            ModelReply reply = means.modelStep().run(means.lineup().inCharge(), request);
            place.used(reply);
            if (!means.text().isFull() && !means.cancellation().requested()) {
                means.answers().keep(inCharge(), request, reply);
            }
            return reply;
        }
    }

    /** Whoever reads is told by whom the answer is, as long as nothing of it was shown that this would take back. */
    private void replaced(boolean nothingSaid) {
        progress.answeredBy(inCharge());
        if (nothingSaid && progress.isUntouched()) {
            means.beginning().accept(inCharge());
        }
    }

    private ModelRequest modelRequest(int step) {
        Offer offer = means.offer();
        boolean first = step == 0;
        AnswerBounds bounds = request.context() == null
                ? AnswerBounds.NONE
                : request.context().bounds();
        return new ModelRequest(
                messages,
                offer.tools(),
                first ? offer.requiredTool() : null,
                bounds.temperature(),
                first && offer.required(),
                new AnswerLimits(bounds.maxTokens(), bounds.stop()));
    }

    /** @return whether a tool has given the answer */
    private boolean call(int step, ModelReply reply) throws InterruptedException {
        List<Call> calls = means.calls().prepare(TaskId.whole(request.turnId()), step, reply.toolRequests());
        Map<Call, CallEnd> ends = means.calls().run(calls);
        ends.values().forEach(end -> progress.called(end.all()));
        messages.add(new ModelMessage.Assistant(reply.text(), reply.toolRequests(), reply.verbatim()));
        ends.forEach((call, end) -> messages.add(call.answer(end.record())));
        messages.addAll(CallStep.refusals(reply.toolRequests()));
        boolean answered = ends.values().stream().anyMatch(CallEnd::isAnswer);
        if (!answered) {
            separate();
        }
        counted = means.text().whole().length();
        return answered;
    }

    /** What the model says after its tools have run begins a paragraph of its own. */
    private void separate() {
        if (means.text().whole().length() > said) {
            means.text().append(BETWEEN_STEPS);
        }
    }

    private TurnOutcome completed(FinishReason reason) {
        means.text().flush();
        return progress.completed(means.text().whole(), reason, means.clock().instant());
    }

    private TurnOutcome failed(ModelFailed e) {
        means.text().flush();
        String text = means.text().whole();
        useUncounted(text);
        var failure = e.failure();
        return progress.failed(
                text,
                failure.code().wireName(),
                failure.detail(),
                failure.retryable(),
                means.clock().instant());
    }

    /** What there is of the turn by now is kept. */
    private TurnOutcome overBudget(OverBudget e) {
        means.text().flush();
        String text = means.text().whole();
        String detail = Objects.requireNonNull(e.getMessage());
        return progress.failed(
                text, "budget_exceeded", detail, e.isForNow(), means.clock().instant());
    }

    private FinishReason endBy(ModelReply reply) {
        return fullOr(finishReason(reply.reason()));
    }

    private FinishReason fullOr(FinishReason reason) {
        return means.text().isFull() ? FinishReason.LENGTH : reason;
    }

    private static FinishReason finishReason(StopReason reason) {
        return switch (reason) {
            case STOP -> FinishReason.STOP;
            case LENGTH -> FinishReason.LENGTH;
            case CANCELLED -> FinishReason.CANCELLED;
            case TOOL_REQUESTS -> FinishReason.TOOL_LIMIT;
        };
    }
}
