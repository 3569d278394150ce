package dev.parley.agent.model.remote;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server that has models.
 *
 * @param name in front of the colon in the names of its models
 * @param baseUrl with the version in its path
 * @param apiKey blank: it wants none
 * @param headers sent along with each request
 * @param usualModel for those who name none, without the provider; absent: nobody knows one
 */
record Endpoint(
        String name,
        Dialect dialect,
        String baseUrl,
        String apiKey,
        Map<String, String> headers,
        @Nullable String usualModel) {
    Endpoint {
        headers = Map.copyOf(headers);
    }

    /** Without keys, which headers may be as well. */
    @Override
    public String toString() {
        return "Endpoint[" + name + "]";
    }
}
