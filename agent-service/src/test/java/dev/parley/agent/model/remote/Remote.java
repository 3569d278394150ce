package dev.parley.agent.model.remote;

import dev.parley.agent.model.Streaming;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.StandardEnvironment;

/** One provider, as its settings make it. */
final class Remote implements AutoCloseable {
    private static final Account NONE = new Account("", "", "");

    private final RemoteProviders providers;

    private Remote(RemoteSettings settings) {
        this.providers = new RemoteProviders(settings, new StandardEnvironment());
    }

    static Remote openAi(String baseUrl) {
        return new Remote(settings(new Account("a-key", baseUrl, "gpt-4o-mini"), null, ""));
    }

    static Remote anthropic(String baseUrl) {
        return new Remote(settings(null, new Account("a-key", baseUrl, "claude-haiku-4-5"), ""));
    }

    static Remote custom(String endpoints) {
        return new Remote(settings(null, null, endpoints));
    }

    private static RemoteSettings settings(@Nullable Account openai, @Nullable Account anthropic, String custom) {
        return new RemoteSettings(
                openai == null ? NONE : openai, anthropic == null ? NONE : anthropic, NONE, NONE, NONE, NONE, custom);
    }

    List<String> offers() {
        return providers.providers().stream().map(it -> it.offer()).toList();
    }

    Streaming open(String name) {
        return providers.providers().getFirst().open(name);
    }

    @Override
    public void close() {
        providers.close();
    }
}
