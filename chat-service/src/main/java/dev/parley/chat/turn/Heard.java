package dev.parley.chat.turn;

import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.ToolCall;
import dev.parley.contracts.turn.TurnWaiting;
import java.util.List;

/** What who waits for a turn hears of it. */
sealed interface Heard {
    record Answer(MessageEnd end) implements Heard {}

    /** Nothing comes before somebody has decided about these calls. */
    record Question(TurnWaiting waiting, List<ToolCall> calls) implements Heard {}
}
