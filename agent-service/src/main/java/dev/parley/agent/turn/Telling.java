package dev.parley.agent.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnError;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnPaused;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.contracts.turn.TurnWaiting;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.work.Fence;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.WorkCommand;
import dev.parley.platform.work.WorkItem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends turns, and tells the world of them: the record first, then eyes, so that who saw the end finds it stored. */
@Component
class Telling {

    /** A turn that is worked on, and its stream. */
    record Open(RequestTurn request, WorkItem item, StreamWriter stream) {}

    private static final String DELETED = "The conversation was deleted.";

    private final EventProducer producer;
    private final Streams streams;
    private final Finish finish;
    private final Inbox inbox;
    private final Clock clock;

    Telling(EventProducer producer, Streams streams, Finish finish, Inbox inbox, Clock clock) {
        this.producer = producer;
        this.streams = streams;
        this.finish = finish;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @throws dev.parley.platform.work.RetryLater when this attempt has had its stream already */
    Open open(RequestTurn request, WorkItem item) {
        return new Open(request, item, streams.open(request, item));
    }

    /** For the record: it has begun. Nobody waits for it. */
    void begun(Open turn, String model) {
        RequestTurn request = turn.request();
        int attempt = turn.item().attempt();
        turn.item().fence().require();
        var started = new TurnStarted(
                request.turnId(),
                request.conversationId(),
                request.owner(),
                request.workspaceId(),
                attempt,
                model,
                clock.instant());
        var _ = producer.send(outgoing(started, "started/" + attempt));
    }

    /** It waits for somebody: for the record first, awaited since whoever hears nothing of a turn gives it up, then for eyes. */
    void paused(Open turn, ApprovalWanted wanted) {
        RequestTurn request = turn.request();
        int attempt = turn.item().attempt();
        Instant now = clock.instant();
        Instant until = now.plus(wanted.atMost());
        turn.item().fence().require();
        var paused = new TurnPaused(
                request.turnId(),
                request.conversationId(),
                request.owner(),
                request.workspaceId(),
                attempt,
                wanted.toolCallIds(),
                until,
                now);
        var _ = producer.sendAndAwait(outgoing(paused, "paused/" + attempt));
        turn.stream().write(new TurnWaiting(request.turnId(), wanted.toolCallIds(), until));
        turn.stream().awaitConfirmation();
    }

    /** Ends a turn whose readers have followed this attempt until here. */
    void end(Open turn, TurnOutcome outcome) {
        end(turn, outcome, Ending.of(outcome), turn.request().context() != null);
    }

    /** Ends a turn of which this attempt has shown nothing. */
    void endWhole(Open turn, TurnOutcome outcome) {
        end(turn, outcome, Ending.whole(outcome, turn.item().attempt()), true);
    }

    /** As {@link #endWhole}, and nothing of the turn is remembered. */
    void endBare(Open turn, TurnOutcome outcome) {
        turn.stream().awaitConfirmation();
        settle(turn, outcome, Ending.whole(outcome, turn.item().attempt()), finish.decideOnly(outcome, fence(turn)));
    }

    /** Decides an outcome and tells it; of a conversation that was deleted meanwhile, nothing. */
    private void end(Open turn, TurnOutcome outcome, List<TurnEvent> shown, boolean exposed) {
        turn.stream().awaitConfirmation();
        settle(turn, outcome, shown, finish.decide(outcome, exposed, fence(turn)));
    }

    private void settle(Open turn, TurnOutcome outcome, List<TurnEvent> shown, boolean decided) {
        if (decided) {
            tell(turn, outcome, shown);
        } else {
            endSilently(turn);
        }
    }

    /** What an earlier attempt has decided. */
    void tellAgain(Open turn, TurnOutcome outcome) {
        tell(turn, outcome, Ending.whole(outcome, turn.item().attempt()));
    }

    /**
     * Whoever still reads the stream of a deleted conversation is told that it ends; for the record there is nothing. A turn
     * that came behind the deletion is still to be erased as work: first, for the lane is locked before its items.
     */
    void endSilently(Open turn) {
        RequestTurn request = turn.request();
        inbox.apply(List.of(new WorkCommand.Erase(request.conversationId().toString(), DELETED)));
        finish.erase(request.conversationId(), turn.item().fence());
        turn.stream().write(new TurnError(request.turnId(), "conversation_deleted", DELETED, false));
        turn.stream().awaitConfirmation();
    }

    /** For the record only. A repeat is the same event. @throws SendFailed when it is not confirmed */
    void ended(TurnOutcome outcome) {
        var _ = producer.sendAndAwait(outgoing(outcome, "outcome"));
    }

    private void tell(Open turn, TurnOutcome outcome, List<TurnEvent> shown) {
        turn.item().fence().require();
        ended(outcome);
        shown.forEach(turn.stream()::write);
        turn.stream().awaitConfirmation();
    }

    private static Fence fence(Open turn) {
        return turn.item().fence();
    }

    private static Outgoing outgoing(TurnOutcome outcome, String name) {
        UUID id = UUID.nameUUIDFromBytes((outcome.turnId() + "/" + name).getBytes(UTF_8));
        return Outgoing.of(Topic.TURN_OUTCOMES, outcome.conversationId().toString(), id, outcome);
    }
}
