package dev.parley.agent.model.remote;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelFailure.Code;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.StreamListener;
import java.net.http.HttpClient;

/** Hands on what LangChain4j calls back with, and the text past it. Whatever comes after an end is not heard by the listener. */
final class AnswerHandler implements StreamingChatResponseHandler {
    private final ModelRequest request;
    private final StreamListener listener;
    private final Connection connection;
    private final StringBuilder said = new StringBuilder();

    AnswerHandler(ModelRequest request, StreamListener listener, Dialect dialect, HttpClient http) {
        this.request = request;
        this.listener = listener;
        this.connection = new Connection(http, dialect, this::onPartialResponse);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void onPartialResponse(String text) {
        said.append(text);
        listener.text(text);
    }

    @Override
    public void onPartialToolCall(PartialToolCall part) {
        listener.alive();
    }

    @Override
    public void onPartialThinking(PartialThinking part) {
        listener.alive();
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            listener.failed(new ModelFailure(
                    Code.CONTENT_FILTERED, "The model's provider withheld the answer.", false, null, null));
            return;
        }
        listener.finished(RemoteReply.of(request, said.toString(), response));
    }

    @Override
    public void onError(Throwable failure) {
        listener.failed(Failures.of(connection.trouble(), failure));
    }
}
