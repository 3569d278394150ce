package dev.parley.platform.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item as it was claimed. */
record Claimed(
        UUID id,
        String kind,
        String lane,
        String tenant,
        int attempt,
        int failures,
        byte[] payload,
        @Nullable String traceparent,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant expiresAt,
        Todo todo) {

    WorkItem item(Fence fence, Cancellation cancellation) {
        return new WorkItem(
                id, kind, lane, attempt, failures, payload, receivedAt, dueAt, expiresAt, fence, cancellation);
    }
}
