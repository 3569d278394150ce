package dev.parley.chat.openai;

import dev.parley.contracts.turn.FinishReason;

/** Why an answer ended, in the words of a completion. */
final class FinishWords {
    private FinishWords() {}

    static String of(FinishReason reason) {
        return switch (reason) {
            case STOP, CANCELLED -> "stop";
            case LENGTH, TOOL_LIMIT -> "length";
            case TOOL_CALLS -> "tool_calls";
        };
    }
}
