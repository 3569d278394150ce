package dev.parley.agent.model.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.agent.model.ModelRequest;
import java.util.function.Consumer;

/** The words in which a server is asked and answers. */
interface Dialect {
    /** One for all models of a server, whose names come with the requests. */
    StreamingChatModel chat(Endpoint endpoint, HttpClientBuilder http);

    ChatRequest request(String model, ModelRequest request);

    /**
     * Reads one answer.
     *
     * @param reader takes what is no plain text
     * @param text takes plain text
     * @param broken told first what is wrong with the stream
     */
    AnswerEvents events(ServerSentEventListener reader, Consumer<String> text, Consumer<Throwable> broken);
}
