package dev.parley.chat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Stream;

/** A turn's stream that is fed by hand, as the tail would. */
public final class LiveStream {
    private int closed;
    private int offset;
    private final Subscription live = new Subscription(new BufferLimits(3, 1_000), 0, _ -> closed++);
    private final TurnStream stream;

    /** @param missed what the reader has missed before it came */
    public LiveStream(String... missed) {
        this.stream = new TurnStream(Stream.of(missed).map(this::event).toList(), live, Splice.fromStart());
    }

    public TurnStream stream() {
        return stream;
    }

    /** Brings events, as one poll would. */
    public void bring(String... names) {
        Stream.of(names).map(this::event).forEach(live::offer);
        live.announce();
    }

    private StreamEvent event(String name) {
        var id = new LogId(0, offset++, 1);
        return new StreamEvent(id, StreamEvent.UNCOUNTED, name, "{}".getBytes(UTF_8), name.equals("message_end"));
    }

    public void cut() {
        live.cut();
    }

    /** How often it was closed. */
    public int closed() {
        return closed;
    }
}
