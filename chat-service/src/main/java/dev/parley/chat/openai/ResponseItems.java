package dev.parley.chat.openai;

import dev.parley.contracts.turn.ContextCall;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.contracts.turn.ContextMessage.Role;
import dev.parley.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the input of a response, behind what was said before it. */
final class ResponseItems {
    private final List<ContextMessage> messages;
    private final Set<String> calls = new HashSet<>();

    private ResponseItems(List<ContextMessage> before) {
        this.messages = new ArrayList<>(before);
        before.stream().flatMap(message -> message.toolCalls().stream()).forEach(call -> calls.add(call.id()));
    }

    /**
     * All messages, those before included.
     *
     * @throws ProblemException for what cannot be answered, naming the field
     */
    static List<ContextMessage> read(List<ContextMessage> before, JsonNode input) {
        var items = new ResponseItems(before);
        if (input.isString()) {
            items.messages.add(ContextMessage.of(Role.USER, input.asString()));
        } else if (input.isArray()) {
            for (int i = 0; i < input.size(); i++) {
                items.add(input.get(i), "input[" + i + "]");
            }
        } else {
            throw ProblemException.invalidField("input", "must be a text or a list of items");
        }
        return List.copyOf(items.messages);
    }

    private void add(JsonNode item, String field) {
        switch (item.path("type").asString("message")) {
            case "message" -> messages.add(message(item, field));
            case "function_call" -> addCall(item, field);
            case "function_call_output" -> messages.add(result(item, field));
            case "reasoning" -> {
                // What another model thought has no effect here.
            }
            default ->
                throw Unsupported.value(field + ".type", "must be message, function_call or function_call_output");
        }
    }

    private static ContextMessage message(JsonNode item, String field) {
        String text = TextContent.read(item.path("content"), field + ".content");
        return switch (item.path("role").asString("")) {
            case "system", "developer" -> ContextMessage.of(Role.SYSTEM, text);
            case "user" -> ContextMessage.of(Role.USER, text);
            case "assistant" -> ContextMessage.of(Role.ASSISTANT, text);
            default -> throw Unsupported.value(field + ".role", "must be system, developer, user or assistant");
        };
    }

    /** Calls of one answer are items of their own; a model reads them as one message. */
    private void addCall(JsonNode item, String field) {
        var call = new ContextCall(
                required(item, "call_id", field),
                required(item, "name", field),
                item.path("arguments").asString(""));
        calls.add(call.id());
        ContextMessage last = messages.isEmpty() ? ContextMessage.of(Role.SYSTEM, "") : messages.getLast();
        if (last.role() == Role.ASSISTANT) {
            messages.removeLast();
        }
        String text = last.role() == Role.ASSISTANT ? last.text() : "";
        List<ContextCall> before = last.role() == Role.ASSISTANT ? last.toolCalls() : List.of();
        messages.add(new ContextMessage(
                Role.ASSISTANT,
                text,
                Stream.concat(before.stream(), Stream.of(call)).toList(),
                null));
    }

    private ContextMessage result(JsonNode item, String field) {
        String call = required(item, "call_id", field);
        if (!calls.contains(call)) {
            throw ProblemException.invalidField(field + ".call_id", "must be the id of a call before");
        }
        return new ContextMessage(Role.TOOL, TextContent.read(item.path("output"), field + ".output"), List.of(), call);
    }

    private static String required(JsonNode item, String name, String field) {
        String value = item.path(name).asString("");
        if (value.isEmpty()) {
            throw ProblemException.invalidField(field + "." + name, "is required");
        }
        return value;
    }
}
