package dev.parley.platform.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a piece of work. Times are the database's.
 *
 * @param attempt raised by every claim, so it only fences: it goes on everything this run emits and into the {@code where}
 *     of everything it writes
 * @param failures how often it failed by its own errors before this run
 * @param dueAt when it joined its lane
 */
public record WorkItem(
        UUID id,
        String kind,
        String lane,
        int attempt,
        int failures,
        byte[] payload,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant expiresAt,
        Fence fence,
        Cancellation cancellation) {}
