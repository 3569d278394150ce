package dev.parley.agent.model.openai;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands LangChain4j a connection that is there already. Time limits are the watchdogs', so it sets none. */
record ConnectionBuilder(Connection connection) implements HttpClientBuilder {
    private static final Duration UNUSED = Duration.ofSeconds(5);

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

    @Override
    public HttpClient build() {
        return connection;
    }
}
