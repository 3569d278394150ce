package dev.parley.agent.turn;

import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what chat-service wants: turns become work, one lane a conversation; cancellations are noted for them. */
@Component
class TurnInbox {
    private final Inbox inbox;
    private final Cancellations cancellations;

    TurnInbox(Inbox inbox, Cancellations cancellations) {
        this.inbox = inbox;
        this.cancellations = cancellations;
    }

    @Transactional
    void accept(List<Received<TurnCommand>> batch) {
        List<NewWork> turns = new ArrayList<>(batch.size());
        for (Received<TurnCommand> received : batch) {
            switch (received.event()) {
                case RequestTurn request -> turns.add(work(received, request));
                case CancelTurn cancel -> cancellations.add(cancel.turnId(), cancel.reason());
            }
        }
        if (!turns.isEmpty()) {
            inbox.put(turns);
        }
    }

    private static NewWork work(Received<TurnCommand> received, RequestTurn request) {
        return new NewWork(
                received.id(),
                TurnWork.KIND,
                request.conversationId().toString(),
                request.owner().id(),
                received.body(),
                received.traceparent(),
                null,
                request.expiresAt());
    }
}
