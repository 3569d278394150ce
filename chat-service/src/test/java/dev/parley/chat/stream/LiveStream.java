package dev.parley.chat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** A turn's stream that is fed by hand, as the tail would. */
public final class LiveStream {
    private int closed;
    private int offset;
    private final Subscription live = new Subscription(new BufferLimits(3, 1_000), 0, _ -> closed++);
    private final TurnStream stream = new TurnStream(List.of(), live, Splice.fromStart());

    public TurnStream stream() {
        return stream;
    }

    /** Brings events, as one poll would. */
    public void bring(String... names) {
        for (String name : names) {
            boolean last = name.equals("message_end");
            live.offer(new StreamEvent(
                    new LogId(0, offset++, 1), StreamEvent.UNCOUNTED, name, "{}".getBytes(UTF_8), last));
        }
        live.announce();
    }

    public void cut() {
        live.cut();
    }

    /** How often it was closed. */
    public int closed() {
        return closed;
    }
}
