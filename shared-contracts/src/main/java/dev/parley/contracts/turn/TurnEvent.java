package dev.parley.contracts.turn;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.TurnId;

/**
 * What happens while a turn is answered. The JSON of each is, byte for byte, the {@code data:} of the server-sent event
 * of {@link #eventName()}.
 */
public sealed interface TurnEvent extends Event
        permits MessageStart, Delta, ToolCall, ToolResult, TurnWaiting, MessageEnd, TurnError {
    TurnId turnId();

    /** The {@code event:} of the server-sent event: the third part of the wire type. */
    static String eventName(String wireType) {
        int from = "parley.turn.".length();
        return wireType.substring(from, wireType.indexOf('.', from));
    }

    default String eventName() {
        return eventName(Event.typeOf(getClass()));
    }

    /** Whether a stream ends with an event of this wire type. */
    static boolean ends(String wireType) {
        return wireType.startsWith("parley.turn.message_end.") || wireType.startsWith("parley.turn.error.");
    }
}
