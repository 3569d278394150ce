package dev.parley.agent.model.remote;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set of one of the providers that everybody knows.
 *
 * @param apiKey blank: none
 * @param baseUrl blank: none
 * @param usualModel for those who name none; blank: nobody knows one
 */
record Account(
        @DefaultValue("") String apiKey,
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String usualModel) {
    boolean hasKey() {
        return !apiKey.isBlank();
    }

    boolean hasUrl() {
        return !baseUrl.isBlank();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Account[baseUrl=" + baseUrl + "]";
    }
}
