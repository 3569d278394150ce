package dev.parley.platform.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** New work for tests. */
final class Items {

    static final String KIND = "test";

    private Items() {}

    static NewWork in(String lane) {
        return of(UUID.randomUUID(), KIND, lane, "tenant", "", null, null);
    }

    static NewWork in(String lane, String payload) {
        return of(UUID.randomUUID(), KIND, lane, "tenant", payload, null, null);
    }

    static NewWork of(String tenant, String lane) {
        return of(UUID.randomUUID(), KIND, lane, tenant, "", null, null);
    }

    static NewWork ofKind(String kind, String lane) {
        return of(UUID.randomUUID(), kind, lane, "tenant", "", null, null);
    }

    static NewWork due(Instant dueAt, String lane) {
        return of(UUID.randomUUID(), KIND, lane, "tenant", "", dueAt, null);
    }

    static NewWork expiring(Instant expiresAt, String lane) {
        return of(UUID.randomUUID(), KIND, lane, "tenant", "", null, expiresAt);
    }

    /** Each with its number as payload. */
    static List<NewWork> numbered(int count, String lane) {
        return IntStream.range(0, count)
                .mapToObj(number -> in(lane, Integer.toString(number)))
                .toList();
    }

    static String text(WorkItem item) {
        return new String(item.payload(), UTF_8);
    }

    private static NewWork of(
            UUID id,
            String kind,
            String lane,
            String tenant,
            String payload,
            @Nullable Instant dueAt,
            @Nullable Instant expiresAt) {
        return new NewWork(id, kind, lane, tenant, payload.getBytes(UTF_8), null, dueAt, expiresAt);
    }
}
