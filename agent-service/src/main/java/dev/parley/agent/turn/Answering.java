package dev.parley.agent.turn;

import dev.parley.agent.allowance.Allowance;
import dev.parley.agent.model.Model;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.work.WorkItem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.stereotype.Component;

/** Makes the answer of a turn, streaming it while it comes. */
@Component
class Answering {
    private final Thinking thinking;
    private final Reminder reminder;
    private final Journals journals;
    private final Remnants remnants;
    private final TurnSettings settings;
    private final Clock clock;

    Answering(
            Thinking thinking,
            Reminder reminder,
            Journals journals,
            Remnants remnants,
            TurnSettings settings,
            Clock clock) {
        this.thinking = thinking;
        this.reminder = reminder;
        this.journals = journals;
        this.remnants = remnants;
        this.settings = settings;
        this.clock = clock;
    }

    String modelName(RequestTurn request) {
        return thinking.modelName(request);
    }

    /** Answers; a turn whose model there is not ends as failed. */
    TurnOutcome answer(RequestTurn request, WorkItem item, StreamWriter stream) throws InterruptedException {
        String wanted = thinking.modelName(request);
        List<Model> models = thinking.models().lineup(wanted);
        String name = models.isEmpty() ? wanted : models.getFirst().name();
        begin(request, item, stream, name);
        Progress progress = new Progress(request, item.attempt(), name, reminder.prompt(request));
        if (models.isEmpty()) {
            return unknownModel(request, progress);
        }
        Reminded reminded = reminder.of(request);
        progress.cite(reminded.citations());
        var exposure = new Exposure(reminded.exposed());
        TurnOutcome outcome = new Attempt(
                        request,
                        means(request, item, stream, lineup(request, item, models), exposure),
                        progress,
                        reminded.messages())
                .run();
        reminder.tidyUp(request, reminded, wanted);
        return outcome;
    }

    /** What earlier attempts have said, done and spent is kept. */
    private TurnOutcome unknownModel(RequestTurn request, Progress progress) {
        Left left = remnants.of(request);
        return progress.restore(left.remains(), left.calls())
                .failed(
                        left.remains().text(),
                        "unknown_model",
                        "There is no model of this name any more.",
                        false,
                        clock.instant());
    }

    private Lineup lineup(RequestTurn request, WorkItem item, List<Model> models) {
        Allowance allowance =
                thinking.allowances().open(request.turnId(), item.attempt(), request.owner(), request.workspaceId());
        return new Lineup(models, allowance);
    }

    /**
     * The first attempt goes on at once. A later one may come of a log that takes nothing: it makes sure of it, or each would
     * ask, and pay for, a model that nobody hears.
     */
    private void begin(RequestTurn request, WorkItem item, StreamWriter stream, String model) {
        stream.write(start(request, item, model));
        if (item.attempt() > 1) {
            stream.awaitConfirmation();
        }
    }

    private Attempt.Means means(
            RequestTurn request, WorkItem item, StreamWriter stream, Lineup lineup, Exposure exposure) {
        FencedJournal journal = journals.open(request.conversationId(), item, exposure);
        Offer offer = Offer.of(request, thinking.tools());
        var signals = new LinkedBlockingQueue<Signal>();
        var text = new AnswerText(
                stream, request, thinking.departures(), broken -> signals.add(new Signal.Broken(broken)));
        return new Attempt.Means(
                lineup,
                model -> stream.write(start(request, item, model)),
                offer,
                thinking.prices(),
                clock,
                settings.maxSteps(),
                journal,
                new CallStep(
                        thinking.tools(),
                        journal,
                        new Agreement(journal, new EffectPolicy(request, offer, exposure), settings.approvalTimeout()),
                        stream,
                        deadline(),
                        item.cancellation()),
                new ModelStep(signals, text, item.cancellation()),
                text,
                item.cancellation());
    }

    private Instant deadline() {
        return clock.instant().plus(settings.deadline());
    }

    private MessageStart start(RequestTurn request, WorkItem item, String model) {
        return new MessageStart(
                request.turnId(),
                request.conversationId(),
                request.messageId(),
                request.userMessageId(),
                item.attempt(),
                model,
                clock.instant());
    }
}
