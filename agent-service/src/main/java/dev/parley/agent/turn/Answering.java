package dev.parley.agent.turn;

import dev.parley.agent.allowance.Allowance;
import dev.parley.agent.answer.TurnAnswers;
import dev.parley.agent.assistant.Assistant;
import dev.parley.agent.model.Model;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.work.WorkItem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Makes the answer of a turn, streaming it while it comes. */
@Component
class Answering {
    private static final Logger log = LoggerFactory.getLogger(Answering.class);

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
        Assistant assistant = thinking.assistant(request).orElse(null);
        if (assistant == null) {
            return refused(request, progress, "unknown_assistant", "There is no assistant of this name any more.");
        }
        if (request.toolId() != null && !assistant.uses(request.toolId())) {
            return refused(request, progress, "unknown_tool", "This assistant does not have this tool.");
        }
        if (models.isEmpty()) {
            return refused(request, progress, "unknown_model", "There is no model of this name any more.");
        }
        Reminded reminded = reminder.of(request);
        progress.cite(reminded.citations());
        var on = new Attending(request, item, stream, assistant, progress, new Exposure(reminded.exposed()));
        TurnAnswers answers = thinking.answers()
                .open(request.conversationId(), reminder.prompt(request), reminded.messages(), item.fence());
        Attempt.Means means = means(on, lineup(request, item, models), answers);
        TurnOutcome outcome = new Attempt(request, means, progress, reminded.messages()).run();
        tidyUp(request, reminded, wanted);
        return outcome;
    }

    /** The answer is there, and is not lost for it. */
    private void tidyUp(RequestTurn request, Reminded reminded, String model) {
        try {
            reminder.tidyUp(request, reminded, model);
        } catch (DataAccessException | TransactionException e) {
            log.warn("What leaves the window of a conversation is summed up by a later turn: {}", e.toString());
        }
    }

    /** What earlier attempts have said, done and spent is kept. */
    private TurnOutcome refused(RequestTurn request, Progress progress, String code, String detail) {
        Left left = remnants.of(request);
        return progress.restore(left.remains(), left.calls())
                .failed(left.remains().text(), code, detail, false, clock.instant());
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

    /** An attempt that is made. */
    private record Attending(
            RequestTurn request,
            WorkItem item,
            StreamWriter stream,
            Assistant assistant,
            Progress progress,
            Exposure exposure) {}

    private Attempt.Means means(Attending on, Lineup lineup, TurnAnswers answers) {
        RequestTurn request = on.request();
        var signals = new LinkedBlockingQueue<Signal>();
        var text = new AnswerText(
                on.stream(), request, thinking.departures(), broken -> signals.add(new Signal.Broken(broken)));
        Role role = Role.lead(on.assistant());
        Offer offer = Offer.of(request, Crew.tools(request, thinking, role));
        var crew = new Crew(request, thinking, lineup.allowance(), callMeans(on, offer));
        return new Attempt.Means(
                lineup,
                model -> on.stream().write(start(request, on.item(), model)),
                offer,
                thinking.prices(),
                clock,
                Math.min(settings.maxSteps(), on.assistant().limits().steps()),
                crew.means().journal(),
                crew.calls(role, new Voices(on.stream(), text, request.toolId()), new Ledger(on.progress()::use)),
                new ModelStep(signals, text, on.item().cancellation()),
                answers,
                text,
                on.item().cancellation());
    }

    private CallMeans callMeans(Attending on, Offer offer) {
        FencedJournal journal = journals.open(on.request().conversationId(), on.item(), on.exposure());
        var policy = new EffectPolicy(on.request(), offer, thinking.tools(), on.exposure());
        return new CallMeans(
                journal,
                new Agreement(journal, policy, settings.approvalTimeout()),
                on.stream(),
                deadline(),
                on.item().cancellation(),
                new CallQuota());
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
