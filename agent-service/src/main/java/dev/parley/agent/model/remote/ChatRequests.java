package dev.parley.agent.model.remote;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.parley.agent.model.AnswerLimits;
import dev.parley.agent.model.DataMark;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.tool.ToolDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our request in LangChain4j's words. */
final class ChatRequests {
    private ChatRequests() {}

    /** @param temperature absent: the model's own */
    static ChatRequest of(String model, ModelRequest request, @Nullable Double temperature) {
        return of(model, request, temperature, request.toolRequired() || request.requiredTool() != null);
    }

    /** For a model that cannot be made to ask for a tool: a required one is then the only one that it is offered. */
    static ChatRequest unforced(String model, ModelRequest request, @Nullable Double temperature) {
        return of(model, request, temperature, false);
    }

    private static ChatRequest of(String model, ModelRequest request, @Nullable Double temperature, boolean required) {
        List<ToolDescription> tools = tools(request);
        var chat = ChatRequest.builder()
                .modelName(model)
                .messages(request.messages().stream().map(ChatRequests::message).toList());
        if (temperature != null) {
            chat.temperature(temperature);
        }
        if (!tools.isEmpty()) {
            chat.toolSpecifications(tools.stream().map(ChatRequests::tool).toList());
            chat.toolChoice(required ? ToolChoice.REQUIRED : ToolChoice.AUTO);
        }
        bound(chat, request.limits());
        return chat.build();
    }

    private static void bound(ChatRequest.Builder chat, AnswerLimits limits) {
        if (limits.maxTokens() != null) {
            chat.maxOutputTokens(limits.maxTokens());
        }
        if (!limits.stop().isEmpty()) {
            chat.stopSequences(limits.stop());
        }
    }

    /** A tool that is required is the only one to choose from. */
    private static List<ToolDescription> tools(ModelRequest request) {
        String required = request.requiredTool();
        return required == null
                ? request.tools()
                : request.tools().stream()
                        .filter(it -> it.toolId().equals(required))
                        .toList();
    }

    private static ToolSpecification tool(ToolDescription tool) {
        return ToolSpecification.builder()
                .name(tool.toolId())
                .description(tool.description())
                .parameters(SchemaElements.object(tool.parameters()))
                .build();
    }

    private static ChatMessage message(ModelMessage message) {
        return switch (message) {
            case ModelMessage.Instructions instructions -> SystemMessage.from(instructions.text());
            case User user -> UserMessage.from(user.text());
            case Assistant assistant -> assistant(assistant);
            case ToolAnswer answer ->
                ToolExecutionResultMessage.from(answer.requestId(), answer.toolId(), read(answer));
        };
    }

    private static String read(ToolAnswer answer) {
        return answer.verbatim() ? answer.content() : DataMark.around(answer.content());
    }

    private static AiMessage assistant(Assistant assistant) {
        if (assistant.toolRequests().isEmpty()) {
            return AiMessage.from(assistant.text());
        }
        List<ToolExecutionRequest> requests =
                assistant.toolRequests().stream().map(ChatRequests::request).toList();
        return assistant.text().isEmpty() ? AiMessage.from(requests) : AiMessage.from(assistant.text(), requests);
    }

    private static ToolExecutionRequest request(ToolRequest request) {
        return ToolExecutionRequest.builder()
                .id(request.id())
                .name(request.toolId())
                .arguments(request.arguments())
                .build();
    }
}
