package dev.parley.simulator.maps.google;

import dev.parley.simulator.http.Request;

/** Any key will do but one that says that it is none. */
final class ApiKey {
    private ApiKey() {}

    /** @throws GoogleError without a valid key in the header or the query */
    static void require(Request request) {
        String key = request.header("x-goog-api-key")
                .or(() -> request.parameter("key"))
                .orElse("");
        if (key.isEmpty()) {
            throw GoogleError.noKey();
        }
        if (isInvalid(key)) {
            throw GoogleError.badKey();
        }
    }

    static boolean isInvalid(String key) {
        return key.startsWith("invalid");
    }
}
