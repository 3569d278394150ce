package dev.parley.agent.model.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.agent.model.ModelRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chat completions, as OpenAI has them and everybody who is compatible with it. */
final class OpenAiDialect implements Dialect {
    /** Reasoning models refuse any temperature but their own. */
    private static final Pattern FIXED_TEMPERATURE = Pattern.compile("(o\\d|gpt-5).*");

    @Override
    public StreamingChatModel chat(Endpoint endpoint, HttpClientBuilder http) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(endpoint.baseUrl())
                .apiKey(endpoint.apiKey().isBlank() ? null : endpoint.apiKey())
                .customHeaders(endpoint.headers())
                .accumulateToolCallId(false)
                .build();
    }

    @Override
    public ChatRequest request(String model, ModelRequest request) {
        return ChatRequests.of(model, request, temperature(model, request));
    }

    private static @Nullable Double temperature(String model, ModelRequest request) {
        return FIXED_TEMPERATURE.matcher(model).matches() ? null : request.temperature();
    }

    @Override
    public AnswerEvents events(ServerSentEventListener reader, Bypass bypass) {
        return new OpenAiEvents(reader, bypass);
    }
}
