package dev.parley.agent.turn;

import dev.parley.agent.allowance.OverBudget;
import dev.parley.agent.allowance.Place;
import dev.parley.agent.assistant.Assistant;
import dev.parley.agent.model.AnswerLimits;
import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelFailure.Code;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.StopReason;
import dev.parley.agent.model.TokenEstimate;
import dev.parley.agent.tool.Excerpt;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A part of a turn that was handed to an assistant: model, tools, model, until it reports. All that it is told is journaled, so
 * that another attempt pays for nothing twice.
 */
final class Subtask {
    /** What whoever has handed it over reads. */
    record Report(String assistant, String answer, Usage usage) {}

    private static final int LONGEST_ANSWER = 90_000;
    private static final ToolOutcome CANCELLED = new ToolOutcome.Failure("cancelled", "The task was cancelled.");
    private static final ToolOutcome KNOWN = ToolOutcome.said();

    private final Crew crew;
    private final TaskId id;
    private final Role role;
    private final Ledger ledger;
    private final boolean ended;
    private final Tools tools;
    private final CallStep callStep;
    private final List<ModelMessage> messages = new ArrayList<>();
    private final List<ToolCallRecord> calls = new ArrayList<>();
    private @Nullable Lineup lineup;

    /** @param ended whether it is known how it ended: then nothing is asked any more */
    Subtask(Crew crew, TaskId id, Role role, Ledger ledger, boolean ended) {
        this.crew = crew;
        this.id = id;
        this.role = role;
        this.ledger = ledger;
        this.ended = ended;
        this.tools = crew.tools(role);
        this.callStep = crew.calls(role, Voices.toAssistant(crew.means().stream()), ledger);
    }

    Delegation.Done run(String task) throws InterruptedException {
        messages.add(new ModelMessage.Instructions(
                crew.thinking().assistants().prompt(assistant()).text()));
        messages.add(new ModelMessage.User(task));
        return new Delegation.Done(outcome(), List.copyOf(calls));
    }

    private ToolOutcome outcome() throws InterruptedException {
        try {
            return work();
        } catch (ModelFailed e) {
            return new ToolOutcome.Failure(
                    e.failure().code().wireName(), e.failure().detail());
        } catch (OverBudget e) {
            return new ToolOutcome.Failure("budget_exceeded", Objects.requireNonNull(e.getMessage()));
        }
    }

    private ToolOutcome work() throws InterruptedException {
        for (int step = 0; step < assistant().limits().steps(); step++) {
            JournaledReply journaled = crew.means().journal().reply(id, step).orElse(null);
            if (journaled == null) {
                ToolOutcome end = endBefore();
                if (end != null) {
                    return end;
                }
                journaled = ask(step);
            } else {
                crew.allowance().replayed(modelOf(journaled), journaled.reply());
            }
            ledger.add(crew.thinking().usage(crew.request(), journaled));
            ModelReply reply = journaled.reply();
            if (reply.reason() != StopReason.TOOL_REQUESTS) {
                return isCancelled() ? CANCELLED : report(reply);
            }
            call(step, reply);
        }
        return new ToolOutcome.Failure(
                "subtask_step_limit", assistant().name() + " has not come to an end in as many steps as it may take.");
    }

    /** Why nothing more is asked; null when it is. */
    private @Nullable ToolOutcome endBefore() {
        if (ended) {
            return KNOWN;
        }
        if (isCancelled()) {
            return CANCELLED;
        }
        Usage used = ledger.used();
        long tokens = (long) used.inputTokens() + used.outputTokens();
        return assistant().limits().areReached(tokens, used.costUsd())
                ? new ToolOutcome.Failure(
                        "subtask_budget_exceeded", "What " + assistant().name() + " may spend on a task is spent.")
                : null;
    }

    private JournaledReply ask(int step) throws InterruptedException {
        if (lineup == null) {
            lineup = lineup();
        }
        ModelReply reply = ask(lineup);
        String model = lineup.inCharge().name();
        return crew.means().journal().recordReply(id, step, reply, model);
    }

    private String modelOf(JournaledReply journaled) {
        return journaled.model() == null ? crew.thinking().modelName(crew.request()) : journaled.model();
    }

    private Lineup lineup() {
        List<Model> models = crew.models(assistant());
        if (models.isEmpty()) {
            throw new ModelFailed(new ModelFailure(
                    Code.MODEL_UNAVAILABLE, "There is no model for this assistant.", false, null, null));
        }
        return new Lineup(models, crew.allowance());
    }

    private ModelReply ask(Lineup models) throws InterruptedException {
        var request = new ModelRequest(messages, tools.all(), null, null, false, AnswerLimits.NONE);
        while (true) {
            var draft = new Draft();
            try (Place place = models.place(request)) {
                ModelReply reply = new ModelStep(
                                new LinkedBlockingQueue<>(), draft, crew.means().cancellation())
                        .run(models.inCharge(), request);
                place.used(reply);
                return reply;
            } catch (ModelFailed e) {
                pay(draft, models.inCharge());
                if (!draft.isEmpty() || !models.takesOver(e.failure())) {
                    throw models.end(e);
                }
            }
        }
    }

    /** For what broke off. */
    private void pay(Draft draft, Model model) {
        int tokens = TokenEstimate.of(draft.text());
        ledger.add(new Usage(0, tokens, crew.thinking().prices().costUsd(model.name(), 0, tokens)));
    }

    private void call(int step, ModelReply reply) throws InterruptedException {
        List<Call> asked = callStep.prepare(id, step, reply.toolRequests());
        Map<Call, CallEnd> ends = callStep.run(asked);
        messages.add(new ModelMessage.Assistant(reply.text(), reply.toolRequests(), reply.verbatim()));
        ends.forEach((call, end) -> {
            calls.addAll(end.all());
            messages.add(call.answer(end.record()));
        });
        messages.addAll(CallStep.refusals(reply.toolRequests()));
    }

    private ToolOutcome report(ModelReply reply) {
        return ToolOutcome.of(
                new Report(assistant().id(), Excerpt.of(reply.text(), LONGEST_ANSWER), ledger.used()), false);
    }

    private boolean isCancelled() {
        return crew.means().cancellation().requested();
    }

    private Assistant assistant() {
        return role.assistant();
    }
}
