package dev.parley.agent.model.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.agent.model.ModelRequest;

/** The words in which a server is asked and answers. */
interface Dialect {
    /** One for all models of a server, whose names come with the requests. */
    StreamingChatModel chat(Endpoint endpoint, HttpClientBuilder http);

    ChatRequest request(String model, ModelRequest request);

    /**
     * Reads one answer.
     *
     * @param reader takes the rest
     */
    AnswerEvents events(ServerSentEventListener reader, Bypass bypass);

    /** @return the body of a request, with what LangChain4j has no words for */
    default String complete(String body, String model, ModelRequest request) {
        return body;
    }
}
