package dev.parley.platform.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work to be stored.
 *
 * @param id what makes it one piece of work: the id of the event that asked for it, so that a second delivery is known
 * @param kind which handler runs it
 * @param lane what must not happen at the same time, and in order: a conversation, a run, a normalised query. Lanes are
 *     shared by all kinds of one service
 * @param tenant whose it is, as {@link dev.parley.platform.tenant.TenantScope#nameOf} has it: it is run as theirs, and the
 *     workers' time is shared fairly among tenants
 * @param traceparent the W3C trace it belongs to
 * @param dueAt when it joins its lane; absent: at once, by the database's clock (prefer this to a local clock's now)
 * @param expiresAt when it has not begun by then, it ends as {@link Failure#EXPIRED}
 */
public record NewWork(
        UUID id,
        String kind,
        String lane,
        String tenant,
        byte[] payload,
        @Nullable String traceparent,
        @Nullable Instant dueAt,
        @Nullable Instant expiresAt) {

    // An index entry has to fit into a third of a page, in the worst case at four bytes a character.
    private static final int LONGEST_NAME = 512;

    /** @throws IllegalArgumentException when a name is empty, too long, or cannot be stored */
    public NewWork {
        requireName("kind", kind);
        requireName("lane", lane);
        requireName("tenant", tenant);
    }

    private static void requireName(String what, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "%s of work has to have 1 to %d characters and no U+0000".formatted(what, LONGEST_NAME));
        }
    }
}
