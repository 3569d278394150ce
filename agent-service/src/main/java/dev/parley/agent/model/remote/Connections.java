package dev.parley.agent.model.remote;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;

/**
 * What LangChain4j takes for its HTTP client: each call has a connection that it alone can close, and brings it along on its
 * thread. Time limits are the watchdogs', so it sets none.
 */
final class Connections implements HttpClient, HttpClientBuilder {
    private static final Duration UNUSED = Duration.ofSeconds(5);
    private static final ScopedValue<Connection> OF_THE_CALL = ScopedValue.newInstance();

    /** Makes a call of LangChain4j that asks by this connection. */
    static void call(Connection connection, Runnable call) {
        ScopedValue.where(OF_THE_CALL, connection).run(call);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        OF_THE_CALL.get().open(request, listener);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("answers are streamed");
    }

    @Override
    public HttpClient build() {
        return this;
    }

    @Override
    public Duration connectTimeout() {
        return UNUSED;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return UNUSED;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }
}
