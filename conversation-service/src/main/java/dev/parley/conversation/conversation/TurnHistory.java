package dev.parley.conversation.conversation;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.conversation.catchup.AppliedPositions;
import dev.parley.platform.messaging.Positions;
import dev.parley.platform.messaging.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what was said in turns: the messages of a batch, and how far the log is stored, in one transaction. */
@Component
class TurnHistory {
    private final Appender appender;
    private final AppliedPositions positions;

    TurnHistory(Appender appender, AppliedPositions positions) {
        this.appender = appender;
        this.positions = positions;
    }

    @Transactional
    void acceptCommands(List<Received<TurnCommand>> batch, Positions reached) {
        appender.append(entries(batch, TurnEntries::of));
        positions.advance(reached);
    }

    @Transactional
    void acceptOutcomes(List<Received<TurnOutcome>> batch, Positions reached) {
        appender.append(entries(batch, TurnEntries::of));
        positions.advance(reached);
    }

    private static <E extends Event> List<Entry> entries(List<Received<E>> batch, Function<E, List<Entry>> each) {
        List<Entry> entries = new ArrayList<>();
        batch.forEach(received -> received.inTrace(event -> entries.addAll(each.apply(event))));
        return entries;
    }
}
