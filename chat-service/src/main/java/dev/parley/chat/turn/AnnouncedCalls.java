package dev.parley.chat.turn;

import dev.parley.chat.stream.StreamEvent;
import dev.parley.contracts.turn.ToolCall;
import dev.parley.contracts.turn.ToolCallStatus;
import dev.parley.platform.messaging.WireJson;
import java.util.ArrayList;
import java.util.List;

/** The tool calls of the newest attempt at a turn that wait for somebody. */
final class AnnouncedCalls {
    private final List<ToolCall> waiting = new ArrayList<>();

    void note(StreamEvent event) {
        if (event.name().equals("message_start")) {
            waiting.clear();
        } else if (event.name().equals("tool_call")) {
            ToolCall call = WireJson.read(event.data(), ToolCall.class);
            if (call.status() == ToolCallStatus.WAITING_APPROVAL) {
                waiting.add(call);
            }
        }
    }

    List<ToolCall> waiting() {
        return List.copyOf(waiting);
    }
}
