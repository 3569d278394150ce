package dev.parley.agent.model.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Takes the bytes of an event stream apart where they lie. For one thread at a time. */
final class EventParser {
    /** Takes events as they are complete. */
    interface Events {
        /**
         * @param name empty when it has none
         * @param data of which the event's bytes are those before {@code length}; only until it returns
         */
        void event(String name, byte[] data, int length);
    }

    private static final byte[] DATA = "data:".getBytes(UTF_8);
    private static final byte[] NAME = "event:".getBytes(UTF_8);

    private final Events events;
    private final Bytes line = new Bytes();
    private final Bytes data = new Bytes();
    private String name = "";

    EventParser(Events events) {
        this.events = events;
    }

    /** The next bytes, wherever they were cut. */
    void add(byte[] bytes, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                lineUpTo(bytes, start, i);
                start = i + 1;
            }
        }
        line.add(bytes, start, to);
    }

    /** No more bytes come. */
    void end() {
        lineUpTo(line.array, 0, 0);
        endEvent();
    }

    private void lineUpTo(byte[] bytes, int start, int end) {
        if (line.length == 0) {
            line(bytes, start, end);
        } else {
            line.add(bytes, start, end);
            line(line.array, 0, line.length);
            line.length = 0;
        }
    }

    private void line(byte[] bytes, int start, int lineEnd) {
        int end = lineEnd > start && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        if (start == end) {
            endEvent();
        } else if (begins(bytes, start, end, DATA)) {
            addData(bytes, value(bytes, start + DATA.length, end), end);
        } else if (begins(bytes, start, end, NAME)) {
            int value = value(bytes, start + NAME.length, end);
            name = new String(bytes, value, end - value, UTF_8);
        }
    }

    private void addData(byte[] bytes, int start, int end) {
        if (data.length > 0) {
            data.add(new byte[] {'\n'}, 0, 1);
        }
        data.add(bytes, start, end);
    }

    private void endEvent() {
        if (data.length > 0) {
            events.event(name, data.array, data.length);
        }
        data.length = 0;
        name = "";
    }

    private static boolean begins(byte[] bytes, int start, int end, byte[] field) {
        return end - start >= field.length && Arrays.equals(bytes, start, start + field.length, field, 0, field.length);
    }

    /** One space behind the colon is not part of the value. */
    private static int value(byte[] bytes, int start, int end) {
        return start < end && bytes[start] == ' ' ? start + 1 : start;
    }

    private static final class Bytes {
        private byte[] array = new byte[512];
        private int length;

        void add(byte[] bytes, int start, int end) {
            int more = end - start;
            if (length + more > array.length) {
                array = Arrays.copyOf(array, Math.max(2 * array.length, length + more));
            }
            System.arraycopy(bytes, start, array, length, more);
            length += more;
        }
    }
}
