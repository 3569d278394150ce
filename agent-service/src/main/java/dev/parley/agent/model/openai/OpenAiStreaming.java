package dev.parley.agent.model.openai;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.StreamListener;
import dev.parley.agent.model.Streaming;
import java.net.http.HttpClient;

/** One model, asked through LangChain4j. */
final class OpenAiStreaming implements Streaming {
    private final OpenAiSettings settings;
    private final String model;
    private final HttpClient http;

    OpenAiStreaming(OpenAiSettings settings, String model, HttpClient http) {
        this.settings = settings;
        this.model = model;
        this.http = http;
    }

    @Override
    public ModelCall open(ModelRequest request, StreamListener listener) {
        ChatRequest asked = OpenAiRequest.of(model, request);
        var handler = new AnswerHandler(request, listener, http);
        // A model object for each call, so that each has a connection that it alone can close; making one is cheap.
        OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new ConnectionBuilder(handler.connection()))
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .accumulateToolCallId(false)
                .build()
                .chat(asked, handler);
        return handler.connection();
    }
}
