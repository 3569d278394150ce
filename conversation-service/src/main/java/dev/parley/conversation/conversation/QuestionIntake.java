package dev.parley.conversation.conversation;

import dev.parley.contracts.turn.TurnCommand;
import dev.parley.conversation.catchup.AnswersFirst;
import dev.parley.platform.messaging.Positions;
import dev.parley.platform.messaging.Received;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes in questions behind the answers that were on the log before them: who has read an answer and asks on finds the two
 * in this order, also when the replica that stores the answers is being replaced.
 */
@Component
class QuestionIntake {
    private final TurnHistory history;
    private final AnswersFirst answersFirst;

    QuestionIntake(TurnHistory history, AnswersFirst answersFirst) {
        this.history = history;
        this.answersFirst = answersFirst;
    }

    void accept(List<Received<TurnCommand>> batch, Positions reached) {
        if (!batch.isEmpty()) {
            answersFirst.await(
                    batch.stream()
                            .map(received -> received.event().conversationId().value())
                            .distinct()
                            .toList(),
                    reached);
        }
        history.acceptCommands(batch, reached);
    }
}
