package dev.parley.conversation.conversation;

import dev.parley.contracts.turn.TurnCommand;
import dev.parley.conversation.catchup.CatchUp;
import dev.parley.platform.messaging.Positions;
import dev.parley.platform.messaging.Received;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in questions behind the answers that were on the log before them: who has read an answer and asks on finds the two
 * in this order, also when the replica that stores the answers is being replaced.
 */
@Component
class QuestionIntake {
    private static final Logger log = LoggerFactory.getLogger(QuestionIntake.class);

    private final TurnHistory history;
    private final CatchUp catchUp;

    QuestionIntake(TurnHistory history, CatchUp catchUp) {
        this.history = history;
        this.catchUp = catchUp;
    }

    void accept(List<Received<TurnCommand>> batch, Positions reached) {
        boolean inOrder = batch.isEmpty()
                || catchUp.withOutcomes(batch.stream()
                        .map(received -> received.event().conversationId().value())
                        .distinct()
                        .toList());
        if (!inOrder) {
            log.info("Questions are stored though answers before them may not be stored yet");
        }
        history.acceptCommands(batch, reached);
    }
}
