package dev.parley.chat.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.platform.messaging.Outgoing;
import java.time.Instant;
import java.util.UUID;

/** The commands that stop turns. Asked for again, each is the same event: its id follows from the turn and the reason. */
final class CancelEvents {
    private CancelEvents() {}

    static Outgoing withdrawal(TurnId turn, ConversationId conversation, Instant now) {
        return event("withdrawn", new CancelTurn(turn, conversation, "withdrawn", now));
    }

    static Outgoing byCaller(TurnId turn, ConversationId conversation, Instant now) {
        return event("cancelled", new CancelTurn(turn, conversation, "cancelled by the caller", now));
    }

    private static Outgoing event(String name, CancelTurn cancel) {
        UUID id = UUID.nameUUIDFromBytes((cancel.turnId() + "/" + name).getBytes(UTF_8));
        return Outgoing.of(Topic.TURN_REQUESTS, cancel.conversationId().toString(), id, cancel);
    }
}
