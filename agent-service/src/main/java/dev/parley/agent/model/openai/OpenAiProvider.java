package dev.parley.agent.model.openai;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.agent.model.Provider;
import dev.parley.agent.model.Streaming;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code openai:NAME}. */
@Component
@Order(1)
@EnableConfigurationProperties(OpenAiSettings.class)
final class OpenAiProvider implements Provider, AutoCloseable {
    private static final String PREFIX = "openai:";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final OpenAiSettings settings;
    private final HttpClient http;
    private @Nullable StreamingChatModel chat;

    OpenAiProvider(OpenAiSettings settings) {
        this.settings = settings;
        // HTTP/2 would put all streams on one connection, where one slow reader holds up the rest. What comes in is
        // read on the client's own thread, which then is the only one to wake for it. It also sends what it has read:
        // that waits for a log that takes nothing, for the few seconds in which a send fails, and for nothing else.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public String offer() {
        return PREFIX + "*";
    }

    @Override
    public boolean isReady() {
        return !settings.apiKey().isBlank();
    }

    @Override
    public String usualModel() {
        return PREFIX + settings.usualModel();
    }

    @Override
    public Streaming open(String name) {
        return new OpenAiStreaming(chat(), name.substring(PREFIX.length()), http);
    }

    /** One for all models, whose names come with the requests; made when it is first wanted, if ever. */
    private synchronized StreamingChatModel chat() {
        StreamingChatModel made = chat;
        if (made == null) {
            made = OpenAiStreamingChatModel.builder()
                    .httpClientBuilder(new Connections())
                    .baseUrl(settings.baseUrl())
                    .apiKey(settings.apiKey())
                    .accumulateToolCallId(false)
                    .build();
            chat = made;
        }
        return made;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
