package dev.parley.agent.model;

import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelMessage.User;

/** How many tokens a request has, by {@link TokenEstimate}: its messages, and four for the frame of each. */
public final class RequestTokens {
    private static final int FRAME = 4;

    private RequestTokens() {}

    public static int of(ModelRequest request) {
        return request.messages().stream()
                .mapToInt(message -> FRAME + TokenEstimate.of(text(message)))
                .sum();
    }

    private static String text(Assistant assistant) {
        Verbatim verbatim = assistant.verbatim();
        return verbatim == null ? assistant.text() + assistant.toolRequests() : verbatim.content();
    }

    private static String text(ModelMessage message) {
        return switch (message) {
            case ModelMessage.Instructions instructions -> instructions.text();
            case User user -> user.text();
            case Assistant assistant -> text(assistant);
            case ToolAnswer answer -> answer.content();
        };
    }
}
