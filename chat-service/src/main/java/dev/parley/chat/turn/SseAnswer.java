package dev.parley.chat.turn;

import dev.parley.chat.chore.Chore;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.chat.stream.StreamKeepAlive;
import dev.parley.chat.stream.TurnStream;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers with turns' streams as server-sent events. The requests go on when their threads have left. Thread-safe. */
@Component
public class SseAnswer {
    private static final Logger log = LoggerFactory.getLogger(SseAnswer.class);
    private static final int LOOKS_PER_KEEP_ALIVE = 5;

    private final StreamWatch watch;
    private final ShownEnds ends;
    private final Waits waits;
    private final Duration longestSilence;
    private final Set<SseWriter> open = ConcurrentHashMap.newKeySet();
    private final Chore keepAlive;

    SseAnswer(StreamWatch watch, ShownEnds ends, Waits waits, StreamKeepAlive keepAlive) {
        this.watch = watch;
        this.ends = ends;
        this.waits = waits;
        Duration look = keepAlive.interval().dividedBy(LOOKS_PER_KEEP_ALIVE);
        this.longestSilence = keepAlive.interval().minus(look);
        this.keepAlive = new Chore("keep-alive", look, () -> open.forEach(it -> it.keepAlive(longestSilence)));
    }

    /** Shows the stream until the turn has ended, the client has gone, or it is cut (then it can be resumed); closes it. */
    public void begin(Reading reading, HttpServletRequest request, HttpServletResponse response) {
        TurnStream stream = reading.stream();
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        var watched = watch.over(reading.turn(), reading.reader(), stream);
        Runnable release = () -> {
            watched.close();
            stream.close();
        };
        try {
            response.flushBuffer();
            show(reading, request.startAsync(), release);
        } catch (IOException clientGone) {
            log.debug("The client has gone", clientGone);
            reading.rendering().readerGone();
            release.run();
        } catch (RuntimeException e) {
            release.run();
            throw e;
        }
    }

    private void show(Reading reading, AsyncContext async, Runnable release) throws IOException {
        var writer = new SseWriter(
                reading.stream(),
                reading.rendering(),
                async,
                async.getResponse().getOutputStream(),
                last -> isLast(reading.turn(), last),
                it -> {
                    open.remove(it);
                    release.run();
                });
        open.add(writer);
        try {
            writer.begin();
        } catch (RuntimeException e) {
            open.remove(writer);
            throw e;
        }
    }

    private boolean isLast(Turn turn, StreamEvent event) {
        if (!event.last()) {
            return waits.hold(turn, event);
        }
        ends.note(turn, event);
        return true;
    }

    @PostConstruct
    void start() {
        keepAlive.start();
    }

    @PreDestroy
    void stop() {
        keepAlive.stop();
    }
}
