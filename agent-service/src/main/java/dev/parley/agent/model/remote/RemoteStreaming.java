package dev.parley.agent.model.remote;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.StreamListener;
import dev.parley.agent.model.Streaming;
import java.net.http.HttpClient;

/** One model, asked through LangChain4j. */
final class RemoteStreaming implements Streaming {
    private final StreamingChatModel chat;
    private final Dialect dialect;
    private final String model;
    private final HttpClient http;

    RemoteStreaming(StreamingChatModel chat, Dialect dialect, String model, HttpClient http) {
        this.chat = chat;
        this.dialect = dialect;
        this.model = model;
        this.http = http;
    }

    @Override
    public ModelCall open(ModelRequest request, StreamListener listener) {
        ChatRequest asked = dialect.request(model, request);
        var handler = new AnswerHandler(model, request, listener);
        var connection = new Connection(http, dialect, handler, body -> dialect.complete(body, model, request));
        Connections.call(connection, () -> chat.chat(asked, handler));
        return connection;
    }
}
