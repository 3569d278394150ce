package dev.parley.chat.ui;

import dev.parley.chat.stream.TurnStreams;
import dev.parley.chat.turn.OwnTurns;
import dev.parley.chat.turn.Reading;
import dev.parley.chat.turn.Turn;
import dev.parley.contracts.id.Principal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what is being answered in a chat. */
@Component
class OpenAnswers {
    private final UiChats chats;
    private final OwnTurns turns;
    private final TurnStreams streams;

    OpenAnswers(UiChats chats, OwnTurns turns, TurnStreams streams) {
        this.chats = chats;
        this.turns = turns;
        this.streams = streams;
    }

    /** From its start; empty when nothing is being answered, or there is no such chat of the reader's. */
    Optional<Reading> in(String chat, Principal reader) {
        return chats.find(reader, chat)
                .flatMap(conversation -> turns.newestOpen(conversation, reader))
                .map(turn -> reading(turn, reader));
    }

    private Reading reading(Turn turn, Principal reader) {
        return new Reading(turn, reader, streams.replay(turn.place(), turn.outcome()), new UiRendering());
    }
}
