package dev.parley.platform.redis;

import dev.parley.platform.settings.BadSetting;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Locale;

/** Reads {@code REDIS_URL}. Its value may hold a password, so that it is never shown. */
final class RedisAddress {

    private static final String VARIABLE = "REDIS_URL";
    private static final String ACCEPTED = "redis://host:port, or rediss://host:port for TLS";

    private RedisAddress() {}

    static RedisURI of(String url, Duration patience, String client) {
        String scheme = url.toLowerCase(Locale.ROOT);
        if (!scheme.startsWith("redis://") && !scheme.startsWith("rediss://")) {
            throw BadSetting.hidden(VARIABLE, ACCEPTED);
        }
        try {
            RedisURI address = RedisURI.create(url);
            if (address.getHost() == null || address.getHost().isBlank()) {
                throw BadSetting.hidden(VARIABLE, ACCEPTED);
            }
            address.setTimeout(patience);
            address.setClientName(client);
            return address;
        } catch (IllegalArgumentException e) {
            throw BadSetting.hidden(VARIABLE, ACCEPTED);
        }
    }
}
