package dev.parley.agent.model.openai;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.StreamListener;
import dev.parley.agent.model.Streaming;
import java.net.http.HttpClient;

/** One model, asked through LangChain4j. */
final class OpenAiStreaming implements Streaming {
    private final StreamingChatModel chat;
    private final String model;
    private final HttpClient http;

    OpenAiStreaming(StreamingChatModel chat, String model, HttpClient http) {
        this.chat = chat;
        this.model = model;
        this.http = http;
    }

    @Override
    public ModelCall open(ModelRequest request, StreamListener listener) {
        ChatRequest asked = OpenAiRequest.of(model, request);
        var handler = new AnswerHandler(request, listener, http);
        Connections.call(handler.connection(), () -> chat.chat(asked, handler));
        return handler.connection();
    }
}
