package dev.parley.agent.turn;

import dev.parley.agent.assistant.Assistants;
import dev.parley.agent.knowledge.Findings;
import dev.parley.agent.knowledge.Passage;
import dev.parley.agent.memory.Memory;
import dev.parley.agent.memory.Recalled;
import dev.parley.agent.memory.Said;
import dev.parley.agent.memory.Summarising;
import dev.parley.agent.memory.SummaryWanted;
import dev.parley.agent.model.Digest;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.prompt.Prompt;
import dev.parley.agent.prompt.Prompts;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a model its part, what was said before, and the question. */
@Component
class Reminder {
    private static final String SEARCH_ID = "call_documents";
    /** Stands for what the client says. */
    private static final Prompt CLIENTS = new Prompt("client", "");

    private final Assistants assistants;
    private final Prompts prompts;
    private final Memory memory;
    private final OwnDocuments documents;
    private final Summarising summarising;

    Reminder(Assistants assistants, Prompts prompts, Memory memory, OwnDocuments documents, Summarising summarising) {
        this.assistants = assistants;
        this.prompts = prompts;
        this.memory = memory;
        this.documents = documents;
        this.summarising = summarising;
    }

    /** A client that says itself what the model's part is has no other prompt. */
    Prompt prompt(RequestTurn request) {
        ClientContext context = request.context();
        if (context != null && Told.hasInstructions(context)) {
            return CLIENTS;
        }
        return assistants
                .chosen(request.assistant(), request.model())
                .map(assistants::prompt)
                .orElseGet(prompts::assistant);
    }

    Reminded of(RequestTurn request) {
        ClientContext context = request.context();
        // A client that brings its conversation along has put into it what it wants to be known.
        return context == null ? remembered(request) : told(request, context);
    }

    private Reminded told(RequestTurn request, ClientContext context) {
        List<ModelMessage> messages = new ArrayList<>();
        if (!Told.hasInstructions(context)) {
            messages.add(instructions(request));
        }
        messages.addAll(Told.messages(context));
        return new Reminded(messages, List.of(), Told.isExposed(context), false);
    }

    private Reminded remembered(RequestTurn request) {
        Recalled recalled = memory.recall(request.conversationId());
        List<Passage> passages = documents.about(request);
        List<ModelMessage> messages = new ArrayList<>();
        messages.add(instructions(request));
        recalled.said().stream().map(Reminder::message).forEach(messages::add);
        messages.add(new ModelMessage.User(request.message()));
        if (!recalled.summary().isEmpty()) {
            messages.addAll(new Digest(prompts.earlier().text(), recalled.summary()).messages());
        }
        if (!passages.isEmpty()) {
            messages.addAll(found(request, passages));
        }
        return new Reminded(
                messages,
                OwnDocuments.citations(passages),
                recalled.exposed() || !passages.isEmpty(),
                recalled.overfull());
    }

    /** When the turn has its answer: has summed up what is too much to be told word by word. */
    void tidyUp(RequestTurn request, Reminded reminded, String model) {
        if (reminded.overfull()) {
            summarising.want(
                    new SummaryWanted(request.conversationId(), request.owner(), request.workspaceId(), model),
                    request.turnId());
        }
    }

    private ModelMessage instructions(RequestTurn request) {
        return new ModelMessage.Instructions(prompt(request).text());
    }

    /** As if the model had searched: what a search gives is data, to every model. */
    private List<ModelMessage> found(RequestTurn request, List<Passage> passages) {
        String query = WireJson.mapper().writeValueAsString(Map.of("query", request.message()));
        String result = Findings.of(prompts.documents().text(), passages).json();
        return List.of(
                new ModelMessage.Assistant("", List.of(new ToolRequest(SEARCH_ID, Findings.TOOL, query))),
                new ModelMessage.ToolAnswer(SEARCH_ID, Findings.TOOL, result));
    }

    private static ModelMessage message(Said said) {
        return switch (said.speaker()) {
            case USER -> new ModelMessage.User(said.text());
            case ASSISTANT -> ModelMessage.Assistant.said(said.text());
        };
    }
}
