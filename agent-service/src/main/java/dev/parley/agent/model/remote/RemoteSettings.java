package dev.parley.agent.model.remote;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose models there are. One with a key is there by its key, one at an address of the operator's own by its address.
 *
 * @param modal the key is {@code MODAL_TOKEN}
 * @param custom {@code MODEL_ENDPOINTS}: see {@link CustomEndpoint}
 */
@ConfigurationProperties("parley.agent.model.remote")
record RemoteSettings(
        @DefaultValue Account openai,
        @DefaultValue Account anthropic,
        @DefaultValue Account groq,
        @DefaultValue Account ollama,
        @DefaultValue Account runpod,
        @DefaultValue Account modal,
        @DefaultValue("") String custom) {
    private static final Dialect OPENAI = new OpenAiDialect();
    private static final Dialect ANTHROPIC = new AnthropicDialect();
    private static final String VERSION = "/v1";

    /**
     * @throws BadSetting for an address that is none, for what is of no use without another thing, and in production for a
     *     provider that would be on this machine
     */
    List<Endpoint> endpoints(Stage stage) {
        if (stage == Stage.PRODUCTION) {
            Map.of("openai", openai, "anthropic", anthropic, "groq", groq, "runpod", runpod, "modal", modal)
                    .forEach(RemoteSettings::requireElsewhere);
        }
        List<Endpoint> all = new ArrayList<>();
        hosted(all, "openai", OPENAI, openai, "https://api.openai.com/v1");
        hosted(all, "anthropic", ANTHROPIC, versioned(anthropic), "https://api.anthropic.com/v1");
        hosted(all, "groq", OPENAI, groq, "https://api.groq.com/openai/v1");
        own(all, "ollama", versioned(ollama), "http://127.0.0.1:11434");
        if (runpod.hasUrl() && !runpod.hasKey()) {
            throw BadSetting.hidden("RUNPOD_API_KEY", "the account's key, which RUNPOD_BASE_URL is of no use without");
        }
        own(all, "runpod", runpod, "https://api.runpod.ai/v2/ENDPOINT/openai/v1");
        own(all, "modal", modal, "https://WORKSPACE--APP.modal.run/v1");
        CustomEndpoint.read(custom).stream()
                .map(it -> it.endpoint("anthropic".equals(it.protocol()) ? ANTHROPIC : OPENAI))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** There by its key; at another address for tests and proxies. */
    private static void hosted(List<Endpoint> all, String name, Dialect dialect, Account account, String usual) {
        requireUrl(name, account, usual);
        if (account.hasKey()) {
            all.add(endpoint(name, dialect, account, account.hasUrl() ? account.baseUrl() : usual));
        }
    }

    private static void own(List<Endpoint> all, String name, Account account, String example) {
        requireUrl(name, account, example);
        if (account.hasUrl()) {
            all.add(endpoint(name, OPENAI, account, account.baseUrl()));
        }
    }

    /** What answers for it here is a simulator; a server of one's own is one of {@code MODEL_ENDPOINTS}. */
    private static void requireElsewhere(String name, Account account) {
        if (account.hasUrl() && Addresses.isHttp(account.baseUrl()) && Addresses.isLoopback(account.baseUrl())) {
            throw BadSetting.value(
                    variable(name),
                    account.baseUrl(),
                    "the provider's address: production takes no simulators, and servers on this machine by"
                            + " MODEL_ENDPOINTS or OLLAMA_BASE_URL");
        }
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT) + "_BASE_URL";
    }

    private static void requireUrl(String name, Account account, String example) {
        if (account.hasUrl() && !Addresses.isHttp(account.baseUrl())) {
            throw BadSetting.hidden(variable(name), "a URL such as " + example);
        }
    }

    private static Endpoint endpoint(String name, Dialect dialect, Account account, String baseUrl) {
        String usual = account.usualModel().isBlank() ? null : account.usualModel();
        return new Endpoint(name, dialect, baseUrl, account.apiKey().strip(), Map.of(), usual);
    }

    /** Where others name a server without the version of its protocol, in its address. */
    private static Account versioned(Account account) {
        String url = account.baseUrl().strip().replaceFirst("/+$", "");
        return url.isEmpty() || url.endsWith(VERSION)
                ? account
                : new Account(account.apiKey(), url + VERSION, account.usualModel());
    }
}
