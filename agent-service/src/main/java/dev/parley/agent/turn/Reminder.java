package dev.parley.agent.turn;

import dev.parley.agent.memory.Memory;
import dev.parley.agent.memory.Said;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.prompt.Prompt;
import dev.parley.agent.prompt.Prompts;
import dev.parley.contracts.turn.RequestTurn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a model its part, what was said before, and the question. */
@Component
class Reminder {
    private final Prompts prompts;
    private final Memory memory;

    Reminder(Prompts prompts, Memory memory) {
        this.prompts = prompts;
        this.memory = memory;
    }

    Prompt prompt() {
        return prompts.assistant();
    }

    List<ModelMessage> messages(RequestTurn request) {
        List<ModelMessage> messages = new ArrayList<>();
        messages.add(new ModelMessage.Instructions(prompt().text()));
        memory.recall(request.conversationId()).stream().map(Reminder::message).forEach(messages::add);
        messages.add(new ModelMessage.User(request.message()));
        return messages;
    }

    private static ModelMessage message(Said said) {
        return switch (said.speaker()) {
            case USER -> new ModelMessage.User(said.text());
            case ASSISTANT -> ModelMessage.Assistant.said(said.text());
        };
    }
}
