package dev.parley.chat.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.chat.stream.EventId;
import dev.parley.chat.stream.StreamEvent;
import java.io.ByteArrayOutputStream;

/** Server-sent events as bytes, on their way into one write. For one thread at a time. */
public final class SseText extends ByteArrayOutputStream {
    private static final int USUAL = 512;
    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(UTF_8);
    private static final byte[] ID = "id: ".getBytes(UTF_8);
    private static final byte[] EVENT = "event: ".getBytes(UTF_8);
    private static final byte[] DATA_FIRST = "data: ".getBytes(UTF_8);
    private static final byte[] DATA = "\ndata: ".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);

    SseText() {
        super(USUAL);
    }

    /** An event as it is on the log, with its id. */
    public void event(StreamEvent event) {
        EventId id = event.id();
        if (id != null) {
            writeBytes(ID);
            writeBytes(id.toString().getBytes(UTF_8));
            write('\n');
        }
        writeBytes(EVENT);
        writeBytes(event.name().getBytes(UTF_8));
        writeBytes(DATA);
        writeBytes(event.data());
        writeBytes(END);
    }

    /** A piece of data without a name, as JSON or whatever the protocol says. */
    public void data(byte[] data) {
        writeBytes(DATA_FIRST);
        writeBytes(data);
        writeBytes(END);
    }

    /** A piece of data with a name, and no id. */
    public void data(String event, byte[] data) {
        writeBytes(EVENT);
        writeBytes(event.getBytes(UTF_8));
        writeBytes(DATA);
        writeBytes(data);
        writeBytes(END);
    }

    void addKeepAlive() {
        writeBytes(KEEP_ALIVE);
    }
}
