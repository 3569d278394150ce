package dev.parley.agent.turn;

import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import dev.parley.platform.work.WorkCommand;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in what chat-service wants, in its order: turns become work, one lane a conversation. */
@Component
class TurnInbox {

    private final Inbox inbox;
    private final Decisions decisions;

    TurnInbox(Inbox inbox, Decisions decisions) {
        this.inbox = inbox;
        this.decisions = decisions;
    }

    /** A decision is stored before its turn goes on. */
    void accept(List<Received<TurnCommand>> batch) {
        for (Received<TurnCommand> received : batch) {
            if (received.event() instanceof DecideToolCall decision) {
                decisions.take(decision);
            }
        }
        inbox.apply(batch.stream().map(TurnInbox::command).toList());
    }

    private static WorkCommand command(Received<TurnCommand> received) {
        return switch (received.event()) {
            case RequestTurn request ->
                new WorkCommand.Put(work(received, request), request.onBusy() == OnBusy.INTERRUPT);
            case DecideToolCall decision ->
                new WorkCommand.Resume(decision.turnId().value(), lane(decision));
            case CancelTurn cancel -> new WorkCommand.Cancel(cancel.turnId().value(), lane(cancel), cancel.reason());
        };
    }

    private static NewWork work(Received<TurnCommand> received, RequestTurn request) {
        return new NewWork(
                request.turnId().value(),
                TurnWork.KIND,
                lane(request),
                TenantScope.nameOf(request.owner()),
                received.body(),
                received.traceparent(),
                null,
                received.onTheLogsClock(request.expiresAt()));
    }

    private static String lane(TurnCommand command) {
        return command.conversationId().toString();
    }
}
