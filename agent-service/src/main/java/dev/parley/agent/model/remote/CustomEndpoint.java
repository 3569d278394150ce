package dev.parley.agent.model.remote;

import dev.parley.platform.settings.BadSetting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of {@code MODEL_ENDPOINTS}, in the operator's words:
 * <pre>{@code
 * [{"name": "vllm", "base_url": "http://10.0.0.5:8000/v1", "api_key": "…", "model": "qwen3-32b",
 *   "headers": {"X-Team": "blue"}, "concurrency": 8, "tokens_per_minute": 200000}]
 * }</pre>
 *
 * @param protocol {@code openai}, or {@code anthropic}; absent: the former
 * @param model for those who name none
 * @param concurrency answers at once, over all replicas
 * @param tokensPerMinute likewise
 */
record CustomEndpoint(
        @Nullable String name,
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @Nullable String protocol,
        @Nullable String model,
        @Nullable Map<String, String> headers,
        @Nullable Integer concurrency,
        @Nullable Integer tokensPerMinute) {
    private static final String VARIABLE = "MODEL_ENDPOINTS";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Set<String> TAKEN =
            Set.of("openai", "anthropic", "groq", "ollama", "runpod", "modal", "offline");
    private static final Set<String> PROTOCOLS = Set.of("openai", "anthropic");
    private static final TypeReference<List<CustomEndpoint>> LIST = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws BadSetting for what is no list of endpoints, without showing it: there are keys in it */
    static List<CustomEndpoint> read(String list) {
        if (list.isBlank()) {
            return List.of();
        }
        List<CustomEndpoint> all = parse(list);
        all.forEach(CustomEndpoint::check);
        if (all.stream().map(CustomEndpoint::name).distinct().count() < all.size()) {
            throw BadSetting.hidden(VARIABLE, "each name once");
        }
        return all;
    }

    private static List<CustomEndpoint> parse(String list) {
        try {
            List<CustomEndpoint> all = JSON.readValue(list, LIST);
            if (all != null && all.stream().allMatch(Objects::nonNull)) {
                return all;
            }
        } catch (JacksonException e) {
            throw BadSetting.hidden(
                    VARIABLE,
                    "a JSON array of objects with name and base_url, and perhaps api_key, protocol, model, headers,"
                            + " concurrency and tokens_per_minute");
        }
        throw BadSetting.hidden(VARIABLE, "a JSON array of objects");
    }

    private void check() {
        require(name != null && NAME.matcher(name).matches() && !TAKEN.contains(name), NAME_ACCEPTED);
        require(baseUrl != null && Addresses.isHttp(baseUrl), name + " a base_url such as http://127.0.0.1:8000/v1");
        require(protocol == null || PROTOCOLS.contains(protocol), name + " the protocol openai or anthropic");
        require(
                !"anthropic".equals(protocol) || (apiKey != null && !apiKey.isBlank()),
                name + " an api_key, without which the protocol anthropic cannot be spoken");
        require(isLimit(concurrency, 9_999), name + " a concurrency from 1 to 9999");
        require(isLimit(tokensPerMinute, Integer.MAX_VALUE), name + " tokens_per_minute from 1");
    }

    private static final String NAME_ACCEPTED =
            "each endpoint a name of its own of small letters, digits and hyphens, such as vllm";

    private static void require(boolean fulfilled, String accepts) {
        if (!fulfilled) {
            throw BadSetting.hidden(VARIABLE, accepts);
        }
    }

    private static boolean isLimit(@Nullable Integer value, int most) {
        return value == null || (value >= 1 && value <= most);
    }

    Endpoint endpoint(Dialect dialect) {
        return new Endpoint(
                Objects.requireNonNull(name),
                dialect,
                Objects.requireNonNull(baseUrl).strip(),
                Objects.requireNonNullElse(apiKey, ""),
                Objects.requireNonNullElse(headers, Map.of()),
                model);
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "CustomEndpoint[" + name + "]";
    }
}
