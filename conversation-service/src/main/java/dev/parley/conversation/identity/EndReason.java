package dev.parley.conversation.identity;

import java.util.Locale;

/** Why a sign-in cannot be renewed any more, though its time is not over. */
enum EndReason {
    SIGNED_OUT,
    /** From the list of one's sign-ins. */
    ENDED,
    /** A refresh token was used twice, so that somebody else has it too. */
    TOKEN_REUSED,
    PASSWORD_RESET;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
