package dev.parley.agent.model.remote;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.parley.agent.model.Provider;
import dev.parley.agent.model.Streaming;
import java.net.http.HttpClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code NAME:MODEL}: whatever models a server has. */
final class RemoteProvider implements Provider {
    private final Endpoint endpoint;
    private final HttpClient http;
    private @Nullable StreamingChatModel chat;

    RemoteProvider(Endpoint endpoint, HttpClient http) {
        this.endpoint = endpoint;
        this.http = http;
    }

    @Override
    public String offer() {
        return prefix() + "*";
    }

    @Override
    public Optional<String> usualModel() {
        return Optional.ofNullable(endpoint.usualModel()).map(it -> prefix() + it);
    }

    @Override
    public Streaming open(String name) {
        return new RemoteStreaming(chat(), endpoint.dialect(), name.substring(prefix().length()), http);
    }

    private String prefix() {
        return endpoint.name() + ":";
    }

    /** Made when it is first wanted, if ever. */
    private synchronized StreamingChatModel chat() {
        StreamingChatModel made = chat;
        if (made == null) {
            made = endpoint.dialect().chat(endpoint, new Connections());
            chat = made;
        }
        return made;
    }
}
