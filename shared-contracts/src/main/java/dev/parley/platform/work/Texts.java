package dev.parley.platform.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** Texts of exceptions, which may hold anything, made fit for a column. */
final class Texts {

    private static final int LONGEST = 2000;

    private Texts() {}

    static String storable(String text) {
        // Half a surrogate pair becomes a question mark, where a string of it could not be sent.
        byte[] bytes = text.replace('\0', '\uFFFD')
                .substring(0, Math.min(text.length(), LONGEST))
                .getBytes(UTF_8);
        return new String(bytes, UTF_8);
    }

    /** What is at the bottom of it, without the statement that a data access exception repeats. */
    static String cause(Throwable error) {
        return of(NestedExceptionUtils.getMostSpecificCause(error));
    }

    static String of(Throwable error) {
        String message = error instanceof SQLException refusal ? firstLine(refusal) : error.getMessage();
        return message == null
                ? error.getClass().getSimpleName()
                : error.getClass().getSimpleName() + ": " + message;
    }

    /** A database's further lines quote the row that it refuses, with whatever somebody has said in it. */
    private static @Nullable String firstLine(SQLException refusal) {
        String message = refusal.getMessage();
        return message == null ? null : message.lines().findFirst().orElse("");
    }
}
