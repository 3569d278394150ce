package dev.parley.agent.tool.http;

import org.jspecify.annotations.Nullable;

/** A file that describes no tool. The message names the field and what it may be, and shows no value. */
final class WrongField extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongField(String field, String must) {
        super(field + " " + must);
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new WrongField(field, "is missing");
        }
        return value;
    }
}
