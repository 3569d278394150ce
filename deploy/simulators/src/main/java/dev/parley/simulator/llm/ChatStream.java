package dev.parley.simulator.llm;

import dev.parley.simulator.http.ChunkedReply;
import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.Response;
import dev.parley.simulator.http.Timer;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One streamed answer. Each token has its place on a fixed timetable, so a late one delays no other; tokens that are due together go
 * out together. Event loop only.
 */
final class ChatStream extends Timer {
    private static final int MOST_AT_ONCE = 64;
    private static final long READER_LAGS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Response HEAD =
            new Response(200, "text/event-stream; charset=utf-8", "", Map.of("Cache-Control", "no-cache"));

    private final Exchange exchange;
    private final Traffic traffic;
    private final Frames frames;
    private final ChunkedReply reply;
    private final long gap;
    private Reply.Utterance said;
    private long start;
    private int next;

    private ChatStream(Exchange exchange, Completion completion, Wire wire, Reply.Utterance said, Traffic traffic) {
        this.exchange = exchange;
        this.said = said;
        this.traffic = traffic;
        this.frames = wire.frames(completion);
        this.gap = said.pace().gap().toNanos();
        this.start = System.nanoTime() + said.pace().first().toNanos();
        this.reply = exchange.stream(HEAD.with("x-request-id", completion.id()));
    }

    static void begin(Exchange exchange, Completion completion, Wire wire, Reply.Utterance said, Traffic traffic) {
        ChatStream stream = new ChatStream(exchange, completion, wire, said, traffic);
        traffic.streamOpened();
        exchange.whenClientLeaves(stream::clientLeft);
        if (said.pace().first().isZero()) {
            stream.fire();
        } else {
            exchange.wheel().at(stream.start, stream);
        }
    }

    @Override
    protected void fire() {
        if (!exchange.running()) {
            return;
        }
        if (!reply.writable()) {
            exchange.wheel().at(System.nanoTime() + READER_LAGS, this);
            return;
        }
        ByteBuf chunk = reply.chunk();
        writeWhatIsDue(chunk);
        if (next < said.until()) {
            reply.send(chunk);
            waitForNext();
        } else if (said.trouble() == null) {
            finish(chunk);
        } else {
            comeToGrief(chunk, said.trouble());
        }
    }

    private void writeWhatIsDue(ByteBuf chunk) {
        int end = due();
        if (next == 0 && end > 0) {
            frames.begin(chunk, said.deltas().hasText());
        }
        while (next < end) {
            frames.delta(chunk, said.deltas(), next++);
        }
    }

    private int due() {
        long onTime = gap == 0 ? Long.MAX_VALUE : (System.nanoTime() - start) / gap + 1;
        return (int) Math.min(Math.min(onTime, said.until()), (long) next + MOST_AT_ONCE);
    }

    private void waitForNext() {
        exchange.wheel().at(start + next * gap, this);
    }

    private void finish(ByteBuf chunk) {
        if (next == 0) {
            frames.begin(chunk, said.deltas().hasText());
        }
        frames.finish(chunk, said.finishReason(), next);
        end(chunk);
    }

    private void comeToGrief(ByteBuf chunk, Trouble trouble) {
        switch (trouble.kind()) {
            case STALL -> {
                reply.send(chunk);
                stall(trouble);
            }
            case CUT -> {
                reply.send(chunk);
                reply.cut();
                traffic.streamEnded();
            }
            case GARBAGE -> {
                frames.garbage(chunk);
                reply.send(chunk);
                goOn(Duration.ZERO);
            }
            case ERROR -> {
                frames.error(chunk, ApiError.of(500));
                end(chunk);
            }
        }
    }

    /** Without an end to the silence there is nothing to wait for but the client's leaving. */
    private void stall(Trouble trouble) {
        if (trouble.silence() != null) {
            goOn(Objects.requireNonNull(trouble.silence()));
        }
    }

    private void goOn(Duration silence) {
        said = said.untroubled();
        start += silence.toNanos();
        waitForNext();
    }

    private void end(ByteBuf chunk) {
        reply.send(chunk);
        reply.end();
        traffic.streamEnded();
    }

    private void clientLeft() {
        traffic.streamEnded();
        traffic.clientLeft();
    }
}
