package dev.parley.agent.model.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.ToolRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Messages, as Anthropic has them. */
final class AnthropicDialect implements Dialect {
    /** The protocol wants a number; all models that are on offer can say as much. */
    private static final int LONGEST_ANSWER = 8192;

    private static final double HOTTEST = 1;

    /** Those since Opus 4.7 refuse any. */
    private static final Pattern TAKES_TEMPERATURE =
            Pattern.compile("claude-(3|(opus|sonnet|haiku)-4(-[0-6])?(-\\d{8})?$).*");

    /** Those that always think have to be free to say nothing but text. */
    private static final Pattern CANNOT_BE_FORCED = Pattern.compile("claude-(opus-5-[5-9]|fable-5-[1-9]).*");

    @Override
    public StreamingChatModel chat(Endpoint endpoint, HttpClientBuilder http) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(endpoint.baseUrl())
                .apiKey(endpoint.apiKey())
                .customHeaders(endpoint.headers())
                .maxTokens(LONGEST_ANSWER)
                .build();
    }

    @Override
    public ChatRequest request(String model, ModelRequest request) {
        var fitting = new ModelRequest(
                fromFirstUser(request.messages()).stream()
                        .map(AnthropicDialect::readable)
                        .toList(),
                request.tools(),
                request.requiredTool(),
                request.temperature(),
                request.toolRequired(),
                request.limits());
        return CANNOT_BE_FORCED.matcher(model).matches()
                ? ChatRequests.unforced(model, fitting, temperature(model, request))
                : ChatRequests.of(model, fitting, temperature(model, request));
    }

    /** A conversation that is remembered from its middle may begin with an answer, which the protocol refuses. */
    private static List<ModelMessage> fromFirstUser(List<ModelMessage> messages) {
        List<ModelMessage> fitting = new ArrayList<>();
        boolean begun = false;
        for (ModelMessage message : messages) {
            begun |= message instanceof ModelMessage.User;
            if (begun || message instanceof ModelMessage.Instructions) {
                fitting.add(message);
            }
        }
        return fitting;
    }

    private static ModelMessage readable(ModelMessage message) {
        return message instanceof Assistant said
                ? new Assistant(
                        said.text(),
                        said.toolRequests().stream()
                                .map(AnthropicDialect::readable)
                                .toList(),
                        said.verbatim())
                : message;
    }

    private static ToolRequest readable(ToolRequest request) {
        return new ToolRequest(
                request.id(),
                request.toolId(),
                Arguments.readable(request.arguments()).toString());
    }

    @Override
    public String complete(String body, String model, ModelRequest request) {
        return AnthropicVerbatim.restore(body, model, request);
    }

    private static @Nullable Double temperature(String model, ModelRequest request) {
        Double wanted = request.temperature();
        return wanted == null || !TAKES_TEMPERATURE.matcher(model).matches() ? null : Math.min(wanted, HOTTEST);
    }

    @Override
    public AnswerEvents events(ServerSentEventListener reader, Bypass bypass) {
        return new AnthropicEvents(reader, bypass);
    }
}
