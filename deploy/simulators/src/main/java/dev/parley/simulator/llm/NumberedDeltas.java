package dev.parley.simulator.llm;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that carry their number and the moment they are written, {@code t7@1763640000123456 }, for who measures their way. */
record NumberedDeltas(int size, Clock clock) implements Deltas {

    @Override
    public void write(int index, ByteBuf out) {
        out.writeBytes(TextDeltas.OPEN).writeByte('t');
        ByteBufUtil.writeAscii(out, Integer.toString(index));
        out.writeByte('@');
        ByteBufUtil.writeAscii(out, Long.toString(epochMicros()));
        out.writeByte(' ').writeBytes(TextDeltas.CLOSE);
    }

    @Override
    public void describe(int count, ObjectNode message) {
        long sent = epochMicros();
        message.put(
                "content",
                IntStream.range(0, count)
                        .mapToObj(index -> "t" + index + "@" + sent + " ")
                        .collect(Collectors.joining()));
    }

    @Override
    public boolean hasText() {
        return true;
    }

    private long epochMicros() {
        Instant now = clock.instant();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    }
}
