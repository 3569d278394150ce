package dev.parley.platform.web;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins: the sort key of the last item before it, opaque to clients. A controller takes it as a
 * {@code @Nullable Cursor} parameter without an annotation; it is read from {@code ?cursor=}. Whatever a client made up
 * instead is 400 {@code bad_cursor}, at the latest when a value is read.
 */
public record Cursor(List<String> values) {
    private static final String SEPARATOR = "\u001f";
    private static final int MAX_LENGTH = 2048;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public Cursor {
        values = List.copyOf(values);
    }

    /** From the values of the sort key, in order: instants, ids, numbers, texts. */
    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(Object::toString).toList());
    }

    /** @throws ProblemException 400 {@code bad_cursor} when the text was not made by {@link #encode} */
    public static Cursor parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw bad(null);
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            String joined = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            throw bad(unreadable);
        }
    }

    public String encode() {
        byte[] joined = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    public String text(int index) {
        String value = value(index);
        if (value.indexOf('\0') >= 0) {
            throw bad(null);
        }
        return value;
    }

    public long number(int index) {
        return read(index, Long::parseLong);
    }

    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    public Instant instant(int index) {
        Instant instant = read(index, Instant::parse);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw bad(null);
        }
        return instant;
    }

    private <T> T read(int index, Function<String, T> reader) {
        try {
            return reader.apply(value(index));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw bad(unreadable);
        }
    }

    private String value(int index) {
        if (index >= values.size()) {
            throw bad(null);
        }
        return values.get(index);
    }

    private static ProblemException bad(@Nullable Throwable cause) {
        return new ProblemException(ProblemCode.BAD_CURSOR, "The cursor is not one that this list has given.", cause);
    }
}
