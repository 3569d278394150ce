package dev.parley.chat.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.chat.stream.EventId;
import dev.parley.chat.stream.StreamCut;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.chat.stream.StreamKeepAlive;
import dev.parley.chat.stream.TurnStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes turns' streams as server-sent events, each on its request's own virtual thread, one flush per wake-up. */
@Component
class SseAnswer {
    private static final Logger log = LoggerFactory.getLogger(SseAnswer.class);
    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(UTF_8);
    private static final byte[] ID = "id: ".getBytes(UTF_8);
    private static final byte[] EVENT = "event: ".getBytes(UTF_8);
    private static final byte[] DATA = "\ndata: ".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);

    private final Duration keepAlive;
    private final ShownEnds ends;

    SseAnswer(StreamKeepAlive keepAlive, ShownEnds ends) {
        this.keepAlive = keepAlive.interval();
        this.ends = ends;
    }

    /** Returns when the turn has ended, the client has gone, or the stream is cut (then it can be resumed). */
    void write(Turn turn, TurnStream stream, HttpServletResponse response) {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            response.flushBuffer();
            relay(turn, stream, response.getOutputStream());
        } catch (IOException clientGone) {
            log.debug("The client has gone", clientGone);
        } catch (StreamCut cut) {
            log.debug("The stream was cut", cut);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(Turn turn, TurnStream stream, OutputStream out) throws IOException, InterruptedException {
        boolean open = true;
        while (open) {
            StreamEvent event = stream.next(keepAlive);
            if (event == null) {
                out.write(KEEP_ALIVE);
            } else {
                noteEnd(turn, event, out);
                write(event, out);
                open = !event.last();
            }
            if (!open || !stream.hasNext()) {
                out.flush();
            }
        }
    }

    /** The database may be slow: who waits sees what was said before. */
    private void noteEnd(Turn turn, StreamEvent event, OutputStream out) throws IOException {
        if (event.last()) {
            out.flush();
            ends.note(turn, event);
        }
    }

    private static void write(StreamEvent event, OutputStream out) throws IOException {
        EventId id = event.id();
        if (id != null) {
            out.write(ID);
            out.write(id.toString().getBytes(UTF_8));
            out.write('\n');
        }
        out.write(EVENT);
        out.write(event.name().getBytes(UTF_8));
        out.write(DATA);
        out.write(event.data());
        out.write(END);
    }
}
