package dev.parley.chat.access;

import java.util.Arrays;
import java.util.Locale;

/** Why someone may not see a conversation any more. */
public enum Loss {
    CONVERSATION_DELETED("The conversation was deleted."),
    ACCESS_REVOKED("The conversation is not yours to see any more.");

    private final String detail;

    Loss(String detail) {
        this.detail = detail;
    }

    /** Whether an error with this code, whoever says it, means a loss. */
    public static boolean isCodeOfOne(String code) {
        return Arrays.stream(values()).anyMatch(loss -> loss.code().equals(code));
    }

    /** The name on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String detail() {
        return detail;
    }
}
