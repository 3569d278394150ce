package dev.parley.platform.idempotency;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with, the first time and again.
 *
 * @param location of what was created
 * @param body written as JSON; null for none
 */
public record Answer(
        int status, @Nullable URI location, @Nullable Object body) {
    public static Answer created(URI location, Object body) {
        return new Answer(201, location, body);
    }

    public static Answer accepted(Object body) {
        return new Answer(202, null, body);
    }

    public static Answer ok(Object body) {
        return new Answer(200, null, body);
    }
}
