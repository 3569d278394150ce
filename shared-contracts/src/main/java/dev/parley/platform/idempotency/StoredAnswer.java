package dev.parley.platform.idempotency;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer as it goes onto the wire, and as it is kept. */
record StoredAnswer(
        String requestHash, int status, @Nullable String location, byte @Nullable [] body) {
    private static final String REPLAYED = "Idempotent-Replayed";

    ResponseEntity<byte[]> entity() {
        return builder().body(body);
    }

    ResponseEntity<byte[]> replay() {
        return builder().header(REPLAYED, "true").body(body);
    }

    private ResponseEntity.BodyBuilder builder() {
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(status);
        if (body != null) {
            builder.contentType(MediaType.APPLICATION_JSON);
        }
        return location == null ? builder : builder.location(URI.create(location));
    }
}
