package dev.parley.chat.openai;

import dev.parley.chat.openai.PreviousResponses.Previous;
import dev.parley.chat.turn.Asked;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.turn.AnswerBounds;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ClientTool;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes questions of requests for responses. */
@Component
class ResponseQuestions {
    private final Questions questions;
    private final PreviousResponses previous;

    ResponseQuestions(Questions questions, PreviousResponses previous) {
        this.questions = questions;
        this.previous = previous;
    }

    /** @throws ProblemException 400 for what is not supported, 404 for a response that is not there, 422 */
    Asked of(ResponseRequest request, Principal caller) {
        requireSupported(request);
        Optional<Previous> before =
                Optional.ofNullable(request.previousResponseId()).map(id -> previous.require(id, caller));
        List<ContextMessage> said = before.map(Previous::messages).orElse(List.of());
        List<ContextMessage> messages = ResponseItems.read(said, request.input());
        var context = new ClientContext(
                messages,
                FunctionOffer.of(tools(request.allTools()), request.toolChoice()),
                new AnswerBounds(request.temperature(), request.maxOutputTokens(), List.of()),
                request.instructions());
        return questions.asked(
                request.model(),
                context,
                messages.subList(said.size(), messages.size()),
                before.map(Previous::conversation),
                ResponseNote.of(request).json());
    }

    private static void requireSupported(ResponseRequest request) {
        Unsupported.requireAbsent(request.conversation(), "conversation", ": use previous_response_id");
        Unsupported.requireAbsent(request.prompt(), "prompt", "");
        JsonNode text = request.text();
        Unsupported.require(
                text == null || text.at("/format/type").asString("text").equals("text"),
                "text.format",
                "must be of type text");
    }

    private static List<ClientTool> tools(List<ResponseRequest.FunctionTool> params) {
        List<ClientTool> tools = new ArrayList<>();
        for (ResponseRequest.FunctionTool param : params) {
            String field = "tools[" + tools.size() + "]";
            Unsupported.require("function".equals(param.type()), field + ".type", "must be function");
            if (param.name() == null) {
                throw ProblemException.invalidField(field + ".name", "is required");
            }
            tools.add(FunctionOffer.tool(param.name(), param.description(), param.parameters()));
        }
        return tools;
    }
}
