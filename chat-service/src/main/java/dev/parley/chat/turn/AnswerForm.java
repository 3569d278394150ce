package dev.parley.chat.turn;

import dev.parley.platform.security.Caller;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an answer streams. The body decides, for client libraries accept JSON even when they stream. */
final class AnswerForm {
    private AnswerForm() {}

    /** A visitor who does not care gets a stream, somebody who is signed in the whole answer. */
    static boolean streams(@Nullable Boolean wanted, @Nullable String accept, Caller caller) {
        if (wanted != null) {
            return wanted;
        }
        String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return types.contains("text/event-stream")
                || (caller instanceof Caller.Session && !types.contains("application/json"));
    }
}
