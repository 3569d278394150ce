package dev.parley.chat.openai;

import dev.parley.contracts.turn.ContextCall;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.contracts.turn.ContextMessage.Role;
import dev.parley.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the messages of a completion. */
final class CompletionMessages {
    private final List<ContextMessage> messages = new ArrayList<>();
    private final Set<String> calls = new HashSet<>();

    private CompletionMessages() {}

    /** @throws ProblemException for what cannot be answered, naming the field */
    static List<ContextMessage> read(List<MessageParam> params) {
        var read = new CompletionMessages();
        for (int i = 0; i < params.size(); i++) {
            read.messages.add(read.message(params.get(i), "messages[" + i + "]"));
        }
        return List.copyOf(read.messages);
    }

    private ContextMessage message(MessageParam param, String field) {
        String text = TextContent.read(param.content(), field + ".content");
        return switch (String.valueOf(param.role())) {
            case "system", "developer" -> ContextMessage.of(Role.SYSTEM, text);
            case "user" -> ContextMessage.of(Role.USER, text);
            case "assistant" -> new ContextMessage(Role.ASSISTANT, text, calls(param, field), null);
            case "tool" -> result(param, text, field);
            default -> throw Unsupported.value(field + ".role", "must be system, developer, user, assistant or tool");
        };
    }

    private List<ContextCall> calls(MessageParam param, String field) {
        List<ContextCall> made = new ArrayList<>();
        for (MessageParam.CallParam call : param.allCalls()) {
            Unsupported.require(
                    call.type() == null || call.type().equals("function"), field + ".tool_calls", "must be functions");
            var function = call.function();
            String id = String.valueOf(call.id());
            calls.add(id);
            made.add(new ContextCall(id, String.valueOf(function.name()), function.arguments()));
        }
        return made;
    }

    private ContextMessage result(MessageParam param, String text, String field) {
        if (param.toolCallId() == null || !calls.contains(param.toolCallId())) {
            throw ProblemException.invalidField(
                    field + ".tool_call_id", "must be the id of a call in an assistant's message before");
        }
        return new ContextMessage(Role.TOOL, text, List.of(), param.toolCallId());
    }
}
