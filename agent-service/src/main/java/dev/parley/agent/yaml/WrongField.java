package dev.parley.agent.yaml;

import org.jspecify.annotations.Nullable;

/** A file that does not describe what it should. The message names the field and what it may be, and shows no value. */
public final class WrongField extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongField(String field, String must) {
        super(field + " " + must);
    }

    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new WrongField(field, "is missing");
        }
        return value;
    }

    /** Without the blanks around it. */
    public static String text(@Nullable String value, String field) {
        String given = required(value, field).strip();
        if (given.isEmpty()) {
            throw new WrongField(field, "is blank");
        }
        return given;
    }
}
