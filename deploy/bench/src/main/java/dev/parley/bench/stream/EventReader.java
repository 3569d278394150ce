package dev.parley.bench.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the server-sent events of an answer as bytes: Parley's, or a model's, whose events have no names. It looks for tokens such as
 * {@code t7@1763640000123456} and for the end, and parses nothing else, since on a machine that measures itself a parsed token is a
 * token less.
 */
final class EventReader {
    private static final byte[] EVENT = ascii("event:");
    private static final byte[] DATA = ascii("data:");
    private static final byte[] DONE = ascii("[DONE]");
    private static final byte[] AGAIN = ascii("\"attempt\":");

    private final Events events;
    private byte[] rest = new byte[1024];
    private int held;
    private Kind kind = Kind.NAMELESS;

    interface Events {
        void token(int number, long sentMicros);

        /** The answer began anew, as somebody else's. */
        void again();

        /** All was said. */
        void ended();

        void failed(String code);
    }

    private enum Kind {
        NAMELESS(""),
        DELTA("delta"),
        START("message_start"),
        END("message_end"),
        ERROR("error"),
        OTHER("");

        private final byte[] name;

        Kind(String name) {
            this.name = ascii(name);
        }

        static Kind of(byte[] bytes, int from, int to) {
            for (Kind kind : values()) {
                if (kind.name.length > 0 && Arrays.equals(bytes, from, to, kind.name, 0, kind.name.length)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    EventReader(Events events) {
        this.events = events;
    }

    void read(byte[] bytes, int from, int to) {
        int start = from;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                whole(bytes, start, at);
                start = at + 1;
            }
        }
        hold(bytes, start, to);
    }

    private void whole(byte[] bytes, int from, int to) {
        if (held == 0) {
            line(bytes, from, to);
        } else {
            hold(bytes, from, to);
            int length = held;
            held = 0;
            line(rest, 0, length);
        }
    }

    private void hold(byte[] bytes, int from, int to) {
        int length = to - from;
        if (held + length > rest.length) {
            rest = Arrays.copyOf(rest, Math.max(held + length, 2 * rest.length));
        }
        System.arraycopy(bytes, from, rest, held, length);
        held += length;
    }

    private void line(byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        if (end == from) {
            kind = Kind.NAMELESS;
        } else if (begins(bytes, from, end, EVENT)) {
            kind = Kind.of(bytes, value(bytes, from + EVENT.length), end);
        } else if (begins(bytes, from, end, DATA)) {
            data(bytes, value(bytes, from + DATA.length), end);
        }
    }

    private void data(byte[] bytes, int from, int to) {
        switch (kind) {
            case NAMELESS -> nameless(bytes, from, to);
            case DELTA -> tokens(bytes, from, to);
            case START -> start(bytes, from, to);
            case END -> events.ended();
            case ERROR -> events.failed(code(text(bytes, from, to)));
            case OTHER -> {}
        }
    }

    private void nameless(byte[] bytes, int from, int to) {
        if (begins(bytes, from, to, DONE)) {
            events.ended();
        } else {
            tokens(bytes, from, to);
        }
    }

    private void start(byte[] bytes, int from, int to) {
        for (int at = from; at < to - AGAIN.length; at++) {
            if (begins(bytes, at, to, AGAIN) && bytes[at + AGAIN.length] != '1') {
                events.again();
            }
        }
    }

    private void tokens(byte[] bytes, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (bytes[at] == '@' && isDigit(bytes[at - 1])) {
                events.token((int) number(bytes, firstDigit(bytes, from, at), at), number(bytes, at + 1, to));
            }
        }
    }

    private static int firstDigit(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && isDigit(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    /** The digits from here on. */
    private static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int at = from; at < to && isDigit(bytes[at]); at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }

    private static boolean begins(byte[] bytes, int from, int to, byte[] with) {
        return to - from >= with.length && Arrays.equals(bytes, from, from + with.length, with, 0, with.length);
    }

    /** A blank after the colon is no part of the value. */
    private static int value(byte[] bytes, int at) {
        return at < bytes.length && bytes[at] == ' ' ? at + 1 : at;
    }

    private static String code(String json) {
        return json.replaceFirst(".*\"code\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
