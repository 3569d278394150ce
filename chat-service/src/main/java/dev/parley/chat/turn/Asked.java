package dev.parley.chat.turn;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.OnBusy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question, whichever way it came in.
 *
 * @param message what is stored as the question, 1…32 000 characters
 * @param conversation to go on with; empty: a new one begins
 * @param channel where it was asked, such as {@code web}
 * @param context of a client that keeps its conversation itself
 * @param note what answers in the client's own protocol say again
 * @param hash tells a repeat from another question under the same idempotency key
 */
public record Asked(
        String message,
        Optional<ConversationId> conversation,
        @Nullable String toolId,
        @Nullable String assistant,
        @Nullable String model,
        OnBusy onBusy,
        String channel,
        @Nullable ClientContext context,
        @Nullable String note,
        byte[] hash) {
    /** In characters. */
    public static final int LONGEST_MESSAGE = 32_000;
}
