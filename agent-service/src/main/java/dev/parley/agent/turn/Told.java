package dev.parley.agent.turn;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ToolRequest;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ContextCall;
import dev.parley.contracts.turn.ContextMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a client tells of the conversation, as a model reads it. */
final class Told {
    private Told() {}

    static List<ModelMessage> messages(ClientContext context) {
        List<ModelMessage> messages = new ArrayList<>();
        if (context.instructions() != null) {
            messages.add(new ModelMessage.Instructions(context.instructions()));
        }
        Map<String, String> tools = new HashMap<>();
        for (ContextMessage message : context.messages()) {
            message.toolCalls().forEach(call -> tools.put(call.id(), call.toolId()));
            messages.add(message(message, tools));
        }
        return messages;
    }

    /** Whether the client says itself what the model's part is. */
    static boolean hasInstructions(ClientContext context) {
        return context.instructions() != null
                || context.messages().stream().anyMatch(message -> message.role() == ContextMessage.Role.SYSTEM);
    }

    /** Whose words a client puts into the mouth of an assistant or a tool, nobody knows. */
    static boolean isExposed(ClientContext context) {
        return context.messages().stream()
                .map(ContextMessage::role)
                .anyMatch(role -> role == ContextMessage.Role.ASSISTANT || role == ContextMessage.Role.TOOL);
    }

    private static ModelMessage message(ContextMessage message, Map<String, String> tools) {
        return switch (message.role()) {
            case SYSTEM -> new ModelMessage.Instructions(message.text());
            case USER -> new ModelMessage.User(message.text());
            case ASSISTANT ->
                new ModelMessage.Assistant(
                        message.text(),
                        message.toolCalls().stream().map(Told::request).toList());
            case TOOL -> {
                String call = message.toolCallId() == null ? "" : message.toolCallId();
                yield ModelMessage.ToolAnswer.ofClient(call, tools.getOrDefault(call, ""), message.text());
            }
        };
    }

    private static ToolRequest request(ContextCall call) {
        return new ToolRequest(call.id(), call.toolId(), call.arguments());
    }
}
