package dev.parley.chat.openai;

import dev.parley.contracts.turn.RequestedCall;

/** Ids of calls for clients, who hand them on to models that take no more than 40 characters. */
final class CallIds {
    private CallIds() {}

    /** From the turn, the step and the number of the call. */
    static String of(RequestedCall call) {
        return "call_" + call.toolCallId().replace("-", "").replace(":", "");
    }
}
