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
import dev.parley.agent.model.Verbatim;
import org.jspecify.annotations.Nullable;

/** Hands on what LangChain4j calls back with, and the text past it. Whatever comes after an end is not heard by the listener. */
final class AnswerHandler implements StreamingChatResponseHandler, Bypass {
    private final String model;
    private final ModelRequest request;
    private final StreamListener listener;
    private final StringBuilder said = new StringBuilder();
    /** What broke the call, as opposed to what was wrong with its content. */
    private volatile @Nullable Throwable trouble;

    private volatile @Nullable Verbatim verbatim;

    AnswerHandler(String model, ModelRequest request, StreamListener listener) {
        this.model = model;
        this.request = request;
        this.listener = listener;
    }

    @Override
    public void text(String piece) {
        said.append(piece);
        listener.text(piece);
    }

    @Override
    public void alive() {
        listener.alive();
    }

    @Override
    public void verbatim(String content) {
        verbatim = new Verbatim(model, content);
    }

    @Override
    public void broken(Throwable failure) {
        trouble = failure;
    }

    @Override
    public void onPartialResponse(String text) {
        text(text);
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
        listener.finished(RemoteReply.of(request, said.toString(), verbatim, response));
    }

    @Override
    public void onError(Throwable failure) {
        listener.failed(Failures.of(trouble, failure));
    }
}
